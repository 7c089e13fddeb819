package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Refusals before the first step. */
class StartRefusalsTest {

    private static PreflightItem pending(String service) {
        return new PreflightItem(
                "pending:" + service,
                "Nothing but the run's own changes is deployed",
                CheckStatus.FAILED,
                service + " waits.",
                Optional.of("Deploy " + service + " first."),
                true);
    }

    @Test
    void servicesThatWaitToBeDeployedAreToldTogetherWithWhatDeploysAllOfThem() {
        assertThatThrownBy(() -> StartRefusals.blocked(List.of(pending("a"), pending("b"), pending("c"))))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "Nothing was started. a waits. Deploy a first. So it is with b, c; bulkhead apply PATH --yes,"
                                + " without an iteration, deploys all of them, one after the other.");
    }

    @Test
    void oneThatWaitsIsToldAlone() {
        assertThatThrownBy(() -> StartRefusals.blocked(List.of(pending("a"))))
                .hasMessage("Nothing was started. a waits. Deploy a first.");
    }
}
