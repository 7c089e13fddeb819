package dev.bulkhead.migrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Operation.Member;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking anew only for the flows of what a step changed tells the same as asking for all of them. */
class FlowsOnTheWayTest {

    private static final List<String> NETWORKS = List.of("flat", "one", "two");
    private static final List<String> SERVICES = List.of("a", "b", "c", "d", "guest", "far");

    private static Topology topology() {
        Stack stack = new Stack();
        NETWORKS.forEach(stack::network);
        return stack.service("a", "flat")
                .service("b", "flat", "one")
                .service("c", "two")
                .service("d", "flat")
                .publish("d", "8080:80")
                .mode("guest", "service:b")
                .service("far", "one", "two")
                .topology();
    }

    private static List<MustFlow> flows() {
        List<MustFlow> flows = new ArrayList<>();
        for (String from : SERVICES) {
            for (String to : SERVICES) {
                if (!from.equals(to)) {
                    flows.add(new MustFlow(
                            from, to, OptionalInt.of(80), Protocol.TCP, MustFlow.Source.SETTING, "It says so."));
                }
            }
            flows.add(new MustFlow(
                    from, MustFlow.INTERNET, OptionalInt.empty(), Protocol.TCP, MustFlow.Source.CATALOGUE, "News."));
        }
        return flows;
    }

    private static Operation step(Random random) {
        String service = List.of("a", "b", "c", "d", "far").get(random.nextInt(5));
        String network = NETWORKS.get(random.nextInt(3));
        return random.nextBoolean()
                ? new Operation.Connect(new Member(service, service), network, EndpointSpec.PLAIN)
                : new Operation.Disconnect(new Member(service, service), network);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyMomentIsAsIfAllWereAsked(long seed) {
        Random random = new Random(seed);
        Topology start = topology();
        Requirements requirements = new Requirements(flows(), Rules.NONE);
        FlowsOnTheWay way = new FlowsOnTheWay(requirements, start);
        way.askAll(Reach.compute(start, ReachOptions.defaults()));
        TopologyOnTheWay between = new TopologyOnTheWay(new PlanEffectFinder.PlannedSequence(start, List.of(), start));
        for (int i = 0; i < 40; i++) {
            FlowsOnTheWay earlier = new FlowsOnTheWay(requirements, start);
            earlier.askAll(Reach.compute(between.now(), ReachOptions.defaults()));
            Set<String> changed = between.change(step(random));
            ReachMatrix matrix = Reach.compute(between.now(), ReachOptions.defaults());
            FlowsOnTheWay all = new FlowsOnTheWay(requirements, start);
            all.askAll(matrix);

            assertThat(way.ask(changed, matrix)).isEqualTo(earlier.ask(Set.copyOf(SERVICES), matrix));
            assertThat(way.broken()).isEqualTo(all.broken());
            assertThat(way.count(matrix)).isEqualTo(all.count(matrix));
        }
    }
}
