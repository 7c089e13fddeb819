package dev.bulkhead.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayFileTreeTest {

    @TempDir
    private Path directory;

    @Test
    void aFolderHoldsWhatIsOnDiskAndWhatIsLaidOverItWithoutWhatIsTakenAway() throws Exception {
        Files.writeString(directory.resolve("kept"), "");
        Files.writeString(directory.resolve("gone"), "");
        FileTree tree = OverlayFileTree.withAbsent(
                new DiskFileTree(),
                Map.of(
                        directory.resolve("gone"), Optional.empty(),
                        directory.resolve("added"), Optional.of(new byte[0]),
                        directory.resolve("new/deep/file"), Optional.of(new byte[0])));

        assertThat(tree.list(directory))
                .containsExactly(directory.resolve("added"), directory.resolve("kept"), directory.resolve("new"));
        assertThat(tree.list(directory.resolve("new"))).containsExactly(directory.resolve("new/deep"));
        assertThatThrownBy(() -> tree.list(directory.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }
}
