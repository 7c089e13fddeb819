package dev.bulkhead.address.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PoolForecastTest {

    private static PoolForecast of(Stack stack, UsedRange... used) {
        return PoolForecast.of(stack.topology(), List.of(used), EnginePools.DEFAULT);
    }

    @Test
    void givesTheBlocksBehindTheEnginesOwnBridge() {
        PoolForecast forecast = of(new Stack().network("a").network("b").service("web", "a", "b"));

        assertThat(forecast.given()).isEqualTo(Map.of("a", Cidr.of("172.18.0.0/16"), "b", Cidr.of("172.19.0.0/16")));
        assertThat(forecast.left()).isEqualTo(28);
    }

    @Test
    void leavesOutWhatComposeDoesNotCreate() {
        Stack stack = new Stack()
                .network("unused")
                .network("outside", o -> o.withExternal(true))
                .network("there")
                .network("stated", "172.30.0.0/24")
                .service("web", "outside", "there", "stated");

        assertThat(of(stack, UsedRange.onEngine("stack_there", Cidr.of("172.18.0.0/16")))
                        .given())
                .isEmpty();
    }

    @Test
    void keepsClearOfNetworksAndOfRoutesOnALink() {
        PoolForecast forecast = of(
                new Stack().network("a").network("b").service("web", "a", "b"),
                UsedRange.onEngine("bridge", Cidr.of("172.17.0.0/16")),
                UsedRange.onEngine("other", Cidr.of("172.18.4.0/24")),
                UsedRange.hostRoute("eth0", Cidr.of("172.19.0.0/20")));

        assertThat(forecast.given().values()).containsExactly(Cidr.of("172.20.0.0/16"), Cidr.of("172.21.0.0/16"));
        assertThat(forecast.hidden()).isEmpty();
    }

    @Test
    void doesNotSeeRoutesByWayOfAnotherMachine() {
        UsedRange vpn = UsedRange.routed("tun0", Cidr.of("172.18.0.0/15"));

        assertThat(of(new Stack().network("a").service("web", "a"), vpn).hidden())
                .containsExactly(new PoolForecast.Hidden("a", Cidr.of("172.18.0.0/16"), vpn));
    }

    @Test
    void saysWhichStatedSubnetsAnAutomaticOneMayTakeFirst() {
        PoolForecast forecast = of(new Stack()
                .network("auto")
                .network("zone", "172.18.5.0/24")
                .network("far", "172.25.0.0/16")
                .service("web", "auto", "zone", "far"));

        assertThat(forecast.contests())
                .containsExactly(new PoolForecast.Contest(
                        "zone", 0, Cidr.of("172.18.5.0/24"), Cidr.of("172.18.0.0/16"), List.of("auto")));
        assertThat(forecast.given()).isEqualTo(Map.of("auto", Cidr.of("172.19.0.0/16")));
    }

    @Test
    void countsTheNetworksThatGetNone() {
        Stack stack = new Stack();
        String[] keys = new String[33];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "n%02d".formatted(i);
            stack.network(keys[i]);
        }
        stack.service("web", keys);

        PoolForecast forecast = of(stack);

        assertThat(forecast.given()).hasSize(30);
        assertThat(forecast.unserved()).containsExactly("n30", "n31", "n32");
        assertThat(forecast.left()).isZero();
    }

    /** Plays every order in which a random project's networks can be created and compares what is refused. */
    @Test
    void contestsAreExactlyWhatSomeOrderOfCreationRefuses() {
        Random random = new Random(20);
        for (int trial = 0; trial < 300; trial++) {
            Stack stack = new Stack();
            List<String> keys = new ArrayList<>();
            int automatic = 1 + random.nextInt(2);
            for (int i = 0; i < automatic; i++) {
                keys.add("auto" + i);
                stack.network("auto" + i);
            }
            Set<Integer> blocks = new TreeSet<>();
            while (blocks.size() < 3) {
                blocks.add(18 + random.nextInt(6));
            }
            for (int block : blocks) {
                keys.add("net" + block);
                stack.network("net" + block, "172." + block + "." + random.nextInt(256) + ".0/24");
            }
            stack.service("web", keys.toArray(String[]::new));

            Set<String> refused = new TreeSet<>();
            permutations(keys, 0, order -> refused.addAll(refusedIn(order, stack.topology())));

            assertThat(of(stack).contests().stream().map(PoolForecast.Contest::network))
                    .as("trial %s: %s", trial, stack.topology().networks().values())
                    .containsExactlyInAnyOrderElementsOf(refused);
        }
    }

    private static List<String> refusedIn(List<String> order, Topology topology) {
        List<Cidr> taken = new ArrayList<>(List.of(Cidr.of("172.17.0.0/16")));
        List<String> refused = new ArrayList<>();
        for (String key : order) {
            List<Cidr> stated = topology.network(key).orElseThrow().subnets().stream()
                    .map(s -> Cidr.of(s.subnet().orElseThrow()))
                    .toList();
            if (stated.isEmpty()) {
                taken.addAll(EnginePools.DEFAULT.forecast(1, taken));
            } else if (taken.stream().anyMatch(stated.getFirst()::overlaps)) {
                refused.add(key);
            } else {
                taken.add(stated.getFirst());
            }
        }
        return refused;
    }

    private static void permutations(List<String> keys, int from, Consumer<List<String>> each) {
        if (from == keys.size()) {
            each.accept(keys);
        }
        for (int i = from; i < keys.size(); i++) {
            Collections.swap(keys, from, i);
            permutations(keys, from + 1, each);
            Collections.swap(keys, from, i);
        }
    }
}
