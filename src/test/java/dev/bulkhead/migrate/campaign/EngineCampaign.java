package dev.bulkhead.migrate.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.PrivateEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The campaign on a real engine, with processes that are really killed: as much of it as there is time for.
 *
 * <p>The same points every time, unless others are asked for; of each kind of mishap one is
 * tried before any is tried twice, each at another kind of operation. {@code -Dbulkhead.campaign.goal=FILES} goes to that
 * destination, {@code -Dbulkhead.campaign.seed=N} takes other points, {@code -Dbulkhead.campaign.minutes=60} takes
 * longer, {@code -Dbulkhead.campaign.most=N} tries so many at most, and {@code -Dbulkhead.campaign.kinds=PORT_TAKEN,NAME_TAKEN}
 * some mishaps only.
 */
abstract class EngineCampaign {

    private static final Duration LONG = Duration.ofMinutes(Integer.getInteger("bulkhead.campaign.minutes", 3));
    private static final int MOST = Integer.getInteger("bulkhead.campaign.most", Integer.MAX_VALUE);
    private static final Set<MishapKind> KINDS = Campaign.kindsNamed(System.getProperty("bulkhead.campaign.kinds", ""));

    private static final long SEED = 20_785;

    private final PrivateEngine engine;

    EngineCampaign(PrivateEngine engine) {
        this.engine = engine;
    }

    private static Destination destination() {
        String goal = System.getProperty("bulkhead.campaign.goal", "");
        return goal.isEmpty() ? Destination.FOUNDATION : Destination.named(goal);
    }

    @Test
    void whateverGoesWrongTheWayOnAndTheWayBackAreExact() throws Exception {
        Instant began = Instant.now();
        long seed = Long.getLong("bulkhead.campaign.seed", SEED);
        Destination destination = destination();
        Campaign campaign = new Campaign(destination, () -> EngineWorld.start(engine, seed), seed);

        campaign.carryOut(KINDS, MOST, began.plus(LONG), System.err::println);

        System.err.print(
                "engine " + engine.release() + ", goal " + destination + ", seed " + seed + ": " + campaign.words());
        assertThat(campaign.failures()).isEmpty();
        assertThat(campaign.tried()).isPositive();
    }
}
