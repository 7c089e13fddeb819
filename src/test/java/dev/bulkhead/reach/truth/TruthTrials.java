package dev.bulkhead.reach.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The prediction agrees with packets and look-ups on random topologies.
 *
 * <p>{@code -Dbulkhead.truth=N} tries N topologies instead of one, {@code -Dbulkhead.truth.seed=S} begins with another
 * one; {@code installers/truth.sh} runs the full number.
 */
abstract class TruthTrials {

    private final PrivateEngine engine;

    TruthTrials(PrivateEngine engine) {
        this.engine = engine;
    }

    @Test
    void predictionsAgreeWithPacketsAndLookUps() throws IOException, ComposeException {
        StandInImages.provide(engine, RandomProject.IMAGE);
        Process listener = engine.listenOnHost(8_090);
        try {
            int count = Integer.getInteger("bulkhead.truth", 1);
            long seed = Long.getLong("bulkhead.truth.seed", 1);
            List<String> disagreements = new ArrayList<>();
            int pairs = 0;
            int unknown = 0;
            for (int i = 0; i < count; i++) {
                Trial.Outcome outcome = Trial.run(engine, EngineSettings.ASSUMED, seed + i);
                pairs += outcome.pairs();
                unknown += outcome.unknown();
                disagreements.addAll(outcome.disagreements());
                System.err.println(engine.release() + ", topology " + (seed + i) + ": " + outcome.pairs() + " pairs, "
                        + outcome.unknown() + " unknown");
                outcome.disagreements().forEach(System.err::println);
            }
            System.err.println("Reach compared with packets on " + engine.release() + ": " + count + " topologies, "
                    + pairs + " pairs, " + unknown + " unknown, " + disagreements.size() + " disagreements");
            assertThat(disagreements).isEmpty();
            assertThat(pairs).isGreaterThan(20 * count);
            assertThat(unknown).isZero();
        } finally {
            listener.destroy();
        }
    }

    @Test
    void predictionsKnowNetworksOfOneFamily() throws IOException, ComposeException {
        StandInImages.provide(engine, RandomProject.IMAGE);
        Process listener = engine.listenOnHost(8_090);
        try {
            Trial.Outcome outcome =
                    Trial.run(engine, EngineSettings.ASSUMED, "one family each", RandomProject.ofOneFamilyEach());

            assertThat(outcome.disagreements()).isEmpty();
            assertThat(outcome.unknown()).isZero();
            assertThat(outcome.pairs()).isEqualTo(56);
        } finally {
            listener.destroy();
        }
    }
}
