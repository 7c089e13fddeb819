package dev.bulkhead.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts one fault after the other at every single step of a transaction. */
class AtomicFileSetFaultTest {

    private static final Map<String, String> OLD = Map.of(
            "compose.yaml",
            "old main",
            "app/compose.yaml",
            "old app",
            "gone.yml",
            "old",
            "linked.yml",
            "old link",
            "token",
            "secret (rw-r-----)");
    private static final Map<String, String> NEW = Map.of(
            "compose.yaml",
            "new main",
            "app/compose.yaml",
            "new app",
            "net/networks.yml",
            "new networks",
            "linked.yml",
            "new link",
            "token",
            "secret (rw-------)");

    @TempDir
    Path temp;

    @Test
    void aCrashAtAnyStepLeavesTheOldOrTheNewProject() throws Exception {
        int old = 0;
        int fresh = 0;
        for (int step = 0; ; step++) {
            Path project = project("crash-" + step);
            CrashingSteps steps = CrashingSteps.crashAtStep(step);
            boolean crashed = crashes(project, steps);
            if (!crashed) {
                assertThat(contents(project)).isEqualTo(NEW);
                break;
            }
            new AtomicFileSet(project, project.resolve(".state/transaction")).recover();

            assertThat(contents(project)).as("after a crash at step %d", step).isIn(OLD, NEW);
            assertThat(project.resolve(".state/transaction"))
                    .as("place of the transaction after a crash at step %d", step)
                    .doesNotExist();
            if (contents(project).equals(OLD)) {
                old++;
            } else {
                fresh++;
            }
        }
        assertThat(old).as("crashes that ended with the old project").isGreaterThan(5);
        assertThat(fresh).as("crashes that ended with the new project").isGreaterThan(5);
    }

    @Test
    void aProjectThatWasMovedAfterACrashIsWholeAgainWhereItStandsNow() throws Exception {
        for (int step = 0; ; step++) {
            Path project = project("here-" + step);
            if (!crashes(project, CrashingSteps.crashAtStep(step))) {
                break;
            }
            Path moved = Files.move(project, temp.resolve("there-" + step));
            new AtomicFileSet(moved, moved.resolve(".state/transaction")).recover();

            assertThat(contents(moved)).as("after a crash at step %d", step).isIn(OLD, NEW);
            assertThat(Files.exists(project)).isFalse();
        }
    }

    @Test
    void aSecondCrashWhileRecoveringChangesNothingAboutThat() throws Exception {
        for (int step = 12; step < 30; step += 3) {
            for (int second = 0; second < 12; second++) {
                Path project = project("crash-" + step + "-" + second);
                crashes(project, CrashingSteps.crashAtStep(step));
                try {
                    new AtomicFileSet(project, project.resolve(".state/transaction"), CrashingSteps.crashAtStep(second))
                            .recover();
                } catch (CrashingSteps.Crash again) {
                    assertThat(again).isNotNull();
                }
                new AtomicFileSet(project, project.resolve(".state/transaction")).recover();

                assertThat(contents(project))
                        .as("after crashes at step %d and then %d", step, second)
                        .isIn(OLD, NEW);
                assertThat(project.resolve(".state/transaction"))
                        .as("place of the transaction after crashes at step %d and then %d", step, second)
                        .doesNotExist();
            }
        }
    }

    @Test
    void aRefusalAtAnyStepLeavesTheOldProjectOrIsNotARefusal() throws Exception {
        int refused = 0;
        for (int step = 0; ; step++) {
            Path project = project("refuse-" + step);
            CrashingSteps steps = CrashingSteps.refuseStep(step);
            Map<String, String> expected;
            try {
                new AtomicFileSet(project, project.resolve(".state/transaction"), steps).write(writes(project));
                expected = NEW;
            } catch (FileWriteException refusal) {
                assertThat(refusal).hasMessage("Nothing was saved: the disk is full; make room on it and try again.");
                expected = OLD;
                refused++;
            }
            // What could not be tidied away is tidied by the next one who comes.
            new AtomicFileSet(project, project.resolve(".state/transaction")).recover();
            assertThat(contents(project)).as("after a refusal at step %d", step).isEqualTo(expected);
            if (!steps.happened()) {
                break;
            }
        }
        assertThat(refused).isGreaterThan(10);
    }

    private boolean crashes(Path project, CrashingSteps steps) throws FileWriteException {
        try {
            new AtomicFileSet(project, project.resolve(".state/transaction"), steps).write(writes(project));
            return false;
        } catch (CrashingSteps.Crash crash) {
            return true;
        }
    }

    private Path project(String name) throws IOException {
        Path project = Files.createDirectories(temp.resolve(name));
        Files.createDirectory(project.resolve(".state"));
        Files.createDirectory(project.resolve("app"));
        for (Map.Entry<String, String> file : OLD.entrySet()) {
            Files.writeString(project.resolve(file.getKey()), file.getValue().replaceAll(" \\(.*", ""));
        }
        Files.setPosixFilePermissions(project.resolve("token"), PosixFilePermissions.fromString("rw-r-----"));
        Files.createLink(project.resolve(".state/other-name"), project.resolve("linked.yml"));
        return project;
    }

    private static List<FileWrite> writes(Path project) {
        return List.of(
                write(project, "compose.yaml"),
                write(project, "app/compose.yaml"),
                write(project, "net/networks.yml"),
                write(project, "linked.yml"),
                new FileWrite(
                        project.resolve("token"), Optional.of("secret".getBytes(UTF_8)), Optional.of("rw-------")),
                FileWrite.remove(project.resolve("gone.yml")));
    }

    private static FileWrite write(Path project, String name) {
        return FileWrite.of(project.resolve(name), String.valueOf(NEW.get(name)).getBytes(UTF_8));
    }

    /** Returns the project's files with their contents; what Bulkhead itself keeps must not lie among them. */
    private static Map<String, String> contents(Path project) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(project)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString();
                if (!name.startsWith(".state")) {
                    String mode = name.equals("token")
                            ? " (" + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + ")"
                            : "";
                    contents.put(name, Files.readString(file) + mode);
                }
            }
        }
        return contents;
    }
}
