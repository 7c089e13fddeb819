package dev.bulkhead.cli.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {

    private static final String TEXT = """
            services:
              web:
                image: nginx:1.29
                networks:
                  front:
                  back:
            networks:
              front:
              back:
            """;

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun edit(String... words) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), TEXT);
        String[] all = new String[words.length + 2];
        all[0] = "edit";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    private String text() throws Exception {
        return Files.readString(directory.resolve("compose.yaml"));
    }

    @Test
    void anEditSeesWhatAFieldEditBeforeItMadeOfTheProject() throws Exception {
        CommandLineRun run = edit("--unset", "web.networks.back", "--remove-network", "back", "--write");

        assertThat(run).isEqualTo(new CommandLineRun(0, "wrote compose.yaml\n", ""));
        assertThat(text()).isEqualTo("""
                services:
                  web:
                    image: nginx:1.29
                    networks:
                      front:
                networks:
                  front:
                """);
    }

    @Test
    void anEditThatAFieldEditBeforeItMadeImpossibleIsRefusedAndNothingIsWritten() throws Exception {
        CommandLineRun run = edit("--unset", "web.networks.back", "--detach", "web=back", "--write");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("bulkhead: Service web is not attached to back.\n");
        assertThat(text()).isEqualTo(TEXT);
    }
}
