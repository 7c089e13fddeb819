package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every engine does alike with networks. */
interface NetworkContract extends GatewayBench {

    @Test
    default void anEngineHasItsOwnThreeNetworks() throws Exception {
        assertThat(gateway().observe().networks())
                .extracting(ObservedNetwork::name)
                .containsExactly("bridge", "host", "none");
    }

    @Test
    default void aNetworkIsCreatedAsAsked() throws Exception {
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"),
                false,
                true,
                true,
                false,
                Map.of("com.docker.network.bridge.enable_icc", "true"),
                Map.of("made-by", "contract"));
        Subnet pool = new Subnet(
                Optional.of("172.30.9.0/24"),
                Optional.of("172.30.9.254"),
                Optional.of("172.30.9.128/25"),
                Map.of("printer", "172.30.9.200"));
        gateway().createNetwork(new NetworkSpec("asked", options, List.of(pool)));

        ObservedNetwork asked = network("asked");
        assertThat(asked.subnets()).containsExactly(pool);
        assertThat(asked.options()).isEqualTo(options);
    }

    @Test
    default void aNetworkWithoutSubnetGetsAFreeDefaultPool() throws Exception {
        gateway().createNetwork(plain("static", "172.18.0.0/24"));
        gateway().createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        String subnet = network("chosen").subnets().getFirst().subnet().orElseThrow();
        assertThat(subnet)
                .matches(traits().firstFreePool() ? "172\\.19\\.0\\.0/16" : "172\\.(19|2\\d|3[01])\\.0\\.0/16");
    }

    @Test
    default void anAutomaticGatewayIsShownOnlyWhereTheSubnetIsAutomaticToo() throws Exception {
        gateway().createNetwork(plain("stated", "172.30.9.0/24"));
        gateway().createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        assertThat(List.of(network("stated"), network("chosen")))
                .extracting(n -> n.subnets().getFirst().gateway().isPresent())
                .containsExactly(false, true);
    }

    @Test
    default void aSecondNetworkOfTheSameNameIsRefused() throws Exception {
        gateway().createNetwork(plain("twice", "172.30.9.0/24"));

        assertThat(refusal(() -> gateway().createNetwork(plain("twice", "172.30.10.0/24"))))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void anOverlappingSubnetIsRefused() throws Exception {
        gateway().createNetwork(plain("wide", "172.30.0.0/16"));

        assertThat(refusal(() -> gateway().createNetwork(plain("narrow", "172.30.9.0/24"))))
                .isEqualTo(Kind.CONFLICT);
        assertThat(gateway().observe().network("narrow")).isEmpty();
    }

    @Test
    default void aNetworkThatIsNotThereCannotBeRemoved() {
        assertThat(refusal(() -> gateway().removeNetwork("nowhere"))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void aNetworkInUseCannotBeRemoved() throws Exception {
        up("client");

        assertThat(refusal(() -> gateway().removeNetwork("contract_front"))).isEqualTo(Kind.CONFLICT);
    }
}
