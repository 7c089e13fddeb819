package dev.bulkhead.reach;

import static dev.bulkhead.reach.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was seen with IPv6 packets between real containers on engines 20.10.24 and 28.5.2, as predictions. */
class ReachOverIpv6Test {

    private static NetworkOptions withIpv6(NetworkOptions options) {
        return options.withFamilies(IpFamilies.BOTH);
    }

    @Test
    void keepsNothingApartOverIpv6BeforeEngine27() {
        Stack stack = new Stack()
                .network("a", ReachOverIpv6Test::withIpv6)
                .network("hidden", o -> withIpv6(o.withInternal(true)))
                .network("plain")
                .service("one", "a")
                .service("two", "hidden")
                .service("three", "plain")
                // Its default route is that of the network without IPv6, so no reply finds its way.
                .service("four", "plain", "hidden");
        ReachMatrix old =
                Reach.compute(stack.topology(), ReachOptions.defaults().withEngineMajor(20));

        assertThat(ask(old, "one", "two", Optional.empty())).isEqualTo("reachable IPV6_UNFILTERED via hidden");
        assertThat(ask(old, "two", "one", Optional.empty())).isEqualTo("reachable IPV6_UNFILTERED via a");
        assertThat(ask(old, "one", "three", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(old, "one", "four", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(old, "two", "internet", Optional.empty())).isEqualTo("unknown ROUTE_UNKNOWN via hidden");
        assertThat(ask(old, "lan", "two", Optional.empty())).isEqualTo("unknown ROUTE_UNKNOWN via hidden");
        assertThat(ask(stack, "one", "two")).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(stack, "two", "internet")).isEqualTo("blocked INTERNAL_NO_EGRESS");
    }

    @Test
    void leadsFromAnInternalNetworkWithIpv6ToTheEnginesOwnProxy() {
        Stack stack = new Stack()
                .network("hidden", o -> withIpv6(o.withInternal(true)))
                .network("hiddenWithout", o -> o.withInternal(true))
                .network("plain")
                .network("dual", ReachOverIpv6Test::withIpv6)
                .service("one", "hidden")
                .service("other", "hiddenWithout")
                .service("two", "plain")
                .publish("two", "8080:80")
                .service("three", "dual")
                .publish("three", "8081:80")
                .service("four", "plain")
                .publish("four", "192.0.2.1:8082:80");

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable USERLAND_PROXY via host:8080/tcp");
        assertThat(ask(stack, "one", "three")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "one", "four")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "other", "two")).isEqualTo("blocked INTERNAL_NO_EGRESS");
    }

    @Test
    void needsIpv6ForPortsOnIpv6AddressesOnly() {
        Stack stack = new Stack()
                .network("plain")
                .network("dual", ReachOverIpv6Test::withIpv6)
                .network("target")
                .service("one", "plain")
                .service("two", "dual")
                .service("three", "target")
                .publish("three", ":::8080:80");

        assertThat(ask(stack, "one", "three")).isEqualTo("blocked NEEDS_IPV6");
        assertThat(ask(stack, "two", "three")).isEqualTo("reachable PUBLISHED_VIA_HOST via [::]:8080/tcp");
    }

    @Test
    void takesANetworkWithIpv6ForTheDefaultRouteFirst() {
        Stack stack = new Stack()
                .network("a", o -> boundTo(o, "127.0.0.1"))
                .network("z", ReachOverIpv6Test::withIpv6)
                .service("one", "a", "z")
                .publish("one", "8080:80");

        assertThat(ask(stack, "lan", "one")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
    }

    /** Seen on 28.5.2; engine 20.10.24 takes {@code enable_ipv4: false} and gives IPv4 addresses all the same. */
    @Test
    void keepsNetworksOfOneFamilyApart() {
        Stack stack = new Stack()
                .network("only6", o -> o.withFamilies(IpFamilies.IPV6))
                .network("hidden6", o -> o.withFamilies(IpFamilies.IPV6).withInternal(true))
                .network("plain")
                .service("six", "only6")
                .publish("six", "8001:80")
                .service("stated", "only6")
                .publish("stated", "0.0.0.0:8002:80")
                .service("four", "plain")
                .publish("four", "0.0.0.0:8007:80")
                .service("all", "plain")
                .publish("all", "8008:80")
                .service("both", "plain", "only6")
                .publish("both", "8009:80")
                .service("inner", "hidden6");

        assertThat(ask(stack, "six", "four")).isEqualTo("blocked NEEDS_IPV4");
        assertThat(ask(stack, "four", "six")).isEqualTo("blocked NEEDS_IPV6");
        assertThat(ask(stack, "six", "all")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8008/tcp");
        assertThat(ask(stack, "six", "both")).isEqualTo("reachable SHARED_NETWORK via only6 by name");
        assertThat(ask(stack, "four", "both")).isEqualTo("reachable SHARED_NETWORK via plain by name");
        assertThat(ask(stack, "lan", "six")).isEqualTo("reachable PUBLISHED_VIA_HOST via [::]:8001/tcp");
        assertThat(ask(stack, "lan", "stated")).isEqualTo("blocked IPV6_ONLY_NOT_PUBLISHED via only6");
        assertThat(ask(stack, "host", "stated")).isEqualTo("reachable HOST_BRIDGE via only6");
        assertThat(ask(stack, "six", "lan")).isEqualTo("reachable EGRESS via only6");
        assertThat(ask(stack, "inner", "all")).isEqualTo("reachable USERLAND_PROXY via host:8008/tcp");
        assertThat(ask(stack, "inner", "both")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "inner", "six")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "inner", "lan")).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(ask(stack, "host", "inner")).isEqualTo("reachable HOST_BRIDGE via hidden6");

        ReachMatrix old =
                Reach.compute(stack.topology(), ReachOptions.defaults().withEngineMajor(20));
        assertThat(ask(old, "six", "four", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:8007/tcp");
        assertThat(ask(old, "lan", "stated", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:8002/tcp");
    }

    private static NetworkOptions boundTo(NetworkOptions options, String address) {
        return options.withDriverOpts(Map.of("com.docker.network.bridge.host_binding_ipv4", address));
    }
}
