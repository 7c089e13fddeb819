package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Topology;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachMatrixTest {

    @Test
    void rowsAgreeWithJudgingEveryPair() {
        Random random = new Random(20_260_105);
        for (int round = 0; round < 1_000; round++) {
            ReachOptions options = RandomStacks.options(random);
            ReachMatrix matrix = Reach.compute(RandomStacks.topology(random), options);
            for (int from = 0; from < matrix.size(); from++) {
                for (int to = 0; to < matrix.size(); to++) {
                    if (from != to) {
                        assertThat(matrix.verdict(from, to))
                                .as("round %s: %s", round, matrix.answer(from, to))
                                .isEqualTo(matrix.answer(from, to).verdict());
                    }
                }
            }
        }
    }

    @Test
    void namesAreThoseOfOwnersOnSharedNetworks() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 1_000; round++) {
            ReachOptions options = RandomStacks.options(random);
            Topology topology = RandomStacks.topology(random);
            Wiring wiring = WiringBuilder.build(topology, options);
            ReachMatrix matrix = Reach.compute(topology, options);
            for (int from = 0; from < wiring.size(); from++) {
                for (int to = 0; to < wiring.size(); to++) {
                    assertThat(matrix.names(from + ReachMatrix.OUTSIDERS, to + ReachMatrix.OUTSIDERS))
                            .as("round %s: %s to %s in %s", round, from, to, topology)
                            .isEqualTo(resolves(wiring, from, to));
                }
            }
        }
    }

    private static boolean resolves(Wiring wiring, int from, int to) {
        Space asking = wiring.spaces[from];
        Space asked = wiring.spaces[to];
        return wiring.active[from]
                && wiring.active[to]
                && asked.owner() == to
                && wiring.any(asking, network -> network.names() && wiring.any(asked, network::equals));
    }
}
