package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stacks as people have them; each says in its first line what an expert would warn of at first look, and no more. */
class OrdinaryStacksTest {

    private static final String EXPECT = "# expect:";

    static List<Path> stacks() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/stacks"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void warnsOfWhatAnExpertWouldAndOfNothingElse(Path stack) throws Exception {
        String text = Files.readString(stack);
        String stated = text.lines()
                .findFirst()
                .orElseThrow()
                .substring(EXPECT.length())
                .strip();
        List<String> expected = stated.isEmpty() ? List.of() : Arrays.asList(stated.split("\\s*,\\s*", -1));

        assertThat(Linted.compose(text).findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(finding -> finding.severity().text() + " " + finding.rule() + " "
                                + finding.subjects().getFirst().text().replaceFirst("^[a-z]+:", "")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
