package dev.bulkhead.compose.load;

import dev.bulkhead.compose.load.CorpusCases.Case;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The projects of {@code compose/traps.txt}, one per place where reading Compose files goes wrong easily.
 *
 * <p>A project starts with {@code === TITLE}; {@code !! OPTIONS} names files with {@code -f}, {@code @@ A=1 B=2} sets
 * variables (the last one may hold blanks), {@code --- NAME} starts a file.
 */
final class TrapCases {

    private TrapCases() {}

    /** Writes the projects below a folder and returns them. */
    static List<Case> of(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        String[] projects = text().split("(?m)^=== ", -1);
        for (int i = 1; i < projects.length; i++) {
            Path directory = Files.createDirectories(folder.resolve("trap" + i));
            cases.add(project(projects[i], directory));
        }
        return cases;
    }

    private static Case project(String text, Path directory) throws IOException {
        String[] parts = text.split("(?m)^--- ", -1);
        List<Path> files = new ArrayList<>();
        Map<String, String> variables = new TreeMap<>();
        for (String line : parts[0].lines().skip(1).toList()) {
            String rest = line.substring(3);
            if (line.startsWith("!!")) {
                for (String option : rest.split(" -f |^-f ", -1)) {
                    if (!option.isBlank()) {
                        files.add(directory.resolve(option.strip()));
                    }
                }
            } else if (line.startsWith("@@")) {
                for (String variable : rest.split(" (?=[A-Z_0-9]+=)", -1)) {
                    String[] pair = variable.split("=", 2);
                    variables.put(pair[0], pair[1]);
                }
            }
        }
        for (int i = 1; i < parts.length; i++) {
            int lineEnd = parts[i].indexOf('\n');
            Path file = directory.resolve(parts[i].substring(0, lineEnd).strip());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, parts[i].substring(lineEnd + 1).replace("%CR%", "\r"));
        }
        return new Case(parts[0].lines().findFirst().orElse(""), directory, files, variables);
    }

    private static String text() throws IOException {
        try (InputStream in = TrapCases.class.getResourceAsStream("/compose/traps.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
