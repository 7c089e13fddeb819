package dev.bulkhead.migrate.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.PrivateEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sample of the campaign on a real engine, with processes that are really killed.
 *
 * <p>{@code -Dbulkhead.campaign.most=N} tries so many attempts a destination, {@code -Dbulkhead.campaign.seed=N} others of them,
 * {@code -Dbulkhead.campaign.goal=FILES} those to one, {@code -Dbulkhead.campaign.kinds=PORT_TAKEN,NAME_TAKEN} other mishaps.
 */
abstract class EngineCampaign {

    private static final int MOST = Integer.getInteger("bulkhead.campaign.most", 4);
    private static final long SEED = Long.getLong("bulkhead.campaign.seed", 5);
    private static final String KINDS = System.getProperty(
            "bulkhead.campaign.kinds", "KILLED_THEN_CONTINUED,KILLED_THEN_BACK,KILLED_ON_THE_WAY_BACK");

    private final PrivateEngine engine;

    EngineCampaign(PrivateEngine engine) {
        this.engine = engine;
    }

    static List<Destination> destinations() {
        String goal = System.getProperty("bulkhead.campaign.goal", "");
        return goal.isEmpty()
                ? List.of(Destination.FOUNDATION, Destination.FILES)
                : List.of(Destination.named(goal));
    }

    @ParameterizedTest(name = "to {0}")
    @MethodSource("destinations")
    void fromWhereverAProcessIsKilledTheWayOnAndTheWayBackAreExact(Destination destination) throws Exception {
        Set<MishapKind> kinds = Arrays.stream(KINDS.split(",")).map(MishapKind::valueOf).collect(Collectors.toSet());
        Campaign campaign = new Campaign(destination, () -> EngineWorld.start(engine, SEED), SEED);

        campaign.carryOut(kinds, MOST);

        System.err.print(engine.release() + ", " + campaign.words());
        assertThat(campaign.failures()).isEmpty();
        assertThat(campaign.tried()).isPositive();
    }
}
