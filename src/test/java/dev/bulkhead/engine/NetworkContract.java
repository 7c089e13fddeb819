package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.IpFamilies;
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
        assertThat(engine().observer().observe().networks())
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
        engine().networks().createNetwork(new NetworkSpec("asked", options, List.of(pool)));

        ObservedNetwork asked = network("asked");
        assertThat(asked.subnets()).containsExactly(pool);
        assertThat(asked.options()).isEqualTo(options);
    }

    @Test
    default void aNetworkWithoutIpv4HasIpv6Only() throws Exception {
        NetworkOptions options = NetworkOptions.defaults().withDriver("bridge").withFamilies(IpFamilies.IPV6);
        Subnet pool = Subnet.of("fd00:9::/64");
        engine().networks().createNetwork(new NetworkSpec("six", options, List.of(pool)));

        // Engines that know no gateway priorities do not know of it either, and give IPv4 all the same.
        boolean known = traits().gatewayPriority();
        assertThat(network("six").options().families()).isEqualTo(known ? IpFamilies.IPV6 : IpFamilies.BOTH);
        assertThat(network("six").subnets()).hasSize(known ? 1 : 2).contains(pool);
    }

    @Test
    default void aNetworkWithoutSubnetGetsAFreeDefaultPool() throws Exception {
        engine().networks().createNetwork(plain("static", "172.18.0.0/24"));
        engine().networks().createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        String subnet = network("chosen").subnets().getFirst().subnet().orElseThrow();
        assertThat(subnet)
                .matches(traits().firstFreePool() ? "172\\.19\\.0\\.0/16" : "172\\.(19|2\\d|3[01])\\.0\\.0/16");
    }

    @Test
    default void anAutomaticGatewayIsShownOnlyWhereTheSubnetIsAutomaticToo() throws Exception {
        engine().networks().createNetwork(plain("stated", "172.30.9.0/24"));
        engine().networks().createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        assertThat(List.of(network("stated"), network("chosen")))
                .extracting(n -> n.subnets().getFirst().gateway().isPresent())
                .containsExactly(false, true);
    }

    @Test
    default void aSecondNetworkOfTheSameNameIsRefused() throws Exception {
        engine().networks().createNetwork(plain("twice", "172.30.9.0/24"));

        assertThat(refusal(() -> engine().networks().createNetwork(plain("twice", "172.30.10.0/24"))))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void anOverlappingSubnetIsRefused() throws Exception {
        engine().networks().createNetwork(plain("wide", "172.30.0.0/16"));

        assertThat(refusal(() -> engine().networks().createNetwork(plain("narrow", "172.30.9.0/24"))))
                .isEqualTo(Kind.CONFLICT);
        assertThat(engine().observer().observe().network("narrow")).isEmpty();
    }

    @Test
    default void aNetworkThatIsNotThereCannotBeRemoved() {
        assertThat(refusal(() -> engine().networks().removeNetwork("nowhere"))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void aNetworkInUseCannotBeRemoved() throws Exception {
        up("client");

        assertThat(refusal(() -> engine().networks().removeNetwork("contract_front")))
                .isEqualTo(Kind.CONFLICT);
    }
}
