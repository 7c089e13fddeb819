package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.testing.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rows over several hosts, which are worked out for services that are alike, are what the judge says of each pair. */
class AcrossHostsTest {

    private static final List<String> HOSTS = List.of("a", "b", "c");
    private static final int SERVICES = 9;
    private static final int NETWORKS = 4;

    @Test
    void rowsAreWhatIsJudgedOfEachPair() {
        List<String> apart = new ArrayList<>();
        int unknown = 0;
        for (int seed = 0; seed < 300; seed++) {
            ReachMatrix matrix = matrix(new Random(seed));
            for (int from = ReachMatrix.OUTSIDERS; from < matrix.size(); from++) {
                for (int to = ReachMatrix.OUTSIDERS; to < matrix.size(); to++) {
                    if (from != to) {
                        Verdict judged = matrix.answer(from, to).reason().verdict();
                        unknown += judged == Verdict.UNKNOWN ? 1 : 0;
                        if (matrix.verdict(from, to) != judged) {
                            apart.add(seed + ": " + matrix.subjects().get(from) + " -> "
                                    + matrix.subjects().get(to) + " is judged " + judged + ", and the row says "
                                    + matrix.verdict(from, to));
                        }
                    }
                }
            }
        }

        assertThat(apart).isEmpty();
        assertThat(unknown).describedAs("doubtful pairs among them").isGreaterThan(1000);
    }

    private static ReachMatrix matrix(Random random) {
        Stack stack = new Stack();
        Map<String, List<SortedSet<String>>> spanning = new HashMap<>();
        for (int network = 0; network < NETWORKS; network++) {
            boolean overlay = random.nextBoolean();
            stack.network("n" + network, options -> overlay ? options.withDriver("overlay") : options);
            if (overlay && random.nextInt(3) > 0) {
                spanning.put("stack_n" + network, List.of(some(random)));
            }
        }
        Map<String, SortedSet<String>> services = new HashMap<>();
        for (int service = 0; service < SERVICES; service++) {
            String key = "s" + service;
            stack.service(key, "n" + random.nextInt(NETWORKS), "n" + random.nextInt(NETWORKS));
            if (random.nextInt(3) == 0) {
                stack.publish(key, 8000 + service + ":80");
            }
            if (random.nextInt(5) > 0) {
                services.put(
                        key,
                        random.nextInt(4) == 0 ? some(random) : new TreeSet<>(List.of(HOSTS.get(random.nextInt(3)))));
            }
        }
        SortedSet<String> silent = new TreeSet<>(random.nextInt(3) == 0 ? List.of("d") : List.of());
        ServiceHosts hosts = new ServiceHosts(new TreeSet<>(HOSTS), silent, services, spanning);
        return Reach.compute(
                stack.topology(), ReachOptions.defaults().withShared(new SharedNetworks(Map.of(), List.of(), hosts)));
    }

    private static SortedSet<String> some(Random random) {
        SortedSet<String> some = new TreeSet<>();
        HOSTS.forEach(host -> {
            if (random.nextBoolean()) {
                some.add(host);
            }
        });
        return some.isEmpty() ? new TreeSet<>(HOSTS) : some;
    }
}
