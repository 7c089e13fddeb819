package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import dev.bulkhead.reach.setting.BridgeDefaults;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that lead to a network on which nobody hears the other. */
class SilentNetworkTest {

    private static final String RULE = "name-unreachable";

    /** Packets would get through on the other network; the name leads to the first. */
    @Test
    void findsANameThatLeadsToANetworkWhoseMembersDoNotHearEachOther() throws Exception {
        String text = """
                services:
                  app:
                    image: app:1
                    environment: {REDIS_HOST: cache}
                    networks: [egress, monitoring]
                  cache: {image: "redis:8", networks: [egress, monitoring]}
                networks:
                  egress: {driver_opts: {com.docker.network.bridge.enable_icc: "false"}}
                  monitoring:
                """;

        assertThat(Linted.compose(text).findings(RULE)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo(
                            "Service app names cache (REDIS_HOST), which leads to its address on network egress, whose"
                                    + " members do not hear each other (enable_icc is false); they would on monitoring.");
            assertThat(finding.fix())
                    .contains("Give cache an alias on monitoring alone, and name that instead of cache.");
        });
        assertThat(Linted.compose(text.replace("egress", "zone")).lines(RULE)).isEmpty();
        assertThat(Linted.compose(text.replace("\"false\"", "\"true\"")).lines(RULE))
                .isEmpty();
    }

    /** Settings of the engine count as those of the files do. */
    @Test
    void whatTheEngineIsSetToCounts() throws Exception {
        String text = """
                services:
                  app:
                    image: app:1
                    environment: {REDIS_HOST: cache}
                    networks: [egress, monitoring]
                  cache: {image: "redis:8", networks: [egress, monitoring]}
                networks:
                  egress:
                  monitoring: {driver_opts: {com.docker.network.bridge.enable_icc: "true"}}
                """;
        Map<String, String> silent = Map.of("com.docker.network.bridge.enable_icc", "false");
        EngineSettings set =
                new EngineSettings(Map.of(), new BridgeDefaults(Optional.empty(), silent), List.of(), true);

        assertThat(Linted.compose(text).around(r -> r.withSettings(set)).lines(RULE))
                .singleElement()
                .asString()
                .contains("on network egress, whose members do not hear each other (enable_icc is false)");
        assertThat(Linted.compose(text)
                        .around(r -> r.withSettings(set.or(Map.of(EngineSetting.IPTABLES, false))))
                        .lines(RULE))
                .isEmpty();
    }
}
