package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision has a number of its own, so that code and documents can name it. */
class DecisionsTest {

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("docs/decisions"))) {
            return all.filter(file -> !number(file).equals("0000")).sorted().toList();
        }
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4);
    }

    @Test
    void aNumberIsGivenOnce() throws IOException {
        Map<String, List<Path>> byNumber = decisions().stream()
                .collect(Collectors.groupingBy(DecisionsTest::number, TreeMap::new, Collectors.toList()));

        assertThat(byNumber.values().stream().filter(same -> same.size() > 1)).isEmpty();
        assertThat(byNumber).hasSizeGreaterThan(20);
    }

    @Test
    void theHeadingHasTheNumberOfTheFile() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path decision : decisions()) {
            if (!Files.readString(decision).startsWith("# " + number(decision) + " ")) {
                wrong.add(decision.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
