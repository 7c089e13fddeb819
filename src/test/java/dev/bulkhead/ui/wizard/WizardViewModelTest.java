package dev.bulkhead.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.wizard.run.ServiceChip;
import dev.bulkhead.ui.wizard.run.StepRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through an iteration as its pages see it, without a toolkit, on the practice engine. */
class WizardViewModelTest {

    private static final String FLAT = """
            name: home
            services:
              traefik:
                image: traefik:v3
                container_name: traefik
                ports: ["80:80"]
                networks: [flat]
              jellyfin:
                image: jellyfin/jellyfin
                container_name: jellyfin
                networks: [flat]
              postgres:
                image: postgres:16
                container_name: postgres
                networks: [flat]
            networks:
              flat: {}
            """;

    @TempDir
    Path folder;

    private final List<String> called = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @SuppressWarnings("NullAway.Init")
    private WizardViewModel wizard;

    @BeforeEach
    void open() throws Exception {
        project = PracticeProject.of(folder, FLAT);
        wizard = new WizardViewModel(
                project.migration(),
                project.migration().session("1"),
                new WizardContext(
                        new InlineTasks(),
                        Runnable::run,
                        () -> Instant.EPOCH,
                        ZoneOffset.UTC,
                        Map::of,
                        () -> called.add("files changed"),
                        (run, places) -> called.add("guard of " + run)));
    }

    @Test
    void aPreflightThatHoldsOpensTheWayToTheQuestions() {
        assertThat(wizard.canGoOn().get()).isFalse();

        wizard.runPreflight();

        assertThat(wizard.preflight().stream().filter(PreflightItem::blocks)).isEmpty();
        assertThat(wizard.canGoOn().get()).isTrue();
    }

    @Test
    void theQuestionsComeWithTheAnswersThatAreProposed() throws Exception {
        wizard.runPreflight();
        wizard.next();

        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.QUESTIONS);
        assertThat(wizard.questions())
                .isEqualTo(project.migration().session("1").questions());
        assertThat(wizard.answersProperty().get()).contains(Answers.proposed("1", wizard.questions()));
    }

    @Test
    void theReviewIsThePlanOfTheGivenAnswersAndTheRunIsPreparedFromIt() throws Exception {
        toReview();

        String expected = project.migration().session("1").review().plan().text();
        assertThat(wizard.reviewProperty().get().orElseThrow().plan().text()).isEqualTo(expected);
        assertThat(wizard.run().steps().stream().map(StepRow::step).toList())
                .isEqualTo(wizard.reviewProperty().get().orElseThrow().plan().steps());
        assertThat(wizard.run().chips().stream().map(ServiceChip::service).sorted())
                .containsExactly("jellyfin", "postgres", "traefik");
        assertThat(Files.exists(folder.resolve(".bulkhead"))).isFalse();
    }

    @Test
    void aPageThatWasNotReachedCannotBeShownAndOneThatWasCan() {
        toReview();

        wizard.show(WizardPage.REPORT);
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.REVIEW);

        wizard.show(WizardPage.PREFLIGHT);
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.PREFLIGHT);
        assertThat(wizard.reachedProperty().get()).isEqualTo(WizardPage.REVIEW);
    }

    @Test
    void aRunThatSucceedsLeadsToWhatWasVerifiedAndOpensTheReport() throws Exception {
        toReview();
        wizard.next();
        wizard.apply();

        assertThat(wizard.run().stateProperty().get()).isEqualTo(RunState.SUCCEEDED);
        assertThat(wizard.run().outcomeProperty().get().map(RunOutcome::sentence))
                .contains("Done and verified.");
        assertThat(wizard.run().fractionProperty().get()).isEqualTo(1.0);
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.VERIFY);
        assertThat(wizard.reachedProperty().get()).isEqualTo(WizardPage.REPORT);
        assertThat(called).containsExactly("files changed");
        assertThat(memberships().get("postgres")).isEqualTo("data-net home_flat");
    }

    @Test
    void aRunIsCarriedOutOnceAndItsPagesAreOnlyLookedAtAfterwards() throws Exception {
        toReview();
        wizard.next();
        wizard.apply();
        Map<String, String> after = memberships();
        Optional<Review> carriedOut = wizard.reviewProperty().get();
        called.clear();

        wizard.show(WizardPage.PREFLIGHT);
        wizard.next();
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.QUESTIONS);
        wizard.next();
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.REVIEW);
        assertThat(wizard.canGoOn().get()).isTrue();
        wizard.apply();
        wizard.next();

        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.APPLY);
        assertThat(wizard.run().stateProperty().get()).isEqualTo(RunState.SUCCEEDED);
        assertThat(wizard.reviewProperty().get()).isEqualTo(carriedOut);
        assertThat(memberships()).isEqualTo(after);
        assertThat(called).isEmpty();
    }

    @Test
    void goingBackFromTheReportPutsFilesAndEngineBack() throws Exception {
        Map<String, String> before = memberships();
        toReview();
        wizard.next();
        wizard.apply();
        wizard.rollBack();

        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.WAY_BACK);
        assertThat(wizard.run().undone().getFirst()).isEqualTo("Wrote the old bytes of compose.yml, networks.yml.");
        assertThat(wizard.run().undone().stream()
                        .skip(1)
                        .map(line -> line.replaceAll("Step \\d+ taken back: (.*) \\([^(]*\\)\\.", "$1"))
                        .toList())
                .isEqualTo(wizard.run().wayBackProperty().get().orElseThrow().steps());
        assertThat(wizard.run().stateProperty().get()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(project.text("compose.yml")).isEqualTo(FLAT);
        assertThat(memberships()).isEqualTo(before);
        assertThat(wizard.carriesOutProperty().get()).isFalse();
        assertThat(called).containsExactly("files changed", "files changed");
    }

    @Test
    void whatCannotBeReadIsToldAndThePageStays() throws Exception {
        wizard.runPreflight();
        Files.writeString(folder.resolve("compose.yml"), "services: [");
        wizard.next();

        assertThat(wizard.troubleProperty().get()).startsWith("compose.yml:1:");
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.PREFLIGHT);
        assertThat(wizard.busyProperty().get()).isFalse();
    }

    @Test
    void somebodyWhoWaitsForTheEndOfNoRunIsCalledAtOnce() {
        wizard.whenDone(() -> called.add("done"));

        assertThat(called).containsExactly("done");
    }

    @Test
    void servicesGoSideBySideWhereTheOperatorWantsItAndThereAreSeveral() throws Exception {
        toReview();
        MigrationSession session = project.migration().session("1");
        wizard.choices().bind(session, GuardStarter.NONE);
        assertThat(session.control().lanes()).isEqualTo(1);

        assertThat(wizard.choices().canShareProperty().get()).isTrue();
        wizard.choices().sideBySideProperty().set(true);
        wizard.choices().bind(session, GuardStarter.NONE);
        assertThat(session.control().lanes()).isEqualTo(RunChoices.SIDE_BY_SIDE);

        wizard.choices()
                .propose(new Plan("files", "What the Files Say", "home", List.of()), Optional.empty(), Risk.MEDIUM);
        assertThat(wizard.choices().canShareProperty().get()).isFalse();
        wizard.choices().bind(session, GuardStarter.NONE);
        assertThat(session.control().lanes()).isEqualTo(1);
    }

    private void toReview() {
        wizard.runPreflight();
        wizard.next();
        wizard.next();
        assertThat(wizard.pageProperty().get()).isEqualTo(WizardPage.REVIEW);
    }

    private Map<String, String> memberships() throws Exception {
        return project.engine().observe().containers().stream()
                .collect(Collectors.toMap(
                        container -> container.name(),
                        container -> container.endpoints().stream()
                                .map(ObservedEndpoint::network)
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
