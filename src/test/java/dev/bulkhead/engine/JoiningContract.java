package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every engine does alike when a container joins a network or leaves it. */
interface JoiningContract extends GatewayBench {

    @Test
    default void aGuestCannotJoinANetwork() throws Exception {
        up("client", "guest");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> connect("extra", "guest", EndpointSpec.PLAIN))).isEqualTo(Kind.REFUSED);
    }

    @Test
    default void aContainerJoinsWhileItRunsWithAliasesAndAStaticAddress() throws Exception {
        up("client");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        connect(
                "extra",
                "client",
                new EndpointSpec(List.of("caller"), Optional.of("172.30.9.77"), Optional.empty(), 0));

        ObservedEndpoint joined = container("client").endpoint("extra").orElseThrow();
        assertThat(joined)
                .isEqualTo(new ObservedEndpoint(
                        "extra",
                        Optional.of("172.30.9.77"),
                        Optional.empty(),
                        joined.macAddress(),
                        List.of("caller"),
                        Optional.of("172.30.9.77"),
                        0));
    }

    @Test
    default void addressesAreGivenOutInOrderAndGivenBack() throws Exception {
        up("client", "apart");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        connect("extra", "client", EndpointSpec.PLAIN);
        connect("extra", "apart", EndpointSpec.PLAIN);
        engine().networks().disconnect("extra", container("client").name());
        List<Optional<String>> seen = new ArrayList<>();
        seen.add(container("apart").endpoint("extra").flatMap(ObservedEndpoint::ipv4));
        connect("extra", "client", EndpointSpec.PLAIN);
        seen.add(container("client").endpoint("extra").flatMap(ObservedEndpoint::ipv4));

        assertThat(seen).containsExactly(Optional.of("172.30.9.3"), Optional.of("172.30.9.2"));
    }

    @Test
    default void aGatewayPriorityIsKeptOrRefused() throws Exception {
        up("client");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        EndpointSpec spec = new EndpointSpec(List.of(), Optional.empty(), Optional.empty(), -5);

        if (traits().gatewayPriority()) {
            connect("extra", "client", spec);
            assertThat(container("client").endpoint("extra").orElseThrow().gwPriority())
                    .isEqualTo(-5);
        } else {
            assertThat(refusal(() -> connect("extra", "client", spec))).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    default void joiningTwiceIsRefused() throws Exception {
        up("client");

        assertThat(refusal(() -> connect("contract_front", "client", EndpointSpec.PLAIN)))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void anAddressInUseIsRefused() throws Exception {
        up("client", "apart");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        EndpointSpec spec = new EndpointSpec(List.of(), Optional.of("172.30.9.9"), Optional.empty(), 0);
        connect("extra", "client", spec);

        assertThat(refusal(() -> connect("extra", "apart", spec))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void leavingANetworkThatWasNotJoinedIsRefused() throws Exception {
        up("client");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> engine().networks()
                        .disconnect("extra", container("client").name())))
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void aContainerThatIsNotThereCannotJoin() throws Exception {
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> engine().networks().connect("extra", "nobody", EndpointSpec.PLAIN)))
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void publishedPortsGoWithTheNetworkThatLeadsOut() throws Exception {
        up("web", "apart");
        engine().networks().connect("contract_inside", "web", EndpointSpec.PLAIN);
        engine().networks().disconnect("contract_front", "web");

        assertThat(container("web").ports().isEmpty()).isEqualTo(traits().releasesPorts());
    }

    @Test
    default void publishedPortsComeWithTheNetworkThatLeadsOut() throws Exception {
        Path file = folder().resolve("compose.yaml");
        Files.writeString(file, Files.readString(file).replace("front:\n        aliases: [www]", "inside: {}"));
        up("web");
        List<PortMapping> before = container("web").ports();
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        engine().networks().connect("extra", "web", EndpointSpec.PLAIN);

        assertThat(before).isEmpty();
        assertThat(container("web").ports()).containsExactly(PortMapping.of(18080, 80, Protocol.TCP));
    }
}
