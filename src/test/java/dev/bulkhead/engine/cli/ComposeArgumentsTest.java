package dev.bulkhead.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeArgumentsTest {

    @TempDir
    private Path folder;

    private List<String> arguments(Path path, List<Path> files) {
        return ComposeArguments.of(new ComposeRequest(path, files, Optional.empty(), List.of(), List.of(), Map.of()));
    }

    @Test
    void aDirectoryIsLeftToComposesOwnDiscovery() {
        assertThat(arguments(folder, List.of())).isEmpty();
    }

    @Test
    void aFileIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("stack.yml"));

        assertThat(arguments(file, List.of())).containsExactly("--file", file.toString());
    }

    @Test
    void statedFilesKeepTheirOrderAndTheProjectsDirectory() {
        Path a = folder.resolve("a.yml");
        Path b = folder.resolve("b.yml");

        assertThat(arguments(folder, List.of(b, a)))
                .containsExactly(
                        "--file", b.toString(), "--file", a.toString(), "--project-directory", folder.toString());
    }

    @Test
    void nameEnvironmentFilesAndProfilesAreHandedOn() {
        ComposeRequest request = new ComposeRequest(
                folder,
                List.of(),
                Optional.of("lab"),
                List.of(folder.resolve("sub/../lab.env")),
                List.of("debug", "gpu"),
                Map.of());

        assertThat(ComposeArguments.of(request))
                .containsExactly(
                        "--project-name",
                        "lab",
                        "--env-file",
                        folder.resolve("lab.env").toString(),
                        "--profile",
                        "debug",
                        "--profile",
                        "gpu");
    }
}
