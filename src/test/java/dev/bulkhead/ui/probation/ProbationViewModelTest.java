package dev.bulkhead.ui.probation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.model.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that waits for the operator's word, without a toolkit. */
class ProbationViewModelTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:02:10Z");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @SuppressWarnings("NullAway.Init")
    private ProbationViewModel model;

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
        model = new ProbationViewModel(
                Optional.of(project.migration()), new InlineTasks(), new Told(), () -> told.add("ended"));
    }

    @Test
    void nothingWaitsBeforeAnythingWasApplied() {
        model.refresh();

        assertThat(model.runProperty().get()).isEqualTo(Optional.empty());
        assertThat(told).isEmpty();
    }

    @Test
    void aChangeThatAnotherWindowAppliedIsSeen() throws Exception {
        apply();

        model.refresh();

        OnProbation run = model.runProperty().get().orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
        assertThat(run.left(NOW)).contains(Duration.ofMinutes(10));
        assertThat(run.guarded()).isFalse();
    }

    @Test
    void aChangeThatIsKeptWaitsNoLonger() throws Exception {
        apply();
        model.refresh();

        model.keep();

        assertThat(model.runProperty().get()).isEqualTo(Optional.empty());
        assertThat(told).containsExactly("ended", "done: The change is kept. Its restore point stays.");
        assertThat(project.migration().confirmation().onProbation()).isEmpty();
    }

    @Test
    void moreTimeIsAddedToWhatIsLeft() throws Exception {
        apply();
        model.refresh();

        model.extend();

        assertThat(model.runProperty().get().orElseThrow().left(NOW)).contains(Duration.ofMinutes(20));
    }

    @Test
    void aChangeThatWasTakenBackElsewhereIsToldAndGone() throws Exception {
        apply();
        model.refresh();
        project.migration().rollback(Optional.empty(), event -> {});

        model.refresh();

        assertThat(model.runProperty().get()).isEqualTo(Optional.empty());
        assertThat(told).hasSize(2).first().isEqualTo("ended");
        assertThat(told.getLast()).startsWith("refused: Rolled back: files and engine are as they were.");
    }

    @Test
    void keepingWhatIsGoneAlreadySaysWhy() throws Exception {
        apply();
        model.refresh();
        project.migration().rollback(Optional.empty(), event -> {});

        model.keep();

        assertThat(told.getFirst()).startsWith("failed: There is nothing to confirm: run ");
    }

    private void apply() throws Exception {
        MigrationSession session = project.migration().session("1");
        session.under(
                new Probation(Optional.of(Duration.ofMinutes(10)), Optional.empty(), Probation.OnBreak.TAKE_BACK),
                (run, places) -> {});
        session.apply(event -> {});
    }

    private final class Told implements Messages {
        @Override
        public void done(String sentence) {
            told.add("done: " + sentence);
        }

        @Override
        public void refused(String sentence) {
            told.add("refused: " + sentence);
        }

        @Override
        public void failed(String sentence) {
            told.add("failed: " + sentence);
        }
    }
}
