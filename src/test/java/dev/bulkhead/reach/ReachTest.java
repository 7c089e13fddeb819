package dev.bulkhead.reach;

import static dev.bulkhead.reach.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was seen with packets between real containers on engines 20.10.24 and 28.5.2, as predictions. */
class ReachTest {

    private static final String BRIDGE = "com.docker.network.bridge.";

    private static NetworkOptions with(NetworkOptions options, String driver, String key, String value) {
        return new NetworkOptions(
                Optional.of(driver), false, options.internal(), false, false, Map.of(key, value), Map.of());
    }

    private static Optional<PortQuery> port(String text) {
        return PortQuery.parse(text);
    }

    @Test
    void opensAllPortsBetweenMembersOfANetwork() {
        Stack stack = new Stack().network("a").service("one", "a").service("two", "a");

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable SHARED_NETWORK via a by name");
        assertThat(ask(Reach.compute(stack.topology()), "one", "two", port("5432")))
                .isEqualTo("reachable SHARED_NETWORK via a by name");
    }

    @Test
    void keepsNetworksApart() {
        Stack stack = new Stack().network("a").network("b").service("one", "a").service("two", "b");

        assertThat(ask(stack, "one", "two")).isEqualTo("blocked NO_SHARED_NETWORK");
    }

    @Test
    void dropsTrafficInsideABridgeWithoutIcc() {
        Stack stack = new Stack()
                .network("n", o -> with(o, "bridge", BRIDGE + "enable_icc", "false"))
                .service("one", "n")
                .service("two", "n")
                .service("three", "n")
                .publish("three", "8080:80");

        assertThat(ask(stack, "one", "two")).isEqualTo("blocked ICC_DISABLED via n by name");
        assertThat(ask(stack, "one", "three")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp by name");
        assertThat(ask(stack, "one", "host")).isEqualTo("reachable HOST_BRIDGE via n");
    }

    @Test
    void makesMacvlanContainersMachinesOfTheLan() {
        Stack stack = new Stack()
                .network("m", o -> with(o, "macvlan", "parent", "eth0"))
                .network("a")
                .service("peer", "m")
                .publish("peer", "80:80")
                .service("other", "a");

        assertThat(ask(stack, "lan", "peer")).isEqualTo("reachable LAN_PEER via m");
        assertThat(ask(stack, "peer", "lan")).isEqualTo("reachable LAN_PEER via m");
        assertThat(ask(stack, "host", "peer")).isEqualTo("unknown LAN_ROUTER_UNKNOWN via m");
        assertThat(ask(stack, "peer", "host")).isEqualTo("unknown LAN_ROUTER_UNKNOWN via m");
        assertThat(ask(stack, "other", "peer")).isEqualTo("unknown LAN_ROUTER_UNKNOWN via m");
        assertThat(ask(stack, "internet", "peer")).isEqualTo("unknown FIREWALL_UNKNOWN via m");
    }

    @Test
    void givesASharedNamespaceTheOwnersNetworksButNotAName() {
        Stack stack = new Stack()
                .network("a")
                .network("b")
                .service("owner", "a")
                .publish("owner", "8080:80")
                .mode("guest", "service:owner")
                .mode("second", "service:guest")
                .service("near", "a")
                .service("far", "b");

        assertThat(ask(stack, "owner", "guest")).isEqualTo("reachable SHARED_NAMESPACE");
        assertThat(ask(stack, "guest", "second")).isEqualTo("reachable SHARED_NAMESPACE");
        assertThat(ask(stack, "guest", "near")).isEqualTo("reachable SHARED_NETWORK via a by name");
        assertThat(ask(stack, "near", "guest")).isEqualTo("reachable SHARED_NETWORK via a");
        assertThat(ask(stack, "far", "guest")).isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
    }

    @Test
    void resolvesNoNamesOnTheDefaultBridge() {
        Stack stack = new Stack().mode("one", "bridge").mode("two", "bridge");

        assertThat(ask(stack, "one", "two")).isEqualTo("reachable SHARED_NETWORK via bridge");
    }

    @Test
    void cutsOffWhoHasNoNetworkOrDoesNotRun() {
        Stack stack = new Stack()
                .network("a")
                .mode("none", "none")
                .service("one", "a")
                .service("debug", "a")
                .profiles("debug", "tools");
        ReachMatrix withTools =
                Reach.compute(stack.topology(), ReachOptions.defaults().withProfiles(Set.of("tools")));

        assertThat(ask(stack, "none", "one")).isEqualTo("blocked NO_NETWORK");
        assertThat(ask(stack, "one", "none")).isEqualTo("blocked NO_NETWORK");
        assertThat(ask(stack, "one", "debug")).isEqualTo("blocked PROFILE_INACTIVE");
        assertThat(ask(withTools, "one", "debug", Optional.empty()))
                .isEqualTo("reachable SHARED_NETWORK via a by name");
    }

    @Test
    void doesNotPretendToKnowNamespacesOutsideTheProject() {
        Stack stack =
                new Stack().network("a").mode("guest", "container:stranger").service("one", "a");

        assertThat(ask(stack, "one", "guest")).isEqualTo("unknown NAMESPACE_UNKNOWN");
        assertThat(ask(stack, "guest", "internet")).isEqualTo("unknown NAMESPACE_UNKNOWN");
    }

    @Test
    void findsTheOwnerOfANamespaceByContainerName() {
        Stack stack = new Stack().network("a").service("owner", "a").mode("guest", "container:stack-owner-1");

        assertThat(ask(stack, "guest", "owner")).isEqualTo("reachable SHARED_NAMESPACE by name");
    }

    @Test
    void sendsWhoSharesAVpnClientThroughItsTunnel() {
        Stack stack = new Stack()
                .network("a")
                .network("b")
                .service("gluetun", "a")
                .container("gluetun", c -> c.withEnvironment(Map.of("VPN_SERVICE_PROVIDER", "mullvad")))
                .mode("torrent", "service:gluetun")
                .service("near", "a")
                .service("far", "b")
                .publish("far", "8080:80");

        assertThat(ask(stack, "torrent", "internet")).isEqualTo("reachable VPN_TUNNEL by name");
        assertThat(ask(stack, "torrent", "lan")).isEqualTo("blocked VPN_FIREWALL");
        assertThat(ask(stack, "torrent", "near")).isEqualTo("reachable SHARED_NETWORK via a by name");
        assertThat(ask(stack, "torrent", "far")).isEqualTo("unknown VPN_FIREWALL_UNKNOWN");
    }

    @Test
    void takesTwoKeysOfOneExternalNetworkForOneNetwork() {
        var options = NetworkOptions.defaults().withExternal(true);
        var a = new dev.bulkhead.topology.Network("a", "shared", options, java.util.List.of());
        var b = new dev.bulkhead.topology.Network("b", "shared", options, java.util.List.of());
        var topology = new Stack().service("one", "a").service("two", "b").topology();
        ReachMatrix matrix = Reach.compute(topology.withNetwork(a).withNetwork(b));

        assertThat(ask(matrix, "one", "two", Optional.empty())).isEqualTo("reachable SHARED_NETWORK via a by name");
    }

    @Test
    void showsTheProxysRouteApartFromPackets() {
        Stack stack = new Stack()
                .network("front")
                .service("traefik", "front")
                .container("traefik", c -> dev.bulkhead.topology.ContainerSpec.ofImage("traefik:v3"))
                .publish("traefik", "80:80")
                .service("app", "front")
                .container("app", c -> c.withLabels(Map.of("traefik.http.routers.app.rule", "Host(`app.local`)")))
                .service("db", "front");
        ReachMatrix matrix = Reach.compute(stack.topology());
        int lan = ReachMatrix.LAN;
        int app = matrix.indexOf(Subject.of("app")).orElseThrow();

        assertThat(matrix.answer(lan, app).reason()).isEqualTo(ReachReason.PORT_NOT_PUBLISHED);
        assertThat(matrix.answer(lan, app).routedBy()).contains("traefik");
        assertThat(matrix.answer(lan, matrix.indexOf(Subject.of("db")).orElseThrow())
                        .routedBy())
                .isEmpty();
    }

    @Test
    void explainsInSentencesWithPlaces() {
        Stack stack = new Stack()
                .network("a")
                .network("b")
                .service("one", "a")
                .service("two", "b")
                .publish("two", "8080:80");
        ReachMatrix matrix = Reach.compute(stack.topology());
        int one = matrix.indexOf(Subject.of("one")).orElseThrow();
        int two = matrix.indexOf(Subject.of("two")).orElseThrow();
        Explanation explanation = new Explainer(matrix).explain(one, two, port("80"));

        assertThat(explanation.sentences())
                .containsExactly(
                        "one reaches two on port 80/tcp: two publishes a port as host:8080/tcp.",
                        "one cannot look the name two up.");
        assertThat(explanation.places()).containsExactly(Element.membership("one", "a"), Element.port("two", 0));
    }
}
