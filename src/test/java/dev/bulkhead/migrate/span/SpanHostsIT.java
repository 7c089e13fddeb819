package dev.bulkhead.migrate.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of two hosts that comes to span both, and goes back, while its services are asked. */
@WithEngine(EngineRelease.CURRENT)
class SpanHostsIT {

    private final PrivateEngine atlas;

    @TempDir
    private Path folder = Path.of("");

    SpanHostsIT(PrivateEngine atlas) {
        this.atlas = atlas;
    }

    @Test
    void aNetworkSpansTwoHostsAndGoesBack() throws Exception {
        try (PrivateEngine borea = PrivateEngine.start(EngineRelease.CURRENT)) {
            TwoHosts hosts = TwoHosts.with(atlas, borea, folder.resolve("shop"), true);
            String before = hosts.state();
            Map<String, String> starts = hosts.starts();

            CommandLineRun plan = hosts.run("plan", "--iteration", "span", "--answers", hosts.answers());
            assertThat(plan.code()).as(plan.err() + plan.out()).isEqualTo(ExitCodes.FINE);
            assertThat(plan.err())
                    .contains("note: The hosts have to reach each other on TCP 2377 and 7946")
                    .doesNotContain("is not known; a Swarm", "s ahead of that");
            assertThat(hosts.state()).isEqualTo(before);

            Map<String, AskingClients.Tally> seen;
            CommandLineRun apply;
            try (AskingClients asking = AskingClients.of(hosts)) {
                apply = hosts.run("apply", "--iteration", "span", "--answers", hosts.answers(), "--yes");
                seen = asking.end();
            }
            assertThat(apply.code()).as(apply.err() + apply.out()).isEqualTo(ExitCodes.FINE);
            assertThat(hosts.starts()).isEqualTo(starts);
            assertThat(seen).allSatisfy((flow, tally) -> {
                assertThat(tally.answered()).as(flow).isPositive();
                assertThat(tally.failed()).as(flow + ": " + tally).isZero();
            });
            assertThat(hosts.reaches("web", "cache")).isTrue();
            assertThat(hosts.reaches("jobs", "db")).isTrue();

            assertThat(hosts.records()).doesNotContain("SWMTKN").contains("shop_back-wide");
            assertThat(plan.out() + plan.err() + apply.out() + apply.err()).doesNotContain("SWMTKN");

            CommandLineRun back = hosts.run("rollback", "--yes");
            assertThat(back.code()).as(back.err() + back.out()).isEqualTo(ExitCodes.FINE);
            assertThat(hosts.state()).isEqualTo(before);
            assertThat(hosts.comesToReach("web", "db")).isTrue();
        }
    }
}
