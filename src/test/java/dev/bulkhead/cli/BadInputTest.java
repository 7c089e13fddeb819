package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one sentence with the place and the remedy, exit code 2, and nothing is written. */
class BadInputTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aMissingFile() throws Exception {
        CommandLineRun run =
                CommandLineRun.of("show", directory.resolve("absent").toString());
        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "bulkhead: " + directory.resolve("absent")
                                + " does not exist; name a Compose file or the directory of a project.\n"));
    }

    @Test
    void aTextThatIsNotYaml() throws Exception {
        refused("services: [unclosed\n", "compose.yaml:");
    }

    @Test
    void aTab() throws Exception {
        refused("services:\n\tweb:\n\t\timage: a\n", "compose.yaml:2:1: ", "tab");
    }

    @Test
    void aKeyWrittenTwice() throws Exception {
        refused("services:\n  web:\n    image: a\n  web:\n    image: b\n", "compose.yaml:4:3: ", "web");
    }

    @Test
    void aCircleOfIncludes() throws Exception {
        Files.writeString(directory.resolve("b.yaml"), "include: [compose.yaml]\n");
        refused("include: [b.yaml]\nservices:\n  web:\n    image: a\n", "include", "b.yaml");
    }

    @Test
    void anIncludeThatIsNotThere() throws Exception {
        refused("include:\n  - ../elsewhere/compose.yaml\n", "compose.yaml:2:5: ", "elsewhere");
    }

    @Test
    void aFileOfAHundredMegabytes() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("compose.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        refusedAsItStands("compose.yaml", "MiB");
    }

    @Test
    void bytesThatAreNotText() throws Exception {
        Files.write(
                directory.resolve("compose.yaml"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, (byte) 0xff, (byte) 0xfe});
        refusedAsItStands("compose.yaml");
    }

    @Test
    void anUnknownVariableIsAWarningAsInCompose() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx:${NGINX_TAG}\n");
        CommandLineRun run = CommandLineRun.of("show", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.FINE);
        assertThat(run.err()).startsWith("warning: ").contains("NGINX_TAG").hasLineCount(1);
    }

    @Test
    void anEngineThatDoesNotAnswer() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx\n");
        CommandLineRun run = CommandLineRun.of("drift", directory.toString(), "--engine", "unix:///no/engine.sock");
        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2, "", "bulkhead: No engine answers at unix:///no/engine.sock; start it or name another.\n"));
    }

    @Test
    void aWordThatIsNoOption() throws Exception {
        CommandLineRun run = CommandLineRun.of("show", directory.toString(), "--colour");
        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).startsWith("bulkhead: Unknown option: '--colour'").hasLineCount(1);
    }

    private void refused(String compose, String... pieces) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        refusedAsItStands(pieces);
    }

    private void refusedAsItStands(String... pieces) throws Exception {
        Map<String, Long> before = files();
        CommandLineRun run = CommandLineRun.of("edit", directory.toString(), "--attach", "web=front", "--write");
        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("bulkhead: ").contains(pieces).hasLineCount(1);
        assertThat(run.err().strip()).endsWith(".");
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(files()).isEqualTo(before);
    }

    /** Names and sizes, and the content of what is small: what "nothing was written" means. */
    private Map<String, Long> files() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : List.copyOf(walk.filter(Files::isRegularFile).toList())) {
                long size = Files.size(file);
                String content = size < 10_000 ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                all.put(directory.relativize(file) + content, size);
            }
        }
        return all;
    }
}
