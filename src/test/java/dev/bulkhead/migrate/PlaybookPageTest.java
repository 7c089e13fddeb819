package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.playbook.PlaybookReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual's page on playbooks: it names every action and proposer, and its examples can be read. */
class PlaybookPageTest {

    private static final String ABOUT = """
            id: split
            name: split
            title: Split the Shop
            objective: Give the database a network of its own.
            risk: low
            """;

    @Test
    void theManualNamesEveryActionAndEveryProposer() throws Exception {
        String manual = Files.readString(Path.of("docs", "manual", "playbooks.md"));
        String actions = manual.substring(manual.indexOf("## Actions"), manual.indexOf("## Proposers"));
        String proposers = manual.substring(manual.indexOf("## Proposers"));

        assertThatThrownBy(() -> new PlaybookReader().read("a.yml", ABOUT + "phases: [{title: t, actions: [x]}]"))
                .satisfies(fault -> assertThat(String.valueOf(fault.getMessage())
                                .replaceFirst(".*known are ", "")
                                .split(", | and |\\.$"))
                        .containsExactlyInAnyOrderElementsOf(named(actions).toList()));
        assertThat(named(proposers)).containsExactlyInAnyOrderElementsOf(BuiltInProposers.ALL.names());
    }

    @Test
    void theManualHasAnExampleOfEveryProposerThatCanBeRead() throws Exception {
        String manual = Files.readString(Path.of("docs", "manual", "playbooks.md"));
        List<String> examples = Pattern.compile("```yaml\n(id: .*?)```", Pattern.DOTALL)
                .matcher(manual.substring(manual.indexOf("### An example each")))
                .results()
                .map(found -> found.group(1))
                .toList();

        for (String example : examples) {
            assertThat(new PlaybookReader().read("own.yml", example).title()).isNotBlank();
        }
        assertThat(examples.stream()
                        .flatMap(example -> Pattern.compile("propose: ([a-z-]+)")
                                .matcher(example)
                                .results())
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(BuiltInProposers.ALL.names());
    }

    /** Returns the names in the first column. */
    private static Stream<String> named(String table) {
        Pattern name = Pattern.compile("`([a-z-]+)`");
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> name.matcher(cell).results())
                .map(found -> found.group(1));
    }
}
