package dev.bulkhead.reach;

import static dev.bulkhead.reach.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What differs between the engines from 20.10 to 28, each at the version where moby's history has it; between 20.10 and 28.5 nobody sent
 * packets.
 */
class EngineVersionsTest {

    private static ReachMatrix on(int engine, Stack stack) {
        return Reach.compute(stack.topology(), ReachOptions.defaults().withEngineMajor(engine));
    }

    private static NetworkOptions withIpv6(NetworkOptions options) {
        return options.withFamilies(IpFamilies.BOTH);
    }

    private static Stack hiddenOverIpv6() {
        return new Stack()
                .network("a", EngineVersionsTest::withIpv6)
                .network("hidden", o -> withIpv6(o.withInternal(true)))
                .service("one", "a")
                .service("two", "hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 23, 24})
    void anInternalNetworkHasADefaultRouteForIpv6Before25(int engine) {
        ReachMatrix matrix = on(engine, hiddenOverIpv6());

        assertThat(ask(matrix, "one", "two", Optional.empty())).isEqualTo("reachable IPV6_UNFILTERED via hidden");
        assertThat(ask(matrix, "two", "internet", Optional.empty())).isEqualTo("unknown ROUTE_UNKNOWN via hidden");
        assertThat(Namespaces.of(matrix).leakingOverIpv6()).containsExactly("a", "hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 26, 27, 28})
    void itHasNoneFrom25On(int engine) {
        ReachMatrix matrix = on(engine, hiddenOverIpv6());

        assertThat(ask(matrix, "one", "two", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(matrix, "two", "internet", Optional.empty())).isEqualTo("blocked INTERNAL_NO_EGRESS");
        assertThat(Namespaces.of(matrix).leakingOverIpv6()).isEmpty();
    }

    @Test
    void ipv6IsFilteredFrom27On() {
        Stack stack = new Stack()
                .network("a", EngineVersionsTest::withIpv6)
                .network("b", EngineVersionsTest::withIpv6)
                .service("one", "a")
                .service("two", "b");

        assertThat(ask(on(26, stack), "one", "two", Optional.empty())).isEqualTo("reachable IPV6_UNFILTERED via b");
        assertThat(ask(on(27, stack), "one", "two", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
    }

    @Test
    void aRoutedNetworkIsSoFrom27OnAndReachedFromOtherBridgesFrom28On() {
        Stack stack = new Stack()
                .network("a")
                .network(
                        "r",
                        o -> new NetworkOptions(
                                Optional.of("bridge"),
                                false,
                                false,
                                false,
                                false,
                                Map.of("com.docker.network.bridge.gateway_mode_ipv4", "routed"),
                                Map.of()))
                .service("one", "a")
                .service("two", "r")
                .publish("two", "8080:80");

        assertThat(ask(on(26, stack), "one", "two", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(on(26, stack), "lan", "two", Optional.empty()))
                .isEqualTo("reachable PUBLISHED_VIA_HOST via host:8080/tcp");
        assertThat(ask(on(27, stack), "one", "two", Optional.empty())).isEqualTo("blocked NO_SHARED_NETWORK");
        assertThat(ask(on(27, stack), "lan", "two", Optional.empty())).isEqualTo("unknown ROUTE_UNKNOWN via r");
        assertThat(ask(on(28, stack), "one", "two", Optional.empty())).isEqualTo("reachable ROUTED_GATEWAY via r");
    }

    /** Two internal networks know the name; before 25 they have gateways, and that with IPv6 is asked first. */
    @Test
    void whichOfTwoInternalNetworksAnswersDependsOnTheirGatewaysBefore25() throws Exception {
        Topology topology = read("""
                services:
                  asker: {image: busybox, networks: [a, z]}
                  ipv4: {image: busybox, networks: {a: {aliases: [db]}}}
                  both: {image: busybox, networks: {z: {aliases: [db]}}}
                networks:
                  a: {internal: true}
                  z: {internal: true, enable_ipv6: true}
                """);

        assertThat(answers(topology, 24)).isEqualTo("both");
        assertThat(answers(topology, 25)).isEqualTo("ipv4 both");
        assertThat(answers(topology, 27)).isEqualTo("ipv4 both");
        assertThat(answers(topology, 28)).isEqualTo("ipv4");
    }

    private static Topology read(String text) throws Exception {
        Path directory = Path.of("/no-such-folder/shop");
        return new ComposeLoader(new OverlayFileTree(
                        new DiskFileTree(),
                        Map.of(directory.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8))))
                .load(ComposeRequest.of(directory))
                .topology();
    }

    /** Whoever answers: before 28 another may for IPv6 than for IPv4. */
    private static String answers(Topology topology, int engine) {
        NameAnswer answer = Reach.names(topology, ReachOptions.defaults().withEngineMajor(engine), service -> true)
                .ask(topology.service("asker").orElseThrow(), "db");
        return answer instanceof NameAnswer.Containers containers
                ? String.join(" ", new TreeSet<>(containers.services()).descendingSet())
                : answer.toString();
    }
}
