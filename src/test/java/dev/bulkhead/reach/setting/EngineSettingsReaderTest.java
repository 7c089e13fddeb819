package dev.bulkhead.reach.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineSettingsReaderTest {

    @Test
    void statedSettingsCountWhereTheEngineDoesNotTell() throws Exception {
        Rules rules =
                RulesReader.parse(Rules.FILE, "version: 1\nengine:\n  userland-proxy: false\n  ip-forward: false\n");
        ReachOptions told =
                ReachOptions.defaults().withSettings(EngineSettings.ASSUMED.or(Map.of(EngineSetting.IP_FORWARD, true)));

        assertThat(rules.applyTo(told).settings().told())
                .isEqualTo(Map.of(EngineSetting.IP_FORWARD, true, EngineSetting.USERLAND_PROXY, false));
    }

    @Test
    void readsDefaultsOfBridges() throws Exception {
        String defaults =
                "{ip: 127.0.0.1, default-network-opts: {bridge: {com.docker.network.bridge.enable_icc: 'false'},"
                        + " macvlan: {macvlan_mode: private}}}";
        BridgeDefaults right =
                new BridgeDefaults(Optional.of("127.0.0.1"), Map.of("com.docker.network.bridge.enable_icc", "false"));

        assertThat(EngineSettingsReader.ofDaemonFile(defaults).bridges()).isEqualTo(right);
        assertThat(RulesReader.parse(Rules.FILE, "engine: " + defaults).engine().bridges())
                .isEqualTo(right);
        assertThat(RulesReader.parse(Rules.FILE, "engine: {forward-policy: drop}")
                        .engine()
                        .told())
                .isEqualTo(Map.of(EngineSetting.FORWARD_POLICY, false));
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, "engine: {forward-policy: false}\n"))
                .hasMessageContaining("forward-policy is accept or drop; write one of them.");
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, "engine: {default-network-opts: off}\n"))
                .hasMessageContaining("default-network-opts has to be a mapping");
    }

    @Test
    void namesTheLineOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, "engine:\n  iptable: false\n"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("bulkhead.yml:2:3")
                .hasMessageContaining(
                        "the key iptable has no meaning below engine; known are iptables, ip6tables, userland-proxy, ip-forward, icc, forward-policy, host-rules, ip, default-network-opts.");
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, "engine: {iptables: maybe}\n"))
                .hasMessageContaining("iptables is true or false; write one of them.");
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, "engine: off\n"))
                .hasMessageContaining("engine has to be a mapping");
    }

    @Test
    void readsTheEnginesOwnFile() {
        assertThat(EngineSettingsReader.ofDaemonFile("{\"iptables\": false, \"dns\": [\"1.1.1.1\"],\n\t\"icc\": true}")
                        .told())
                .isEqualTo(Map.of(EngineSetting.IPTABLES, false, EngineSetting.ICC, true));
        assertThat(EngineSettingsReader.ofDaemonFile("{")).isEqualTo(EngineSettings.ASSUMED);
        assertThat(EngineSettingsReader.ofDaemonFile("")).isEqualTo(EngineSettings.ASSUMED);
    }
}
