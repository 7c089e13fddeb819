package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.testing.Work;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

    @TempDir
    private Path folder = Path.of(".");

    private ComposeProject open(byte[] content) throws IOException, ComposeException {
        Path file = Files.write(folder.resolve("compose.yaml"), content);
        return new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(file));
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() ->
                        new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(folder.resolve("none.yaml"))))
                .hasMessage(folder.resolve("none.yaml")
                        + " does not exist; name a Compose file or the directory of a project.");
    }

    @Test
    void namesADirectoryWithoutAComposeFile() {
        assertThatThrownBy(() ->
                        new ComposeLoader(Projects.files("README", "text")).load(ComposeRequest.of(Projects.DIRECTORY)))
                .hasMessage(Projects.DIRECTORY + " holds no Compose file; name one, or create compose.yaml there.");
    }

    @Test
    void refusesAHugeFileUnread() throws IOException {
        Path file = folder.resolve("compose.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }
        assertThatThrownBy(() -> new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(folder)))
                .hasMessage(
                        "compose.yaml has 100 MiB, more than the 10 MiB that Bulkhead reads; name a Compose file, or"
                                + " split this one.");
    }

    @Test
    void namesTheFirstZeroByteOfABinaryFile() {
        assertThatThrownBy(() -> open("services:\n  a\0b".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("compose.yaml:2:4: a zero byte stands here, so this is no text file; name a Compose file.");
    }

    @Test
    void namesTheFirstByteThatIsNoUtf8() {
        assertThatThrownBy(() -> open("a: b\nc: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("compose.yaml:2:4: the bytes here are not UTF-8; save the file as UTF-8 text.");
    }

    @Test
    void namesAFileCutInTheMiddleOfACharacter() {
        assertThatThrownBy(() -> open(new byte[] {'a', ':', ' ', (byte) 0xE2, (byte) 0x82}))
                .hasMessage("compose.yaml:1:4: the bytes here are not UTF-8; save the file as UTF-8 text.");
    }

    @Test
    void refusesUtf16() {
        assertThatThrownBy(() -> open("a: b".getBytes(StandardCharsets.UTF_16)))
                .hasMessage("compose.yaml:1:1: the file is UTF-16 text; save it as UTF-8.");
    }

    @Test
    void namesAFileWithoutPermission() {
        FileTree locked = new FileTree() {
            @Override
            public byte[] read(Path file) throws IOException {
                throw new AccessDeniedException(file.toString());
            }

            @Override
            public boolean isFile(Path file) {
                return file.endsWith("compose.yaml");
            }

            @Override
            public boolean isDirectory(Path directory) {
                return directory.equals(folder);
            }

            @Override
            public List<Path> list(Path directory) {
                return List.of();
            }

            @Override
            public long size(Path file) {
                return 10;
            }

            @Override
            public Optional<String> permissions(Path file) {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> new ComposeLoader(locked).load(ComposeRequest.of(folder)))
                .hasMessage("compose.yaml cannot be read for lack of permission; give yourself read access to it.");
    }

    @Test
    void warnsOfAnUnknownVariableWithItsPlace() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", "services:\n  a:\n    image: x:${TAG}\n");
        assertThat(project.topology().service("a").orElseThrow().container().image())
                .contains("x:");
        assertThat(project.warnings().stream().map(BadInputTest::text))
                .containsExactly(
                        "compose.yaml:3:12: the variable TAG is not set and stands for nothing; set it in .env,"
                                + " or write ${TAG:-default}.");
    }

    @Test
    void readsAnIncludeOutsideTheProjectWithAWarning() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml", "include:\n  - ../common/c.yaml\n",
                "../common/c.yaml", "services:\n  a: {image: x}\n");
        assertThat(project.requireSound().topology().services()).containsOnlyKeys("a");
        assertThat(project.warnings().stream().map(BadInputTest::text))
                .containsExactly(
                        "compose.yaml:2:5: ../common/c.yaml lies outside the project directory; it is read, but"
                                + " not edited.");
        assertThat(project.sources().at(Element.service("a"))).hasToString("Optional[../common/c.yaml:2:3]");
    }

    @Test
    void refusesRangesThatStandForMillionsOfPorts() {
        StringBuilder ports = new StringBuilder("services:\n  a:\n    image: x\n    ports:\n");
        for (int i = 0; i < 10_000; i++) {
            ports.append("      - \"127.0.")
                    .append(i / 250)
                    .append('.')
                    .append(i % 250)
                    .append(":1-65535:1-65535\"\n");
        }
        assertThat(Projects.refusal("compose.yaml", ports.toString())).contains("stand for more than 500000 ports");
    }

    @Test
    void refusesIncludesThatMultiply() {
        String[] files = new String[82];
        for (int i = 0; i < 41; i++) {
            files[2 * i] = i == 0 ? "compose.yaml" : "f" + i + ".yaml";
            files[2 * i + 1] = i == 40
                    ? "services: {a: {image: x}}\n"
                    : "include: [f" + (i + 1) + ".yaml, {path: f" + (i + 1) + ".yaml}]\n";
        }
        assertThat(Projects.refusal(files)).isEqualTo("accepted");
    }

    @Test
    void readingManyNetworksIsWorkInProportion() throws Exception {
        long few = Work.of(() -> manyNetworks(2_500));

        assertThat(Work.of(() -> manyNetworks(10_000))).isLessThan(8 * few);
    }

    private static Topology manyNetworks(int count) throws Exception {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n    networks:\n");
        for (int i = 0; i < count; i++) {
            text.append("      n").append(i).append(": {aliases: [x]}\n");
        }
        text.append("networks:\n");
        for (int i = 0; i < count; i++) {
            text.append("  n").append(i).append(":\n");
        }
        Topology topology = Projects.open("compose.yaml", text.toString()).topology();
        assertThat(topology.networks()).hasSize(count);
        return topology;
    }

    @Test
    void namesNoValueOfAnEnvFileInItsFaults() {
        assertThat(Projects.refusal(
                        "compose.yaml", "services: {a: {image: x}}\n", ".env", "TOKEN!=hunter2\nPASSWORD=\"hunter2\n"))
                .isEqualTo(".env:1:1: a variable's name cannot hold the character at column 6.");
    }

    private static String text(LoadWarning warning) {
        return warning.at().orElseThrow() + ": " + warning.message();
    }
}
