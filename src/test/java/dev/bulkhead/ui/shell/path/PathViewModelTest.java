package dev.bulkhead.ui.shell.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path of the iterations as the window asks it, without a toolkit. */
class PathViewModelTest {

    @TempDir
    Path folder;

    private final PathViewModel path = new PathViewModel(new InlineTasks());

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @BeforeEach
    void open() throws Exception {
        project = PracticeProject.of(folder, """
                name: home
                services:
                  traefik:
                    image: traefik:v3
                    ports: ["80:80"]
                  postgres:
                    image: postgres:16
                """);
    }

    @Test
    void theFirstIterationIsNextBeforeAnythingWasDone() {
        path.show(project.migration());
        path.refresh(project.migration());

        assertThat(standings()).isEqualTo(from(0));
        assertThat(path.next().map(step -> step.playbook().id())).contains("1");
        assertThat(path.openRunProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void theStepsAreThereBeforeTheStatusIsKnown() {
        PathViewModel slow = new PathViewModel(new NeverDone());

        slow.show(project.migration());
        slow.refresh(project.migration());

        assertThat(slow.steps().stream().map(IterationStatus::standing).toList())
                .isEqualTo(from(0));
    }

    @Test
    void anIterationThatSucceededIsCompleteAndTheOneAfterItIsNext() throws Exception {
        path.show(project.migration());
        path.refresh(project.migration());
        project.migration().session("1").apply(event -> {});

        path.refresh(project.migration());

        assertThat(standings()).isEqualTo(from(1));
        assertThat(path.next().map(step -> step.playbook().id())).contains("2");
        assertThat(path.steps().getFirst().completed()).isPresent();
    }

    @Test
    void aRunThatWasStoppedInTheMiddleIsOpenUntilItIsRolledBack() throws Exception {
        MigrationSession session = project.migration().session("1");
        session.apply(event -> {
            if (event instanceof RunEvent.StepFinished) {
                session.control().cancel();
            }
        });
        path.show(project.migration());
        path.refresh(project.migration());
        assertThat(path.openRunProperty().get().map(RunRecord::state)).contains(RunState.CANCELLED);

        project.migration().rollback(Optional.empty(), event -> {});
        path.refresh(project.migration());

        assertThat(path.openRunProperty().get()).isEqualTo(Optional.empty());
        assertThat(standings()).isEqualTo(from(0));
    }

    @Test
    void whatWasKnownStaysWhenTheProjectCannotBeRead() throws Exception {
        project.migration().session("1").apply(event -> {});
        path.show(project.migration());
        path.refresh(project.migration());

        Files.writeString(folder.resolve("compose.yml"), "services: [");
        path.refresh(project.migration());

        assertThat(standings()).isEqualTo(from(1));
    }

    private List<Standing> standings() {
        return path.steps().stream().map(IterationStatus::standing).toList();
    }

    /** Returns the standings of eight iterations, of which some are complete. */
    private static List<Standing> from(int complete) {
        return IntStream.range(0, 8)
                .mapToObj(at -> at < complete ? Standing.COMPLETE : at == complete ? Standing.NEXT : Standing.PENDING)
                .toList();
    }

    /** Tasks that somebody else is still at. */
    private static final class NeverDone implements BackgroundTasks {
        private final InlineTasks handles = new InlineTasks();

        @Override
        public <T> TaskHandle start(
                BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            return handles.start(progress -> true, done -> {}, failed -> {});
        }
    }
}
