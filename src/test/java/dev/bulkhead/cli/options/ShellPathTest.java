package dev.bulkhead.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellPathTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void aDirectoryThatWasEnteredThroughALinkIsTheLinks(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("harbour"), HERE);

        assertThat(ShellPath.of(Path.of("shop"), Map.of("PWD", link.toString())))
                .isEqualTo(link.resolve("shop"));
    }

    @Test
    void anotherDirectoryInTheEnvironmentIsNotBelieved(@TempDir Path folder) {
        assertThat(ShellPath.of(Path.of("shop"), Map.of("PWD", folder.toString())))
                .isEqualTo(Path.of("shop"));
        assertThat(ShellPath.of(Path.of("shop"), Map.of())).isEqualTo(Path.of("shop"));
    }

    @Test
    void anAbsolutePathIsItself(@TempDir Path folder) {
        assertThat(ShellPath.of(folder, Map.of("PWD", HERE.toString()))).isEqualTo(folder);
    }
}
