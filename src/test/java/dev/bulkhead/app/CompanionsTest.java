package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.BulkheadCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed beside the program knows every command. */
class CompanionsTest {

    @TempDir
    private Path folder = Path.of("");

    /** The guard is started by the program itself. */
    private static List<String> shown() {
        return BulkheadCli.commands().stream()
                .filter(name -> !name.equals("guard"))
                .toList();
    }

    @Test
    void theManualPageHoldsEveryCommandWithItsOptions() throws Exception {
        Companions.main(new String[] {folder.toString()});

        String page = Files.readString(folder.resolve("bulkhead.1"));
        for (String command : shown()) {
            assertThat(page).contains(".SS " + command + "\n.PP\n.nf\nUsage: bulkhead " + command + " ");
        }
        assertThat(page).contains("\\-\\-confirm\\-within").doesNotContain("${", ".SS guard");
    }

    @Test
    void completionKnowsEveryCommandAndTheNamesAreInOrder() throws Exception {
        Companions.main(new String[] {folder.toString()});

        assertThat(Files.readString(folder.resolve("bulkhead.bash")))
                .contains("complete -F _complete_bulkhead")
                .contains(shown());
        assertThat(Files.readAllLines(folder.resolve("commands"))).containsExactlyElementsOf(BulkheadCli.commands());
    }
}
