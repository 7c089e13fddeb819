package dev.bulkhead.reach.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinglePointsOfFailureTest {

    @Test
    void theOnlyServiceBetweenTwoNetworksIsOne() {
        Topology topology = new Stack()
                .network("front")
                .network("back")
                .service("shop", "front")
                .service("proxy", "front", "back")
                .service("app", "back")
                .topology();

        assertThat(SinglePointsOfFailure.of(topology)).containsExactly("proxy");
    }

    @Test
    void oneOfTwoServicesBetweenTheSameNetworksIsNone() {
        Topology topology = new Stack()
                .network("front")
                .network("back")
                .service("proxy", "front", "back")
                .service("spare", "front", "back")
                .topology();

        assertThat(SinglePointsOfFailure.of(topology)).isEmpty();
    }

    @Test
    void aProjectWithoutNetworksHasNone() {
        assertThat(SinglePointsOfFailure.of(new Stack().service("alone").topology()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itFindsWhatCountingComponentsAnewFinds(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 25; trial++) {
            Topology topology = any(random);

            assertThat(SinglePointsOfFailure.of(topology))
                    .as("seed %d, trial %d", seed, trial)
                    .isEqualTo(byCounting(topology));
        }
    }

    private static Topology any(Random random) {
        Stack stack = new Stack();
        int networks = 2 + random.nextInt(6);
        IntStream.range(0, networks).forEach(n -> stack.network("n" + n));
        int services = 1 + random.nextInt(9);
        for (int s = 0; s < services; s++) {
            Set<String> member = new TreeSet<>();
            int wanted = 1 + random.nextInt(3);
            IntStream.range(0, wanted).forEach(i -> member.add("n" + random.nextInt(networks)));
            stack.service("s" + s, member.toArray(String[]::new));
        }
        return stack.topology();
    }

    /** The definition: without the service, what was one part is several; parts are sets of networks. */
    private static SortedSet<String> byCounting(Topology topology) {
        SortedSet<String> found = new TreeSet<>();
        List<Service> services = List.copyOf(topology.services().values());
        int whole = parts(topology.networks().keySet(), services);
        for (Service service : services) {
            List<Service> rest =
                    services.stream().filter(other -> !other.equals(service)).toList();
            if (parts(topology.networks().keySet(), rest) > whole) {
                found.add(service.key());
            }
        }
        return found;
    }

    private static int parts(Set<String> networks, List<Service> services) {
        Map<String, String> representative = new HashMap<>();
        networks.forEach(n -> representative.put(n, n));
        for (Service service : services) {
            List<String> names =
                    service.attachments().stream().map(a -> a.network()).toList();
            for (String other : names) {
                String from = representative.get(other);
                String to = representative.get(names.getFirst());
                representative.replaceAll((n, r) -> r.equals(from) ? to : r);
            }
        }
        return new HashSet<>(representative.values()).size();
    }
}
