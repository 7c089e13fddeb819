package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phases that stand for themselves: one that fails is taken back alone, and the run goes on with the others. */
class PhaseAloneTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: nginx:1

              api:
                image: node:22

              db:
                image: postgres:17
            """;

    private static final String PLAYBOOK = """
            id: tight
            name: tight
            title: Tighten the Shop
            objective: One service after the other.
            risk: low
            available: true
            phases:
              - title: Tighten web
                alone: true
                actions: [{set: {service: web, field: mem_limit, value: 64m}}]
              - title: Tighten api
                alone: true
                actions: [{set: {service: api, field: mem_limit, value: 64m}}]
              - title: Tighten db
                alone: true
                actions: [{set: {service: db, field: mem_limit, value: 64m}}]
            """;

    private final PracticeProject project;
    private final NormalisedState before;

    private final Path directory;

    PhaseAloneTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Playbook read = new PlaybookReader().read("tight.yml", PLAYBOOK);
        project = new PracticeProject(
                directory,
                new CatalogueAndPlaybooks(CatalogueAndPlaybooks.bundled().catalogue(), List.of(read)));
        before = NormalisedState.of(project.engine.observe(), "shop");
    }

    private static String with(String service) {
        return COMPOSE.replaceFirst("( {2}" + service + ":\\n {4}image: .*\\n)", "$1    mem_limit: 64m\n");
    }

    @Test
    void theOthersKeepWhatTheyGot() throws Exception {
        project.engine.faults().failNext(PracticeCall.UP, "api", "The engine refuses api.");

        RunOutcome outcome = project.migration.session("tight").apply(event -> {});

        assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.sentence())
                .isEqualTo(
                        "Done and verified. Step 5 (api) failed: The engine refuses api. \"Tighten api\" was taken back"
                                + " alone; everything else goes on.");
        assertThat(outcome.report().orElseThrow().result().issues())
                .containsExactly(
                        "Step 5 (api) failed: The engine refuses api.",
                        "\"Tighten api\" was taken back alone; everything else goes on.");
        assertThat(project.text("compose.yml"))
                .isEqualTo(with("web")
                        .replace("    image: postgres:17\n", "    image: postgres:17\n    mem_limit: 64m\n"));
    }

    @Test
    void aFileThatSomebodyChangedIsNoFaultOfOneService() throws Exception {
        MigrationSession session = project.migration.session("tight");
        session.review();
        Path file = directory.resolve("compose.yml");

        RunOutcome outcome = session.apply(event -> {
            if (event instanceof RunEvent.StepStarted begun && begun.step().number() == 1) {
                try {
                    Files.writeString(file, "# mine\n" + COMPOSE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });

        assertThat(outcome.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(project.text("compose.yml")).isEqualTo("# mine\n" + COMPOSE);
    }

    @Test
    void thePlanSaysWhichPhasesStandForThemselves() throws Exception {
        assertThat(project.migration.session("tight").review().plan().text())
                .contains("Phase 2: Tighten api (taken back alone if it fails)");
    }

    @Test
    void theWayBackGivesTheFirstBytesAlsoWhereAPhaseWasTakenBackAlone() throws Exception {
        project.engine.faults().failNext(PracticeCall.UP, "api", "The engine refuses api.");
        project.migration.session("tight").apply(event -> {});

        RunOutcome back = project.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(project.text("compose.yml")).isEqualTo(COMPOSE);
        assertThat(before.differencesTo(NormalisedState.of(project.engine.observe(), "shop")))
                .isEmpty();
    }

    @Test
    void aWayBackOfAPhaseThatWasCutOffIsWalkedToItsEnd() throws Exception {
        project.engine.faults().failNext(PracticeCall.UP, "api", "The engine refuses api.");
        assertThatThrownBy(() -> project.migration.session("tight").apply(PhaseAloneTest::dieOnTheWayBack))
                .isInstanceOf(Died.class);

        RunOutcome outcome =
                project.migration.resume(project.migration.openRun().orElseThrow(), event -> {}, new RunControl());

        assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(project.text("compose.yml"))
                .isEqualTo(with("web")
                        .replace("    image: postgres:17\n", "    image: postgres:17\n    mem_limit: 64m\n"));
    }

    private static void dieOnTheWayBack(RunEvent event) {
        if (event instanceof RunEvent.Undone) {
            throw new Died();
        }
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }
}
