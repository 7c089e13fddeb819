package dev.bulkhead.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status as the window has it, without a toolkit. */
class StatusViewModelTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @BeforeEach
    void open() throws Exception {
        project = PracticeProject.of(folder, """
                name: home
                services:
                  web:
                    image: example/web:1
                    ports: ["8080:80"]
                """);
    }

    private StatusViewModel on(BackgroundTasks tasks) {
        return new StatusViewModel(Optional.of(project.migration()), tasks);
    }

    @Test
    void nothingIsLookedAtUntilItIsShown() {
        StatusViewModel status = on(new InlineTasks());
        status.changed();
        assertThat(status.reportProperty().get()).isEqualTo(Optional.empty());

        status.show(true);

        assertThat(report(status).path().next().orElseThrow().id()).isEqualTo("1");
        assertThat(status.lookingProperty().get()).isFalse();
        assertThat(status.troubleProperty().get()).isEmpty();
    }

    private static StatusReport report(StatusViewModel status) {
        return status.reportProperty().get().orElseThrow();
    }

    @Test
    void whatHasChangedIsLookedAtAtOnceWhileShownAndOtherwiseWhenItIsShownNext() throws Exception {
        StatusViewModel status = on(new InlineTasks());
        status.show(true);
        project.migration().session("1").apply(event -> {});
        status.changed();
        assertThat(report(status).path().next().orElseThrow().id()).isEqualTo("2");

        status.show(false);
        project.migration().rollback(Optional.empty(), event -> {});
        status.changed();
        assertThat(report(status).path().next().orElseThrow().id()).isEqualTo("2");
        status.show(true);
        assertThat(report(status).path().next().orElseThrow().id()).isEqualTo("1");
    }

    @Test
    void whatIsShownAgainWithoutAChangeIsAsOldAsItSays() {
        Held held = new Held();
        StatusViewModel status = on(held);
        status.show(true);
        held.finish();
        status.show(false);
        status.show(true);

        assertThat(held.begun).hasSize(1);
    }

    @Test
    void theLookTellsWhatItDoesAndOneThatIsEndedLeavesWhatWasKnown() {
        Held held = new Held();
        StatusViewModel status = on(held);
        status.show(true);
        assertThat(status.lookingProperty().get()).isTrue();
        held.message.set("Asking the routes");
        held.fraction.set(0.5);
        assertThat(status.doingProperty().get()).isEqualTo("Asking the routes");
        assertThat(status.doneProperty().get()).isEqualTo(0.5);

        status.cancel();
        assertThat(held.cancelled).isTrue();
        assertThat(status.lookingProperty().get()).isFalse();
        assertThat(status.doingProperty().get()).isEmpty();
        assertThat(status.troubleProperty().get())
                .isEqualTo("The look was ended before anything was known; Refresh looks again.");

        status.look();
        held.finish();
        assertThat(status.troubleProperty().get()).isEmpty();
        StatusReport before = report(status);
        status.look();
        status.cancel();
        assertThat(report(status)).isSameAs(before);
        assertThat(status.troubleProperty().get())
                .isEqualTo("The look was ended; what stands here is as old as it says.");
    }

    @Test
    void aChangeDuringALookLeadsToAnotherLookAfterIt() {
        Held held = new Held();
        StatusViewModel status = on(held);
        status.show(true);
        status.changed();
        assertThat(held.begun).hasSize(1);

        held.finish();

        assertThat(held.begun).hasSize(2);
        assertThat(status.lookingProperty().get()).isTrue();
    }

    @Test
    void aProjectThatCannotBeReadIsToldAndTheLastReportStays() throws Exception {
        StatusViewModel status = on(new InlineTasks());
        status.show(true);
        Files.writeString(folder.resolve("compose.yml"), "services: {");

        status.look();

        assertThat(status.troubleProperty().get()).startsWith("compose.yml:1:");
        assertThat(report(status).path().project()).isEqualTo("home");
        assertThat(status.lookingProperty().get()).isFalse();
    }

    @Test
    void withoutAnEngineThereIsAReportThatSaysSo() {
        project.engine().goAway("The engine is gone.");
        StatusViewModel status = on(new InlineTasks());

        status.show(true);

        assertThat(report(status).health().why()).isEqualTo("The engine is gone.");
    }

    /** Tasks that run when the test says so. */
    private static final class Held implements BackgroundTasks, TaskHandle {

        final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
        final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
        final List<Runnable> begun = new ArrayList<>();
        boolean cancelled;

        @Override
        public <T> TaskHandle start(
                BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            begun.add(() -> new InlineTasks().start(task, onDone, onFailed));
            return this;
        }

        void finish() {
            begun.getLast().run();
        }

        @Override
        public ReadOnlyStringProperty messageProperty() {
            return message.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyDoubleProperty fractionProperty() {
            return fraction.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyBooleanProperty runningProperty() {
            return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
