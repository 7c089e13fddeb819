package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What engines do whose settings are not the usual ones; seen with packets on 20.10.24 and 28.5.2. */
class ReachWithSettingsTest {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private static final String TWO_BRIDGES = """
            services:
              web: {image: busybox, networks: [front]}
              api: {image: busybox, networks: [back], ports: ["8080:80"]}
              db: {image: busybox, networks: [back]}
            networks: {front: , back: }
            """;

    private static String ask(String text, EngineSettings settings, String from, String to, String port)
            throws ComposeException {
        return ask(text, ReachOptions.defaults().withSettings(settings), from, to, port);
    }

    private static String ask(String text, ReachOptions options, String from, String to, String port)
            throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8));
        ReachMatrix matrix = Reach.compute(
                new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files))
                        .load(ComposeRequest.of(DIRECTORY))
                        .topology(),
                options);
        ReachAnswer answer = matrix.answer(
                matrix.indexOf(Subject.of(from)).orElseThrow(),
                matrix.indexOf(Subject.of(to)).orElseThrow(),
                PortQuery.parse(port));
        return answer.verdict().text() + " " + answer.reason();
    }

    private static String ask(String text, EngineSettings settings, String from, String to) throws ComposeException {
        return ask(text, settings, from, to, "");
    }

    private static EngineSettings off(EngineSetting setting) {
        return EngineSettings.ASSUMED.or(Map.of(setting, false));
    }

    @Test
    void withoutPacketRulesBridgesKeepNothingApart() throws Exception {
        EngineSettings settings = off(EngineSetting.IPTABLES);

        assertThat(ask(TWO_BRIDGES, settings, "web", "db")).isEqualTo("reachable NO_PACKET_RULES");
        assertThat(ask(TWO_BRIDGES, settings, "db", "web")).isEqualTo("reachable NO_PACKET_RULES");
        assertThat(ask(TWO_BRIDGES, settings, "lan", "db")).isEqualTo("unknown ROUTE_UNKNOWN");
        assertThat(ask(TWO_BRIDGES, settings, "lan", "api")).isEqualTo("reachable PUBLISHED_VIA_HOST");
        assertThat(ask(TWO_BRIDGES, settings, "web", "internet")).isEqualTo("unknown ROUTE_UNKNOWN");
        assertThat(ask("""
                services: {a: {image: busybox}, b: {image: busybox}}
                networks: {default: {driver_opts: {com.docker.network.bridge.enable_icc: "false"}}}
                """, settings, "a", "b")).isEqualTo("reachable SHARED_NETWORK");
    }

    /** The truth test found it: 20.10 gives members of internal networks a default route, 28 does not. */
    @Test
    void withoutPacketRulesInternalNetworksAreOpenBeforeEngine25() throws Exception {
        String text = """
                services:
                  web: {image: busybox, networks: [front]}
                  db: {image: busybox, networks: [back]}
                networks: {front: , back: {internal: true}}
                """;
        ReachOptions off = ReachOptions.defaults().withSettings(off(EngineSetting.IPTABLES));

        assertThat(ask(text, off, "web", "db", "")).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(text, off.withEngineMajor(20), "web", "db", "")).isEqualTo("reachable NO_PACKET_RULES");
        assertThat(ask(text, off.withEngineMajor(20), "lan", "db", "")).isEqualTo("unknown ROUTE_UNKNOWN");
    }

    /** The truth test found it: rules for IPv6 are there without those for IPv4, and drop what an internal network sends on. */
    @Test
    void withoutPacketRulesForIpv4ThoseForIpv6Hold() throws Exception {
        String text = """
                services:
                  six: {image: busybox, networks: [front], ports: ["21000:8100"]}
                  shut: {image: busybox, networks: [back]}
                networks:
                  front: {enable_ipv4: false, enable_ipv6: true}
                  back: {enable_ipv6: true, internal: true}
                """;
        EngineSettings noRulesAtAll = off(EngineSetting.IPTABLES).or(Map.of(EngineSetting.IP6TABLES, false));

        assertThat(ask(text, off(EngineSetting.IPTABLES), "shut", "six")).startsWith("blocked ");
        assertThat(ask(text, noRulesAtAll, "shut", "six")).startsWith("reachable ");
    }

    /** As the engine's release notes say of 27.0, and before it when told so. */
    @Test
    void rulesForIpv6AreWrittenFrom27OnOrWhenTold() throws Exception {
        String text = """
                services:
                  web: {image: busybox, networks: [front]}
                  db: {image: busybox, networks: [back]}
                networks: {front: {enable_ipv6: true}, back: {enable_ipv6: true}}
                """;
        ReachOptions current = ReachOptions.defaults();
        ReachOptions old = current.withEngineMajor(20);

        assertThat(ask(text, current, "web", "db", "")).startsWith("blocked ");
        assertThat(ask(text, current.withSettings(off(EngineSetting.IP6TABLES)), "web", "db", ""))
                .startsWith("reachable ");
        assertThat(ask(text, old, "web", "db", "")).startsWith("reachable ");
        assertThat(ask(
                        text,
                        old.withSettings(EngineSettings.told(Map.of(EngineSetting.IP6TABLES, true))),
                        "web",
                        "db",
                        ""))
                .startsWith("blocked ");
    }

    /** The truth test found these: a host that forwards nothing does not for IPv6 either, and isolated is so without rules. */
    @Test
    void whatIsUnfilteredOverIpv6StillNeedsAWay() throws Exception {
        String text = """
                services:
                  web: {image: busybox, networks: [front], ports: ["[::]:8080:80"]}
                  db: {image: busybox, networks: [back]}
                  far: {image: busybox, networks: [apart]}
                networks:
                  front: {enable_ipv6: true}
                  back: {enable_ipv6: true, internal: true}
                  apart:
                    internal: true
                    enable_ipv6: true
                    enable_ipv4: false
                    driver_opts: {com.docker.network.bridge.gateway_mode_ipv6: isolated}
                """;
        ReachOptions old = ReachOptions.defaults().withEngineMajor(20);

        assertThat(ask(text, old, "web", "db", "")).isEqualTo("reachable IPV6_UNFILTERED");
        assertThat(ask(text, old.withSettings(off(EngineSetting.IP_FORWARD)), "web", "db", ""))
                .startsWith("blocked ");
        assertThat(ask(text, off(EngineSetting.IP6TABLES), "host", "far")).startsWith("blocked ");
        assertThat(ask(text, off(EngineSetting.IP6TABLES), "far", "host")).startsWith("blocked ");
        assertThat(ask(text, old.withSettings(off(EngineSetting.USERLAND_PROXY)), "lan", "web", ""))
                .isEqualTo("unknown ROUTE_UNKNOWN");
    }

    /** The truth test found these: since engine 25 an internal network leads nowhere, and nobody translates without rules. */
    @Test
    void withoutRulesForIpv6AnInternalNetworkStillLeadsNowhere() throws Exception {
        String text = """
                services:
                  six: {image: busybox, networks: [front]}
                  shut: {image: busybox, networks: [back]}
                  both: {image: busybox, networks: {front: , back: {gw_priority: 1}}}
                networks:
                  front: {enable_ipv4: false, enable_ipv6: true}
                  back: {enable_ipv6: true, internal: true}
                """;
        EngineSettings off = off(EngineSetting.IP6TABLES);

        assertThat(ask(text, off, "six", "shut")).startsWith("blocked ");
        assertThat(ask(text, off, "shut", "six")).startsWith("blocked ");
        assertThat(ask(text, off, "six", "lan")).isEqualTo("unknown ROUTE_UNKNOWN");
        assertThat(ask(text, off, "both", "lan")).isEqualTo("unknown ROUTE_UNKNOWN");
    }

    @Test
    void withoutItsProxyPublishedPortsLeadToNoOtherBridge() throws Exception {
        EngineSettings settings = off(EngineSetting.USERLAND_PROXY);

        assertThat(ask(TWO_BRIDGES, settings, "web", "api")).isEqualTo("blocked USERLAND_PROXY_OFF");
        assertThat(ask(TWO_BRIDGES, settings, "lan", "api")).isEqualTo("reachable PUBLISHED_VIA_HOST");
        assertThat(ask(TWO_BRIDGES, settings, "host", "api")).isEqualTo("reachable HOST_BRIDGE");
    }

    @Test
    void whoForwardsNothingLetsNothingOutOrIn() throws Exception {
        EngineSettings settings = off(EngineSetting.IP_FORWARD);

        assertThat(ask(TWO_BRIDGES, settings, "web", "internet")).isEqualTo("blocked NOT_FORWARDED");
        assertThat(ask(TWO_BRIDGES, settings, "web", "api")).isEqualTo("reachable PUBLISHED_VIA_HOST");
    }

    @Test
    void iccOfTheEngineIsThatOfTheDefaultBridge() throws Exception {
        String two = """
                services:
                  a: {image: busybox, network_mode: bridge}
                  b: {image: busybox, network_mode: bridge}
                """;

        assertThat(ask(two, off(EngineSetting.ICC), "a", "b")).isEqualTo("blocked ICC_DISABLED");
        assertThat(ask(two, EngineSettings.ASSUMED, "a", "b")).isEqualTo("reachable SHARED_NETWORK");
        assertThat(ask(TWO_BRIDGES, off(EngineSetting.ICC), "api", "db")).isEqualTo("reachable SHARED_NETWORK");
    }

    @Test
    void aLanIsCertainOnlyWhereTheHostStandsInIt() throws Exception {
        String text = """
                services:
                  cam: {image: busybox, networks: [iot]}
                  web: {image: busybox, networks: [app], ports: ["18602:8080"]}
                networks:
                  iot: {driver: macvlan, driver_opts: {parent: vlan0}, ipam: {config: [{subnet: 198.19.50.0/24}]}}
                  app: {}
                """;
        EngineSettings beside = EngineSettings.ASSUMED.withAround(List.of(Cidr.of("198.19.0.0/16")));
        EngineSettings elsewhere = EngineSettings.ASSUMED.withAround(List.of(Cidr.of("10.0.0.0/8")));

        for (String[] pair : new String[][] {{"cam", "host"}, {"host", "cam"}, {"cam", "web"}, {"web", "cam"}}) {
            assertThat(ask(text, elsewhere, pair[0], pair[1])).isEqualTo("unknown LAN_ROUTER_UNKNOWN");
            assertThat(ask(text, EngineSettings.ASSUMED, pair[0], pair[1])).isEqualTo("unknown LAN_ROUTER_UNKNOWN");
            assertThat(ask(text, beside, pair[0], pair[1])).startsWith("blocked ");
        }
    }

    @Test
    void gatewayModesOpenPortsToThoseWithARoute() throws Exception {
        String text = """
                services:
                  unp0: {image: busybox, networks: [unp]}
                  rou: {image: busybox, networks: [rou], ports: ["18102:8080"]}
                  nat0: {image: busybox, networks: [nat]}
                networks:
                  unp: {driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: nat-unprotected}}
                  rou: {driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: routed}}
                  nat: {}
                """;

        assertThat(ask(text, EngineSettings.ASSUMED, "lan", "unp0")).isEqualTo("unknown ROUTE_UNKNOWN");
        assertThat(ask(text, EngineSettings.ASSUMED, "nat0", "rou", "18102")).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(text, EngineSettings.ASSUMED, "nat0", "rou", "8080")).isEqualTo("reachable ROUTED_GATEWAY");
    }

    @Test
    void aBridgeWithoutAnAddressOnTheHostLeadsNowhere() throws Exception {
        String text = """
                services:
                  shy: {image: busybox, networks: [shy], ports: ["8081:80"]}
                  web: {image: busybox, networks: [app], ports: ["8082:80"]}
                networks:
                  shy: {driver_opts: {com.docker.network.bridge.inhibit_ipv4: "true"}}
                  app: {}
                """;

        assertThat(ask(text, EngineSettings.ASSUMED, "shy", "host")).isEqualTo("blocked NO_HOST_ADDRESS");
        assertThat(ask(text, EngineSettings.ASSUMED, "host", "shy")).isEqualTo("blocked NO_HOST_ADDRESS");
        assertThat(ask(text, EngineSettings.ASSUMED, "shy", "internet")).isEqualTo("blocked NO_HOST_ADDRESS");
        assertThat(ask(text, EngineSettings.ASSUMED, "shy", "web")).startsWith("blocked ");
        assertThat(ask(text, EngineSettings.ASSUMED, "lan", "shy")).startsWith("blocked ");
    }

    @Test
    void saysWhatIsAssumed() {
        EngineSettings all = EngineSettings.ASSUMED.or(Map.of(
                EngineSetting.IPTABLES,
                true,
                EngineSetting.USERLAND_PROXY,
                true,
                EngineSetting.IP_FORWARD,
                true,
                EngineSetting.ICC,
                false,
                EngineSetting.HOST_RULES,
                true));

        assertThat(all.assumptions()).isEmpty();
        assertThat(EngineSettings.ASSUMED
                        .or(Map.of(
                                EngineSetting.IP_FORWARD,
                                true,
                                EngineSetting.ICC,
                                true,
                                EngineSetting.USERLAND_PROXY,
                                true))
                        .assumptions())
                .isEqualTo(Optional.of(
                        "Assumed of the engine, since nobody told: the engine writes packet rules (iptables),"
                                + " no rule of the host's own drops what the engine lets through, or the other way round"
                                + " (host-rules). State what differs in bulkhead.yml, below engine:."));
    }
}
