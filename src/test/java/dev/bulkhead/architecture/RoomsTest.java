package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rooms have at most 25 files, files about 300 lines, simple names are given once, and tests that start a program say so. */
class RoomsTest {

    private static final int MOST = 25;
    private static final int LINES = 320;

    private static List<Path> sources(String root) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(root))) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void noPackageHasMoreFilesThanANewcomerCanTakeIn() throws IOException {
        Path root = Path.of("src/main/java/dev/bulkhead");
        Map<String, Long> rooms = sources(root.toString()).stream()
                .collect(Collectors.groupingBy(
                        file -> root.relativize(file.getParent()).toString().replace('/', '.'),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(rooms.entrySet().stream()
                        .filter(room -> room.getValue() > MOST)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** About 300; an exception needs a decision that names the file. */
    @Test
    void aFileHoldsOneIdea() throws IOException {
        List<String> decisions = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("docs/decisions"))) {
            for (Path decision : walk.filter(Files::isRegularFile).toList()) {
                decisions.add(Files.readString(decision));
            }
        }
        List<String> tooLong = new ArrayList<>();
        for (Path file : Stream.concat(sources("src/main/java").stream(), sources("src/test/java").stream())
                .toList()) {
            long lines = Files.readString(file).lines().count();
            boolean decided = decisions.stream().anyMatch(text -> text.contains("`" + stem(file) + ".java`"));
            if (lines > LINES && !decided) {
                tooLong.add(stem(file) + " has " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void aSimpleNameIsGivenOnce() throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (Path file : sources("src/main/java")) {
            if (!stem(file).equals("package-info") && !seen.add(stem(file))) {
                twice.add(stem(file));
            }
        }
        assertThat(twice).isEmpty();
    }

    /** The fast lane has none of them; what runs an engine or a window is a class {@code *IT} and not in it anyway. */
    @Test
    void aTestThatStartsAProgramIsMarked() throws IOException {
        List<String> starters = List.of("new ProcessBuilder(", "Commands.run(", "Commands.succeed(", "Oracle.find(");
        List<String> unmarked = new ArrayList<>();
        int marked = 0;
        for (Path file : sources("src/test/java")) {
            String text = Files.readString(file);
            if (stem(file).endsWith("Test")
                    && !stem(file).equals("RoomsTest")
                    && starters.stream().anyMatch(text::contains)) {
                if (text.contains("@StartsProcesses")) {
                    marked++;
                } else {
                    unmarked.add(stem(file));
                }
            }
        }
        assertThat(unmarked).isEmpty();
        assertThat(marked).isGreaterThan(5);
    }
}
