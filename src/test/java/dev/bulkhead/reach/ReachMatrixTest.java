package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.names.NameAnswer;
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
    void namesAreWhatALookUpAnswers() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 1_000; round++) {
            ReachOptions options = RandomStacks.options(random);
            Topology topology = RandomStacks.topology(random);
            IndexedTopology indexed = TopologyIndexer.build(topology, options);
            ReachMatrix matrix = Reach.compute(topology, options);
            int own = topology.services().size();
            for (int from = 0; from < own; from++) {
                for (int to = 0; to < indexed.size(); to++) {
                    assertThat(matrix.names(from + ReachMatrix.OUTSIDERS, to + ReachMatrix.OUTSIDERS))
                            .as("round %s: %s to %s in %s", round, from, to, topology)
                            .isEqualTo(resolves(indexed, from, to));
                }
            }
        }
    }

    private static boolean resolves(IndexedTopology indexed, int from, int to) {
        int owner = indexed.namespaces[to].owner();
        return indexed.active[from]
                && indexed.active[to]
                && owner != IndexedTopology.NOBODY
                && indexed.lookup().ask(indexed.services.get(from), indexed.name(to))
                        instanceof NameAnswer.Containers(var services, var _, var _)
                && services.contains(indexed.bearer(owner));
    }
}
