package dev.bulkhead.reach;

import static dev.bulkhead.reach.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.setting.BridgeDefaults;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What decides and is not known makes a verdict unknown, and nothing else does. */
class UnknownFactsTest {

    private static final String BRIDGE = "com.docker.network.bridge.";

    private static Stack onAnExternalNetwork() {
        return new Stack()
                .network("proxy", o -> o.withExternal(true))
                .network("own")
                .service("web", "proxy")
                .publish("web", "8080:80")
                .service("api", "proxy")
                .service("both", "proxy", "own")
                .publish("both", "8081:80")
                .service("other", "own");
    }

    @Test
    void whetherAnExternalNetworkIsInternalIsAskedWhereItDecides() {
        Stack stack = onAnExternalNetwork();

        assertThat(ask(stack, "api", "internet")).isEqualTo("unknown EXTERNAL_UNKNOWN via proxy");
        assertThat(ask(stack, "lan", "web")).isEqualTo("unknown EXTERNAL_UNKNOWN via proxy");
        assertThat(ask(stack, "other", "web")).isEqualTo("unknown EXTERNAL_UNKNOWN via proxy");
        assertThat(ask(stack, "api", "web")).isEqualTo("reachable SHARED_NETWORK via proxy by name");
        assertThat(ask(stack, "host", "api")).isEqualTo("reachable HOST_BRIDGE via proxy");
        assertThat(ask(stack, "lan", "api")).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(stack, "both", "internet")).startsWith("reachable EGRESS");
        assertThat(ask(stack, "lan", "both")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8081/tcp");
        assertThat(ask(stack, "other", "internet")).isEqualTo("reachable EGRESS via own by name");
    }

    @Test
    void anExternalNetworkOfWhichSomebodyToldIsKnown() {
        Stack stack = onAnExternalNetwork();
        NetworkOptions plain = NetworkOptions.defaults().withDriver("bridge");
        ReachMatrix asked = Reach.compute(
                stack.topology(), ReachOptions.defaults().withExternal("stack_proxy", plain.withInternal(true)));
        Stack stated = new Stack()
                .network("proxy", o -> o.withExternal(true).withDriver("bridge"))
                .service("api", "proxy");

        assertThat(ask(asked, "api", "internet", Optional.empty())).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(asked, "lan", "web", Optional.empty())).isEqualTo("blocked INTERNAL_NOT_PUBLISHED");
        assertThat(ask(stated, "api", "internet")).isEqualTo("reachable EGRESS via proxy by name");
    }

    /** Docker documentation, IPvlan L3 mode: without a route back nothing of the LAN answers. */
    @Test
    void whatALayer3NetworkReachesIsUpToRoutesOfTheLan() {
        Stack stack = new Stack()
                .network("far", o -> o.withDriver("ipvlan").withDriverOpts(Map.of("ipvlan_mode", "l3s")))
                .network("near", o -> o.withDriver("ipvlan").withDriverOpts(Map.of("ipvlan_mode", "l2")))
                .service("one", "far")
                .service("two", "far")
                .service("three", "near");

        assertThat(ask(stack, "one", "lan")).isEqualTo("unknown ROUTE_UNKNOWN via far");
        assertThat(ask(stack, "one", "internet")).isEqualTo("unknown ROUTE_UNKNOWN via far");
        assertThat(ask(stack, "lan", "one")).isEqualTo("unknown ROUTE_UNKNOWN via far");
        assertThat(ask(stack, "one", "two")).startsWith("reachable SHARED_NETWORK");
        assertThat(ask(stack, "lan", "three")).isEqualTo("reachable LAN_PEER via near");
        assertThat(ask(stack, "three", "internet")).startsWith("reachable EGRESS");
    }

    @Test
    void ofAnUnknownDriverOnlyThatItsMembersMeetIsCertain() {
        Stack stack = new Stack()
                .network("mesh", o -> o.withDriver("weave"))
                .network("own")
                .service("one", "mesh")
                .publish("one", "8080:80")
                .service("two", "mesh")
                .service("three", "own");

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable SHARED_NETWORK via mesh by name");
        assertThat(ask(stack, "one", "internet")).isEqualTo("unknown DRIVER_UNKNOWN via mesh");
        assertThat(ask(stack, "host", "two")).isEqualTo("unknown DRIVER_UNKNOWN via mesh");
        assertThat(ask(stack, "two", "host")).isEqualTo("unknown DRIVER_UNKNOWN via mesh");
        assertThat(ask(stack, "lan", "one")).isEqualTo("unknown DRIVER_UNKNOWN via mesh");
        assertThat(ask(stack, "three", "one")).isEqualTo("unknown DRIVER_UNKNOWN via mesh");
        assertThat(ask(stack, "three", "two")).isEqualTo("blocked NO_SHARED_NETWORK");
    }

    @Test
    void aPortOnABridgesAddressIsForContainersAndWhoeverHasARouteThere() {
        Stack stack = new Stack()
                .network("front", "10.9.0.0/24")
                .network("back")
                .service("web", "back")
                .publish("web", "172.17.0.1:8080:80")
                .service("api", "back")
                .publish("api", "10.9.0.1:8081:80")
                .service("one", "front");

        assertThat(ask(stack, "lan", "web")).isEqualTo("unknown BRIDGE_ADDRESS via 172.17.0.1:8080/tcp");
        assertThat(ask(stack, "lan", "api")).isEqualTo("unknown BRIDGE_ADDRESS via 10.9.0.1:8081/tcp");
        assertThat(ask(stack, "one", "web")).isEqualTo("reachable PUBLISHED_VIA_HOST via 172.17.0.1:8080/tcp");
    }

    @Test
    void whatOtherVpnClientsLetPassIsNotKnown() {
        for (String image : List.of(
                "dperson/openvpn-client",
                "thrnz/docker-wireguard-pia:latest",
                "haugene/transmission-openvpn:5",
                "ghcr.io/binhex/arch-delugevpn:latest",
                "lscr.io/linuxserver/wireguard@sha256:0123")) {
            Stack stack = new Stack()
                    .network("own")
                    .network("other")
                    .service("vpn", "own")
                    .publish("vpn", "9091:9091")
                    .container("vpn", c -> ContainerSpec.ofImage(image))
                    .mode("guest", "service:vpn")
                    .service("web", "own")
                    .service("far", "other")
                    .publish("far", "8080:80");

            assertThat(ask(stack, "guest", "internet")).as(image).isEqualTo("unknown VPN_UNKNOWN");
            assertThat(ask(stack, "vpn", "lan")).as(image).isEqualTo("unknown VPN_UNKNOWN");
            assertThat(ask(stack, "guest", "far")).as(image).isEqualTo("unknown VPN_UNKNOWN");
            assertThat(ask(stack, "lan", "vpn")).as(image).isEqualTo("unknown VPN_UNKNOWN");
            assertThat(ask(stack, "guest", "web")).as(image).isEqualTo("reachable SHARED_NETWORK via own by name");
        }
    }

    @Test
    void aServerOfAVpnIsNoClient() {
        Stack stack = new Stack()
                .network("own")
                .service("vpn", "own")
                .container(
                        "vpn",
                        c -> ContainerSpec.ofImage("linuxserver/wireguard").withEnvironment(Map.of("PEERS", "phone")))
                .service("easy", "own")
                .container("easy", c -> ContainerSpec.ofImage("ghcr.io/wg-easy/wg-easy:15"));

        assertThat(ask(stack, "vpn", "internet")).isEqualTo("reachable EGRESS via own by name");
        assertThat(ask(stack, "easy", "internet")).isEqualTo("reachable EGRESS via own by name");
    }

    @Test
    void bridgesAreAsTheEngineIsSetWhereTheyDoNotSay() {
        Stack stack = new Stack()
                .network("own")
                .network(
                        "stated",
                        o -> o.withDriverOpts(
                                Map.of(BRIDGE + "enable_icc", "true", BRIDGE + "host_binding_ipv4", "0.0.0.0")))
                .service("web", "own")
                .publish("web", "8080:80")
                .service("api", "own")
                .service("one", "stated")
                .publish("one", "8081:80")
                .service("two", "stated")
                .mode("old", "bridge")
                .publish("old", "8082:80");
        BridgeDefaults defaults = new BridgeDefaults(
                Optional.of("127.0.0.1"),
                Map.of(BRIDGE + "enable_icc", "false", BRIDGE + "host_binding_ipv4", "127.0.0.1"));
        ReachMatrix set = Reach.compute(
                stack.topology(),
                ReachOptions.defaults().withSettings(new EngineSettings(Map.of(), defaults, List.of(), false)));

        assertThat(ask(set, "web", "api", Optional.empty())).isEqualTo("blocked ICC_DISABLED via own by name");
        assertThat(ask(set, "lan", "web", Optional.empty())).isEqualTo("blocked BOUND_TO_LOOPBACK");
        assertThat(ask(set, "lan", "old", Optional.empty())).isEqualTo("blocked BOUND_TO_LOOPBACK");
        assertThat(ask(set, "one", "two", Optional.empty())).isEqualTo("reachable SHARED_NETWORK via stated by name");
        assertThat(ask(set, "lan", "one", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:8081/tcp");
    }

    @Test
    void theHostsOwnRulesDecideWhereTheEngineWritesNone() {
        Stack stack = new Stack().network("a").network("b").service("one", "a").service("two", "b");
        EngineSettings open = EngineSettings.told(Map.of(EngineSetting.IPTABLES, false));
        EngineSettings closed = open.or(Map.of(EngineSetting.FORWARD_POLICY, false));

        assertThat(ask(with(stack, open), "one", "two", Optional.empty())).startsWith("reachable NO_PACKET_RULES");
        assertThat(ask(with(stack, closed), "one", "two", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(with(stack, closed), "one", "internet", Optional.empty()))
                .startsWith("blocked NOT_FORWARDED");
    }

    private static ReachMatrix with(Stack stack, EngineSettings settings) {
        return Reach.compute(stack.topology(), ReachOptions.defaults().withSettings(settings));
    }
}
