package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Path absent = directory.resolve("absent");

        expect(absent + " does not exist; name a Compose file or the directory of a project.", "absent");
    }

    @Test
    void aTextThatIsNotYaml() throws Exception {
        refused(
                "services: [unclosed\n",
                "compose.yaml:2:1: a ',' or ']' is missing before this place; complete the list in brackets.");
    }

    @Test
    void aTab() throws Exception {
        refused(
                "services:\n\tweb:\n\t\timage: a\n",
                "compose.yaml:2:1: a tab indents this line, which YAML forbids; use spaces.");
    }

    @Test
    void aKeyWrittenTwice() throws Exception {
        refused(
                "services:\n  web:\n    image: a\n  web:\n    image: b\n",
                "compose.yaml:4:3: the key web stands here a second time, first in line 2; merge the two.");
    }

    @Test
    void aCircleOfIncludes() throws Exception {
        Files.writeString(directory.resolve("b.yaml"), "include: [compose.yaml]\n");

        refused(
                "include: [b.yaml]\nservices:\n  web:\n    image: a\n",
                "b.yaml:1:11: including compose.yaml here closes a circle: compose.yaml includes b.yaml includes"
                        + " compose.yaml; remove one of these includes.");
    }

    @Test
    void anIncludeThatIsNotThere() throws Exception {
        refused(
                "include:\n  - ../elsewhere/compose.yaml\n",
                "compose.yaml:2:5: the included file ../elsewhere/compose.yaml does not exist; correct the path or"
                        + " create the file.");
    }

    @Test
    void anIncludeOutsideTheProjectIsReadAndNotEdited() throws Exception {
        Path project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(directory.resolve("shared.yaml"), "services:\n  web:\n    image: nginx\n");
        Files.writeString(project.resolve("compose.yaml"), "include:\n  - ../shared.yaml\nnetworks:\n  front: {}\n");
        Map<String, String> before = files();

        CommandLineRun run = CommandLineRun.of("edit", project.toString(), "--attach", "web=front", "--write");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        ExitCodes.BAD_INPUT,
                        "",
                        "warning: compose.yaml:2:5: ../shared.yaml lies outside the project directory; it is read, but"
                                + " not edited.\n"
                                + "bulkhead: " + directory.resolve("shared.yaml")
                                + " lies outside the project directory " + project
                                + "; Bulkhead writes only inside it. Open the directory that holds both instead.\n"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFileOfAHundredMegabytes() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("compose.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        refusedAsItStands(
                "compose.yaml has 100 MiB, more than the 10 MiB that Bulkhead reads; name a Compose file, or split this"
                        + " one.");
    }

    @Test
    void bytesThatAreNotText() throws Exception {
        Files.write(
                directory.resolve("compose.yaml"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, (byte) 0xff, (byte) 0xfe});

        refusedAsItStands("compose.yaml:1:5: a zero byte stands here, so this is no text file; name a Compose file.");
    }

    @Test
    void aFileThatMayNotBeRead() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx\n");

        // A tree of its own: on the disk an administrator may read everything.
        CommandLineRun run = CommandLineRun.reading(new LockedFileTree(), "check", directory.toString());

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        ExitCodes.BAD_INPUT,
                        "",
                        "bulkhead: compose.yaml cannot be read for lack of permission; give yourself read access to"
                                + " it.\n"));
    }

    @Test
    void anUnknownVariableIsAWarningAsInCompose() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx:${NGINX_TAG}\n");

        CommandLineRun run = CommandLineRun.of("show", directory.toString());

        assertThat(run.code()).isEqualTo(ExitCodes.FINE);
        assertThat(run.err())
                .isEqualTo(
                        "warning: compose.yaml:3:12: the variable NGINX_TAG is not set and stands for nothing; set it"
                                + " in .env, or write ${NGINX_TAG:-default}.\n");
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

    @Test
    void aDirectoryThatCannotTakeTheStateOfTheProject() throws Exception {
        Files.writeString(
                directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx\nnetworks:\n  front: {}\n");
        Files.writeString(directory.resolve(".bulkhead"), "a file where a directory belongs\n");

        refusedAsItStands(
                "Nothing was saved: " + directory.resolve(".bulkhead") + " stands in the way; move or rename it.");
    }

    private void refused(String compose, String sentence) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        refusedAsItStands(sentence);
    }

    private void refusedAsItStands(String sentence) throws Exception {
        expect(sentence, "");
    }

    private void expect(String sentence, String path) throws Exception {
        Map<String, String> before = files();

        CommandLineRun run =
                CommandLineRun.of("edit", directory.resolve(path).toString(), "--attach", "web=front", "--write");

        assertThat(run).isEqualTo(new CommandLineRun(ExitCodes.BAD_INPUT, "", "bulkhead: " + sentence + "\n"));
        assertThat(files()).isEqualTo(before);
    }

    /** The operator's files, their sizes, and the content of what is small: what "nothing was written" means. */
    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/.bulkhead/"))
                    .toList()) {
                long size = Files.size(file);
                String content = size < 10_000 ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                all.put(directory.relativize(file).toString(), size + " " + content);
            }
        }
        return all;
    }

    /** The disk as a user sees it who may read no Compose file. */
    private static final class LockedFileTree implements FileTree {

        private final FileTree disk = new DiskFileTree();

        @Override
        public byte[] read(Path file) throws IOException {
            if (file.endsWith("compose.yaml")) {
                throw new AccessDeniedException(file.toString());
            }
            return disk.read(file);
        }

        @Override
        public boolean isFile(Path file) {
            return disk.isFile(file);
        }

        @Override
        public boolean isDirectory(Path path) {
            return disk.isDirectory(path);
        }

        @Override
        public List<Path> list(Path directory) throws IOException {
            return disk.list(directory);
        }

        @Override
        public long size(Path file) throws IOException {
            return disk.size(file);
        }

        @Override
        public Optional<String> permissions(Path file) throws IOException {
            return disk.permissions(file);
        }
    }
}
