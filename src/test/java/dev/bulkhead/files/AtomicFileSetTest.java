package dev.bulkhead.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileSetTest {

    @TempDir
    Path temp;

    private Path project;
    private AtomicFileSet files;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temp.resolve("project"));
        Files.createDirectory(project.resolve("state"));
        files = new AtomicFileSet(project, project.resolve("state/transaction"));
    }

    @Test
    void writesChangesAddsAndRemovesInOneGo() throws Exception {
        Path changed = Files.writeString(project.resolve("compose.yaml"), "old");
        Path removed = Files.writeString(project.resolve("gone.yml"), "old");
        Path added = project.resolve("new/deep/networks.yml");

        files.write(List.of(write(changed, "new"), FileWrite.remove(removed), write(added, "added")));

        assertThat(changed).hasContent("new");
        assertThat(removed).doesNotExist();
        assertThat(added).hasContent("added");
    }

    @Test
    void leavesNothingButTheFilesBehind() throws Exception {
        Path file = Files.writeString(project.resolve("compose.yaml"), "old");

        files.write(List.of(write(file, "new")));

        assertThat(allFiles()).containsExactly("compose.yaml");
        assertThat(project.resolve("state")).isEmptyDirectory();
    }

    @Test
    void keepsTheModeOfAFile() throws Exception {
        Path file = Files.writeString(project.resolve(".env"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        files.write(List.of(write(file, "new")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void givesANewFileTheUsualMode() throws Exception {
        Path usual = Files.writeString(project.resolve("made-by-hand"), "");

        files.write(List.of(write(project.resolve("networks.yml"), "new")));

        assertThat(Files.getPosixFilePermissions(project.resolve("networks.yml")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void keepsTheOtherNamesOfAFile() throws Exception {
        Path file = Files.writeString(project.resolve("compose.yaml"), "old");
        Path otherName = Files.createLink(temp.resolve("other-name"), file);

        files.write(List.of(write(file, "new")));

        assertThat(otherName).hasContent("new");
    }

    @Test
    void followsALinkInsideTheProject() throws Exception {
        Path real = Files.writeString(project.resolve("real.yml"), "old");
        Path link = Files.createSymbolicLink(project.resolve("link.yml"), Path.of("real.yml"));

        files.write(List.of(write(link, "new")));

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void refusesALinkThatLeavesTheProject() throws Exception {
        Path outside = Files.writeString(temp.resolve("outside.yml"), "old");
        Path link = Files.createSymbolicLink(project.resolve("link.yml"), outside);
        Path file = Files.writeString(project.resolve("compose.yaml"), "old");

        assertThatThrownBy(() -> files.write(List.of(write(file, "new"), write(link, "new"))))
                .isInstanceOf(FileWriteException.class)
                .hasMessage(link + " leads to " + outside + ", which lies outside the project directory " + project
                        + "; Bulkhead writes only inside it. Open the directory that holds both instead.");
        assertThat(outside).hasContent("old");
        assertThat(file).hasContent("old");
    }

    @Test
    void refusesANewFileBehindADirectoryLinkThatLeavesTheProject() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.createSymbolicLink(project.resolve("dir"), outside);

        assertThatThrownBy(() -> files.write(List.of(write(project.resolve("dir/new.yml"), "new"))))
                .hasMessageContaining("outside the project directory");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatClimbsOut() {
        Path outside = project.resolve("../climbed.yml");

        assertThatThrownBy(() -> files.write(List.of(write(outside, "new"))))
                .hasMessageContaining("climbed.yml lies outside the project directory");
    }

    @Test
    void refusesALinkToNothing() throws Exception {
        Path link = Files.createSymbolicLink(project.resolve("link.yml"), Path.of("missing.yml"));

        assertThatThrownBy(() -> files.write(List.of(write(link, "new"))))
                .hasMessageContaining("is a symbolic link to nothing (missing.yml)");
    }

    @Test
    void refusesTwoNamesOfOneFileInOneSave() throws Exception {
        Path real = Files.writeString(project.resolve("real.yml"), "old");
        Path link = Files.createSymbolicLink(project.resolve("link.yml"), Path.of("real.yml"));

        assertThatThrownBy(() -> files.write(List.of(write(real, "1"), write(link, "2"))))
                .hasMessageContaining("is written twice in one save");
        assertThat(real).hasContent("old");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseWroteAfterTheCrash() throws Exception {
        Path one = Files.writeString(project.resolve("one.yml"), "old");
        Path two = Files.writeString(project.resolve("two.yml"), "old");
        CrashingSteps steps = CrashingSteps.crashAtRename(two);
        AtomicFileSet crashing = new AtomicFileSet(project, project.resolve("state/transaction"), steps);
        assertThatThrownBy(() -> crashing.write(List.of(write(one, "new"), write(two, "new"))))
                .isInstanceOf(CrashingSteps.Crash.class);
        Files.writeString(two, "by hand");

        Recovery recovery = files.recover();

        assertThat(recovery)
                .isEqualTo(new Recovery.Blocked("An interrupted save cannot be finished because " + two
                        + " has been changed by another program since; compare it with "
                        + project.resolve(".two.yml.bulkhead-new") + ", settle it by hand and delete "
                        + project.resolve("state/transaction") + "."));
        assertThat(two).hasContent("by hand");
    }

    private List<String> allFiles() throws IOException {
        try (Stream<Path> walk = Files.walk(project)) {
            return walk.filter(Files::isRegularFile)
                    .map(p -> project.relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }

    private static FileWrite write(Path file, String text) {
        return FileWrite.of(file, text.getBytes(UTF_8));
    }
}
