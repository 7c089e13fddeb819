package dev.bulkhead.reach;

import static dev.bulkhead.reach.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reach over published ports and the host: what they open, and which networks they open to. */
class PublishedReachTest {

    private static final String BRIDGE = "com.docker.network.bridge.";

    private static NetworkOptions with(NetworkOptions options, String driver, String key, String value) {
        return new NetworkOptions(
                Optional.of(driver), false, options.internal(), false, false, Map.of(key, value), Map.of());
    }

    private static Optional<PortQuery> port(String text) {
        return PortQuery.parse(text);
    }

    @Test
    void seesPublishedPortsAsAHoleBetweenNetworks() {
        Stack stack = new Stack()
                .network("a")
                .network("b")
                .service("one", "a")
                .service("two", "b")
                .publish("two", "8080:80");
        ReachMatrix matrix = Reach.compute(stack.topology());

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(matrix, "one", "two", port("80"))).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(matrix, "one", "two", port("8080"))).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(matrix, "one", "two", port("81"))).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(matrix, "one", "two", port("80/udp"))).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(matrix, "two", "one", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
    }

    @Test
    void letsNothingOfAnInternalNetworkReachPublishedPorts() {
        Stack stack = new Stack()
                .internal("i")
                .network("b")
                .service("one", "i")
                .service("two", "b")
                .publish("two", "8080:80");

        assertThat(ask(stack, "one", "two")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "one", "internet")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "one", "lan")).isEqualTo("blocked INTERNAL_NO_EGRESS");
    }

    @Test
    void keepsHostAndInternalNetworksOpenToEachOther() {
        Stack stack = new Stack().internal("i").service("one", "i").mode("onhost", "host");

        assertThat(ask(stack, "one", "host")).isEqualTo("reachable HOST_BRIDGE via i");
        assertThat(ask(stack, "host", "one")).isEqualTo("reachable HOST_BRIDGE via i");
        assertThat(ask(stack, "one", "onhost")).isEqualTo("reachable HOST_BRIDGE via i");
        assertThat(ask(stack, "onhost", "one")).isEqualTo("reachable HOST_BRIDGE via i");
        assertThat(ask(stack, "lan", "onhost")).isEqualTo("reachable HOST_NETWORK");
    }

    @Test
    void publishesNothingOfAServiceOnInternalNetworksOnly() {
        Stack stack = new Stack().internal("i").service("one", "i").publish("one", "8080:80");

        assertThat(ask(stack, "lan", "one")).isEqualTo("blocked INTERNAL_NOT_PUBLISHED");
    }

    @Test
    void publishesWhereAnyNetworkIsNotInternal() {
        Stack stack =
                new Stack().internal("i").network("b").service("one", "i", "b").publish("one", "8080:80");

        assertThat(ask(stack, "lan", "one")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(stack, "one", "internet")).isEqualTo("reachable EGRESS via b by name");
    }

    @Test
    void keepsLoopbackPortsToTheHost() {
        Stack stack = new Stack()
                .network("a")
                .network("b")
                .service("one", "a")
                .service("two", "b")
                .publish("two", "127.0.0.1:8080:80");

        assertThat(ask(stack, "lan", "two")).isEqualTo("blocked BOUND_TO_LOOPBACK");
        assertThat(ask(stack, "one", "two")).isEqualTo("blocked BOUND_TO_LOOPBACK");
        assertThat(ask(stack, "host", "two")).isEqualTo("reachable HOST_BRIDGE via b");
    }

    @Test
    void bindsToTheDefaultAddressOfTheGatewaysNetwork() {
        Stack stack = new Stack()
                .network("a")
                .network("lo", o -> with(o, "bridge", BRIDGE + "host_binding_ipv4", "127.0.0.1"))
                .service("both", "lo", "a")
                .publish("both", "8080:80")
                .service("one", "lo")
                .publish("one", "8081:80");

        assertThat(ask(stack, "lan", "both")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(stack, "lan", "one")).isEqualTo("blocked BOUND_TO_LOOPBACK");
    }

    @Test
    void isolatesFromTheHostSinceEngine28Only() {
        Stack stack = new Stack()
                .network("iso", o -> with(o.withInternal(true), "bridge", BRIDGE + "gateway_mode_ipv4", "isolated"))
                .service("one", "iso")
                .service("two", "iso");
        ReachMatrix old =
                Reach.compute(stack.topology(), ReachOptions.defaults().withEngineMajor(20));

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable SHARED_NETWORK via iso by name");
        assertThat(ask(stack, "one", "host")).isEqualTo("blocked ISOLATED_GATEWAY via iso");
        assertThat(ask(stack, "host", "one")).isEqualTo("blocked ISOLATED_GATEWAY via iso");
        assertThat(ask(old, "host", "one", Optional.empty())).isEqualTo("reachable HOST_BRIDGE via iso");
    }

    @Test
    void routesToPublishedPortsInsteadOfTranslating() {
        Stack stack = new Stack()
                .network("a")
                .network("r", o -> with(o, "bridge", BRIDGE + "gateway_mode_ipv4", "routed"))
                .service("one", "a")
                .service("two", "r")
                .publish("two", "8080:80");
        ReachMatrix matrix = Reach.compute(stack.topology());

        assertThat(ask(matrix, "one", "two", port("80"))).isEqualTo("reachable ROUTED_GATEWAY via r");
        assertThat(ask(matrix, "one", "two", port("81"))).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(matrix, "lan", "two", Optional.empty())).isEqualTo("unknown ROUTE_UNKNOWN via r");
    }

    @Test
    void letsTheInternetInOnlyWhereTheHostIsPublic() {
        Stack stack = new Stack()
                .network("a")
                .service("web", "a")
                .publish("web", "80:80")
                .service("db", "a");
        ReachMatrix open =
                Reach.compute(stack.topology(), ReachOptions.defaults().withHostIsPublic(true));

        assertThat(ask(stack, "internet", "web")).isEqualTo("blocked HOST_NOT_PUBLIC via host:80/tcp");
        assertThat(ask(open, "internet", "web", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:80/tcp");
        assertThat(ask(open, "internet", "db", Optional.empty())).isEqualTo("blocked PORT_NOT_PUBLISHED");
        assertThat(ask(open, "internet", "host", Optional.empty())).isEqualTo("reachable HOST_UPLINK");
    }
}
