package dev.bulkhead.migrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanEffectFinderTest {

    private static final Topology FLAT = new Stack()
            .network("flat")
            .network("new")
            .service("proxy", "flat")
            .service("app", "flat")
            .service("database", "flat")
            .topology();

    private static final MustFlow PROXY_TO_APP = new MustFlow(
            "proxy", "app", OptionalInt.of(80), Protocol.TCP, MustFlow.Source.ROUTE, "A route leads there.");

    @Test
    void whatIsBrokenOnlyBetweenTwoStepsIsNamedWithBoth() throws Exception {
        Topology moved = topology("new", "new", "flat");

        PlanEffect effect = find(moved, List.of(PROXY_TO_APP), Rules.NONE, "proxy", "database", "app");

        assertThat(effect.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.what()).isEqualTo("proxy -> app:80");
            assertThat(outage.after()).isEqualTo(2);
            assertThat(outage.until()).hasValue(4);
            assertThat(outage.sentence())
                    .contains("from step 2 until step 4")
                    .contains("proxy")
                    .contains("app");
        });
    }

    @Test
    void whatIsBrokenAtTheEndIsBrokenForGood() throws Exception {
        Topology apart = topology("flat", "new", "flat");

        PlanEffect effect = find(apart, List.of(PROXY_TO_APP), Rules.NONE, "app");

        assertThat(effect.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.until()).isEmpty();
            assertThat(outage.sentence()).contains("from step 2 on, for good");
        });
    }

    @Test
    void whatTheLanDidNotReachIsNotOpenedUnasked() throws Exception {
        Topology opened = new Stack()
                .network("flat")
                .network("new")
                .service("proxy", "flat")
                .service("app", "new")
                .publish("app", "8080:80")
                .service("database", "flat")
                .topology();

        PlanEffect effect = find(opened, List.of(), Rules.NONE, "app");

        assertThat(effect.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.what()).isEqualTo("must-not: lan -> app");
            assertThat(outage.sentence()).contains("from step 2 on, for good").contains("8080");
        });
        assertThat(effect.unaccepted(Set.of("must-not: lan -> app"))).isEmpty();
    }

    @Test
    void everyStepThatMovesAServiceTellsWhoReachesMoreAndLess() throws Exception {
        Topology moved = topology("new", "new", "flat");

        PlanEffect effect = find(moved, List.of(), Rules.NONE, "proxy", "database", "app");

        assertThat(effect.way().steps()).extracting(StepReach::step).containsExactly(2, 4);
        assertThat(effect.way().steps().stream().map(StepReach::words))
                .containsExactly("4 pairs close", "2 pairs open, 2 pairs close");
        assertThat(effect.after(3)).isEmpty();
    }

    @Test
    void aFlowThatIsKeptTellsByWhichNetworksItGoesAfterAStep() throws Exception {
        Topology moved = topology("new", "new", "flat");

        PlanEffect effect = find(moved, List.of(PROXY_TO_APP), Rules.NONE, "proxy", "database", "app");

        StepReach apart = effect.after(2).orElseThrow();
        assertThat(apart.ways()).containsExactly(new StepReach.FlowWay("proxy -> app:80", List.of("flat"), List.of()));
        assertThat(apart.breaks()).containsExactly("proxy -> app:80");
        assertThat(apart.mends()).isEmpty();
        assertThat(apart.figures()).isEqualTo(new ReachFigures(1, 0, 0, 0));
        StepReach together = effect.after(4).orElseThrow();
        assertThat(together.ways())
                .containsExactly(new StepReach.FlowWay("proxy -> app:80", List.of(), List.of("new")));
        assertThat(together.mends()).containsExactly("proxy -> app:80");
        assertThat(together.figures()).isEqualTo(new ReachFigures(1, 1, 1, 0));
    }

    @Test
    void figuresStayBetweenTheStepsThatChangeThem() throws Exception {
        Topology moved = topology("new", "new", "flat");

        PlanEffect effect = find(moved, List.of(PROXY_TO_APP), Rules.NONE, "proxy", "database", "app");

        ReachFigures before = new ReachFigures(1, 1, 0, 0);
        ReachFigures broken = new ReachFigures(1, 0, 0, 0);
        ReachFigures end = new ReachFigures(1, 1, 1, 0);
        assertThat(IntStream.rangeClosed(0, 4).mapToObj(effect.way()::figures))
                .containsExactly(before, before, broken, broken, end);
        assertThat(effect.way().before()).isEqualTo(before);
        assertThat(effect.way().end()).isEqualTo(end);
    }

    @Test
    void portsAreCountedOnceThatSeveralServicesShareAndOnlyThoseTheLanReaches() throws Exception {
        Topology open = new Stack()
                .network("flat")
                .network("new")
                .service("proxy", "flat")
                .publish("proxy", "80:80")
                .publish("proxy", "127.0.0.1:8090:8090")
                .service("app", "flat")
                .service("database", "flat")
                .topology();

        PlanEffect effect = find(open, List.of(), Rules.NONE, "proxy");

        assertThat(effect.way().before().openPorts()).isZero();
        assertThat(effect.after(2).orElseThrow().figures().openPorts()).isEqualTo(1);
        assertThat(effect.after(2).orElseThrow().pairs(ReachChange.Kind.OPENS)).isEqualTo(1);
    }

    @Test
    void joiningBeforeLeavingBreaksNothing() throws Exception {
        Topology both = new Stack()
                .network("flat")
                .network("new")
                .service("proxy", "flat", "new")
                .service("app", "flat", "new")
                .service("database", "flat")
                .topology();

        PlanEffect effect = find(both, List.of(PROXY_TO_APP), Rules.NONE, "proxy", "app");

        assertThat(effect.outages()).isEmpty();
    }

    @Test
    void aRuleThatAnIntermediateStateBreaksIsAnOutageAndOneBrokenBeforeIsNot() throws Exception {
        Rules rules = RulesReader.parse("bulkhead.yml", """
                version: 1
                rules:
                  - must: app -> database
                  - must-not: proxy -> database
                """);
        Topology moved = topology("flat", "new", "new");

        PlanEffect effect = find(moved, List.of(), rules, "app", "database");

        assertThat(effect.outages()).extracting(Outage::what).containsExactly("must: app -> database");
        assertThat(effect.outages().getFirst().until()).hasValue(3);
        assertThat(effect.unaccepted(Set.of("must: app -> database"))).isEmpty();
    }

    @Test
    void changesNameTheRulesThatSpeakOfThem() throws Exception {
        Rules rules = RulesReader.parse("bulkhead.yml", """
                version: 1
                rules:
                  - must-not: proxy -> database
                  - must: app -> internet
                """);
        Topology moved = topology("flat", "flat", "new");

        PlanEffect effect = find(moved, List.of(), rules, "database");

        assertThat(effect.groups())
                .filteredOn(touched -> touched.group().via().equals(java.util.Optional.of("flat")))
                .singleElement()
                .satisfies(touched -> {
                    assertThat(touched.group().kind().text()).isEqualTo("closes");
                    assertThat(touched.group().pairs()).isEqualTo(4);
                    assertThat(touched.rules())
                            .extracting(Object::toString)
                            .containsExactly("must-not: proxy -> database");
                });
    }

    private static Topology topology(String proxy, String app, String database) {
        return new Stack()
                .network("flat")
                .network("new")
                .service("proxy", proxy)
                .service("app", app)
                .service("database", database)
                .topology();
    }

    private static PlanEffect find(Topology planned, List<MustFlow> flows, Rules rules, String... moves) {
        List<PlanStep> steps = new ArrayList<>();
        steps.add(new PlanStep(
                1,
                new Operation.WriteFiles(List.of()),
                "Files come first.",
                Risk.NONE,
                Duration.ZERO,
                List.of(),
                List.of()));
        for (String service : moves) {
            steps.add(new PlanStep(
                    steps.size() + 1,
                    new Operation.RecreateServices(List.of(service), Duration.ofMinutes(1)),
                    "It moves.",
                    Risk.LOW,
                    Duration.ofSeconds(3),
                    List.of(),
                    List.of()));
        }
        Plan plan = new Plan("trial", "Trial", "stack", steps);
        PlanEffectFinder.PlannedSequence course = new PlanEffectFinder.PlannedSequence(FLAT, List.of(planned), planned);
        return new PlanEffectFinder(plan, course, rules, ReachOptions.defaults()).find(flows);
    }
}
