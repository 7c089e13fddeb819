package dev.bulkhead.migrate.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sample of the campaign on the practice engine; {@code installers/campaign.sh} tries all of it.
 *
 * <p>{@code -Dbulkhead.campaign.every=1} tries every attempt, {@code -Dbulkhead.campaign.seed=N} others of them, {@code
 * -Dbulkhead.campaign.goal=FOUNDATION} those to one destination, {@code -Dbulkhead.campaign.kinds=PORT_TAKEN,NAME_TAKEN} some
 * mishaps only.
 */
class CampaignIT {

    private static final Optional<Integer> EVERY = Optional.ofNullable(Integer.getInteger("bulkhead.campaign.every"));
    private static final Set<MishapKind> KINDS = Campaign.kindsNamed(System.getProperty("bulkhead.campaign.kinds", ""));
    private static final long SEED = Long.getLong("bulkhead.campaign.seed", 5);

    static List<Destination> destinations() {
        String goal = System.getProperty("bulkhead.campaign.goal", "");
        return goal.isEmpty() ? List.of(Destination.values()) : List.of(Destination.named(goal));
    }

    @ParameterizedTest(name = "to {0}")
    @MethodSource("destinations")
    void whateverGoesWrongTheWayOnAndTheWayBackAreExact(Destination destination, @TempDir Path scratch)
            throws Exception {
        Campaign campaign = new Campaign(destination, scratch, SEED);

        campaign.carryOut(KINDS, EVERY.orElse(destination.every()));

        System.err.print(campaign.words());
        assertThat(campaign.failures()).isEmpty();
        assertThat(campaign.tried()).isPositive();
    }
}
