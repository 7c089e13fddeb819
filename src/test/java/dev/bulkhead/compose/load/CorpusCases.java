package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways in which the projects of the corpus are opened. */
public final class CorpusCases {

    /**
     * One way to open a project.
     *
     * @param label what it is, for messages
     * @param directory the working directory
     * @param files the files named; none for discovery
     * @param variables variables beside the basic ones
     */
    public record Case(String label, Path directory, List<Path> files, Map<String, String> variables) {

        /** Returns the options that make Compose open it this way. */
        public List<String> oracleOptions() {
            List<String> options = new ArrayList<>();
            files.forEach(file -> options.addAll(List.of("-f", file.toString())));
            return options;
        }

        /** Returns what makes Bulkhead open it this way. */
        public ComposeRequest request(Map<String, String> baseEnvironment) {
            Map<String, String> environment = new HashMap<>(baseEnvironment);
            environment.putAll(variables);
            return new ComposeRequest(directory, files, Optional.empty(), List.of(), List.of("*"), environment);
        }
    }

    private static final List<String> DISCOVERED =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");
    private static final int MAX_FILES_TOGETHER = 12;

    private CorpusCases() {}

    /**
     * Returns the folder of the corpus, if this machine has it.
     *
     * @throws IOException if it has not and {@code BULKHEAD_REQUIRE_CORPUS=true} demands it
     */
    public static Optional<Path> corpus() throws IOException {
        Path folder = Path.of(System.getProperty("bulkhead.corpus", "../shared/corpus"));
        if (Files.isDirectory(folder)) {
            return Optional.of(folder.toRealPath());
        }
        if (Boolean.parseBoolean(System.getenv("BULKHEAD_REQUIRE_CORPUS"))) {
            throw new IOException("BULKHEAD_REQUIRE_CORPUS is set, but there is no folder " + folder + ".");
        }
        return Optional.empty();
    }

    /** Returns every way to open the projects below a folder. */
    public static List<Case> of(Path corpus) throws IOException {
        Map<Path, List<Path>> byDirectory = new TreeMap<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            files.filter(CorpusCases::isYaml)
                    .sorted()
                    .forEach(file -> byDirectory
                            .computeIfAbsent(file.toAbsolutePath().getParent(), _ -> new ArrayList<>())
                            .add(file));
        }
        List<Case> cases = new ArrayList<>();
        for (Map.Entry<Path, List<Path>> entry : byDirectory.entrySet()) {
            Path directory = entry.getKey();
            String name = corpus.relativize(directory).toString();
            for (Path file : entry.getValue()) {
                String label = corpus.relativize(file).toString();
                cases.add(new Case(label, directory, List.of(file), Map.of()));
                Map<String, String> filled = variables(List.of(file));
                if (!filled.isEmpty()) {
                    cases.add(new Case(label + " with variables", directory, List.of(file), filled));
                }
            }
            if (DISCOVERED.stream().anyMatch(n -> Files.exists(directory.resolve(n)))) {
                cases.add(new Case(name + " discovered", directory, List.of(), Map.of()));
            }
            List<Path> together = entry.getValue().stream()
                    .filter(f -> !f.toString().contains(".md.block"))
                    .toList();
            if (together.size() > 1 && together.size() <= MAX_FILES_TOGETHER) {
                cases.add(new Case(name + " together", directory, together, variables(together)));
            }
        }
        return cases;
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file);
    }

    /** Returns a plausible value for every variable that the files mention. */
    private static Map<String, String> variables(List<Path> files) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (Path file : files) {
            Matcher matcher = VARIABLE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                values.put(matcher.group(1), plausible(matcher.group(1)));
            }
        }
        // These mean something to Compose itself.
        values.keySet()
                .removeIf(name -> name.startsWith("COMPOSE_")
                        || List.of("PATH", "HOME", "PWD").contains(name));
        return values;
    }

    private static String plausible(String name) {
        if (Pattern.compile("DIR|PATH|ROOT|DATA|FOLDER|VOLUME|CONFIG|STORAGE|LOCATION")
                .matcher(name)
                .find()) {
            return "/srv/data";
        }
        if (Pattern.compile("_IP|IP_|ADDR|BIND").matcher(name).find()) {
            return "192.0.2.7";
        }
        if (Pattern.compile("PORT|ID|UID|GID|COUNT|REPLICAS|SIZE").matcher(name).find()) {
            return "4711";
        }
        return "value";
    }
}
