package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProjectDirectoryTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isBesideTheProjectAndNotMadeByNamingIt() {
        ProjectDirectory state = ProjectDirectory.of(directory);

        assertThat(state.path()).isEqualTo(directory.resolve(".bulkhead")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isClosedToOtherUsers() throws Exception {
        ProjectDirectory state = ProjectDirectory.of(directory);

        state.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsWhatIsPrivateOutOfVersionControl() throws Exception {
        ProjectDirectory state = ProjectDirectory.of(directory);

        state.create();
        Files.writeString(state.path().resolve(".gitignore"), "mine\n");
        state.create();

        assertThat(state.path().resolve(".gitignore")).hasContent("mine\n");
    }
}
