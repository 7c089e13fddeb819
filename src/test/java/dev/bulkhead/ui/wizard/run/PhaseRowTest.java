package dev.bulkhead.ui.wizard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phases of a run as it tells of itself, without a toolkit. */
class PhaseRowTest {

    private static final RouteRequest ROUTE = new RouteRequest("traefik", 80, false, "sonarr.lan", "/", "sonarr");
    private static final PlanStep ANSWERS = step(1, new Operation.ProbeRoute(ROUTE), 0);
    private static final PlanStep RECREATE =
            step(2, new Operation.RecreateServices(List.of("sonarr"), Duration.ofSeconds(60)), 2);
    private static final PlanStep READY =
            step(3, new Operation.WaitReady(List.of("sonarr", "traefik"), Duration.ofSeconds(60)), 0);
    private static final PlanStep CLOSED =
            step(4, new Operation.ProbeClosed("sonarr", PortMapping.of(8989, 8989, Protocol.TCP)), 0);
    private static final PlanStep OTHER =
            step(5, new Operation.RecreateServices(List.of("radarr"), Duration.ofSeconds(60)), 2);

    private final RunViewModel run = new RunViewModel(ZoneOffset.UTC);

    @BeforeEach
    void prepare() {
        run.prepare(
                new Plan(
                        "2",
                        "Port Consolidation",
                        "home",
                        List.of(ANSWERS, RECREATE, READY, CLOSED, OTHER),
                        List.of(
                                new Plan.Stretch("Close 8989/tcp of sonarr", 1),
                                new Plan.Stretch("Close the rest", 5))),
                Map.of(),
                Instant.EPOCH);
    }

    @Test
    void aPhaseHasTheStepsUntilTheNextOneBegins() {
        assertThat(run.phases())
                .extracting(PhaseRow::title)
                .containsExactly("Close 8989/tcp of sonarr", "Close the rest");
        assertThat(run.phases()).extracting(PhaseRow::range).containsExactly("steps 1 to 4", "step 5");
        assertThat(run.phases())
                .extracting(PhaseRow::interruption)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(run.phases().getFirst().begins(ANSWERS)).isTrue();
        assertThat(run.phases().getFirst().begins(RECREATE)).isFalse();
    }

    @Test
    void itsGatesAreTheStepsThatOnlyLook() {
        assertThat(run.phases().getFirst().gates())
                .extracting(PhaseRow.Gate::opens, PhaseRow.Gate::words)
                .containsExactly(
                        tuple(true, "http://sonarr.lan/ answers"), tuple(false, "8989/tcp of the host is closed"));
        assertThat(run.phases().getFirst().work())
                .containsExactly("sonarr: recreate from the files, wait until healthy");
        assertThat(run.phases().getLast().gates()).isEmpty();
    }

    @Test
    void manyOfOneKindAreToldInOneLine() {
        List<PlanStep> leave = List.of("a", "b", "c", "d", "e", "f").stream()
                .map(service -> step(
                        service.charAt(0) - 'a' + 1,
                        new Operation.Disconnect(new Operation.Member(service, service), "old"),
                        0))
                .toList();
        run.prepare(
                new Plan("8", "", "home", leave, List.of(new Plan.Stretch("x", 1), new Plan.Stretch("y", 6))),
                Map.of(),
                Instant.EPOCH);
        assertThat(run.phases().getFirst().work()).containsExactly("a, b, c, d, e: take off old");
        run.prepare(
                new Plan("8", "", "home", leave, List.of(new Plan.Stretch("x", 1), new Plan.Stretch("y", 7))),
                Map.of(),
                Instant.EPOCH);
        assertThat(run.phases().getFirst().work()).containsExactly("a, b, c, d and 2 more: take off old");
    }

    @Test
    void itStandsAsItsStepsDo() {
        PhaseRow first = run.phases().getFirst();
        assertThat(first.standing()).isEqualTo("waits");

        done(ANSWERS, 0);
        run.accept(new RunEvent.StepStarted(RECREATE, Instant.EPOCH));
        assertThat(first.progressProperty().get()).isEqualTo(StepRow.Progress.RUNNING);
        assertThat(first.standing()).isEqualTo("1 of 4");

        done(RECREATE, 3);
        done(READY, 0);
        done(CLOSED, 0);
        assertThat(first.standing()).isEqualTo("passed");
        assertThat(run.phases().getLast().standing()).isEqualTo("waits");

        run.accept(new RunEvent.StepStarted(OTHER, Instant.EPOCH));
        run.accept(new RunEvent.StepFailed(OTHER, Duration.ofSeconds(1), "It does not come up."));
        assertThat(run.phases().getLast().progressProperty().get()).isEqualTo(StepRow.Progress.FAILED);
    }

    @Test
    void whatIsLeftTakesAsLongAsTheSameTookSoFar() {
        assertThat(run.left()).isEqualTo(Duration.ofSeconds(4));
        assertThat(run.away()).isEqualTo(Duration.ofSeconds(4));

        done(RECREATE, 7);

        assertThat(run.left()).isEqualTo(Duration.ofSeconds(7));
        assertThat(run.away()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void severalStepsCanBeUnderWayAtOnce() {
        run.accept(new RunEvent.StepStarted(RECREATE, Instant.EPOCH));
        run.accept(new RunEvent.StepStarted(OTHER, Instant.EPOCH));
        run.accept(new RunEvent.StepFinished(RECREATE, Duration.ofSeconds(1), "running"));

        assertThat(run.chips().stream()
                        .filter(chip -> chip.currentProperty().get())
                        .map(ServiceChip::service))
                .containsExactly("radarr");
    }

    @Test
    void aPlanOfOnePhaseHasNoneToShow() {
        run.prepare(
                new Plan("1", "", "home", List.of(OTHER), List.of(new Plan.Stretch("all", 5))),
                Map.of(),
                Instant.EPOCH);

        assertThat(run.phases()).isEmpty();
    }

    private void done(PlanStep step, int seconds) {
        run.accept(new RunEvent.StepStarted(step, Instant.EPOCH));
        run.accept(new RunEvent.StepFinished(step, Duration.ofSeconds(seconds), ""));
    }

    private static PlanStep step(int number, Operation operation, int seconds) {
        return new PlanStep(number, operation, "", Risk.NONE, Duration.ofSeconds(seconds), List.of(), List.of());
    }
}
