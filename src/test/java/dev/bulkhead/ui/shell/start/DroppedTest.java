package dev.bulkhead.ui.shell.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedTest {

    @Test
    void aFolderCountsBeforeAFileAndOnlyYamlCanBeAProject(@TempDir Path folder) throws Exception {
        Path picture = Files.writeString(folder.resolve("a.png"), "");
        Path compose = Files.writeString(folder.resolve("stack.YML"), "");
        Path project = Files.createDirectory(folder.resolve("project"));

        assertThat(Dropped.project(List.of(picture, compose, project))).contains(project);
        assertThat(Dropped.project(List.of(picture, compose))).contains(compose);
        assertThat(Dropped.project(List.of(picture))).isEmpty();
    }
}
