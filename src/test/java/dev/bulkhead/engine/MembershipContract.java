package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineServices.Dependencies;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine tells of how a container joined a network, so that it can join in the same way again. */
public abstract class MembershipContract {

    private static final String FILE = """
            name: member
            services:
              web:
                image: stand-in/web:1
                networks: [base]
            networks:
              base:
                ipam:
                  config:
                    - subnet: SUBNET
            """;

    private static final EndpointSpec ASKED = new EndpointSpec(
                    List.of("caller"), Optional.of("172.30.9.77"), Optional.of("fd00:9::77"), 0)
            .withDriverOpts(Map.of("bulkhead.test", "kept"));

    @TempDir
    private Path folder;

    private final Engine engine;

    /** Tries the contract on an engine. */
    protected MembershipContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() throws Exception {
        up("172.30.8.0/24");
        NetworkOptions six = new NetworkOptions(Optional.empty(), false, false, false, true, Map.of(), Map.of());
        engine.networks()
                .createNetwork(
                        new NetworkSpec("six", six, List.of(Subnet.of("172.30.9.0/24"), Subnet.of("fd00:9::/64"))));
    }

    @AfterEach
    void clear() throws Exception {
        EngineUnderTest.clear(engine);
    }

    @Test
    void whatWasAskedForWhenJoiningIsTold() throws Exception {
        engine.networks().connect("six", web().id(), ASKED);

        ObservedEndpoint endpoint = web().endpoint("six").orElseThrow();
        assertThat(endpoint.asked()).isEqualTo(ASKED);
        assertThat(List.of(endpoint.ipv4(), endpoint.ipv6()))
                .isEqualTo(List.of(Optional.of("172.30.9.77"), Optional.of("fd00:9::77")));
    }

    @Test
    void aMembershipThatWasLeftIsTakenUpAgainAsItWas() throws Exception {
        engine.networks().connect("six", web().id(), ASKED);
        ObservedEndpoint before = web().endpoint("six").orElseThrow();

        engine.networks().disconnect("six", web().id());
        engine.networks().connect("six", web().id(), before.asked());

        assertThat(web().endpoint("six").orElseThrow().asked()).isEqualTo(before.asked());
    }

    @Test
    void anAddressThatNobodyAskedForIsNotTakenForAStaticOne() throws Exception {
        engine.networks().connect("six", web().id(), EndpointSpec.PLAIN);

        ObservedEndpoint endpoint = web().endpoint("six").orElseThrow();
        assertThat(endpoint.ipv6()).isPresent();
        assertThat(endpoint.asked()).isEqualTo(EndpointSpec.PLAIN);
    }

    @Test
    void aNetworkOfTheProjectWhoseSubnetChangesIsMadeAnew() throws Exception {
        up("172.30.7.0/24");

        assertThat(engine.observer()
                        .observe()
                        .network("member_base")
                        .orElseThrow()
                        .subnets())
                .extracting(Subnet::subnet)
                .containsExactly(Optional.of("172.30.7.0/24"));
        assertThat(web().endpoint("member_base").flatMap(ObservedEndpoint::ipv4).orElseThrow())
                .startsWith("172.30.7.");
        assertThat(web().status().state()).isEqualTo(ObservedContainer.RunState.RUNNING);
    }

    private void up(String subnet) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), FILE.replace("SUBNET", subnet));
        engine.services().up(project(), List.of("web"), Dependencies.LEFT_ALONE, line -> {});
    }

    private ComposeRequest project() {
        return new ComposeRequest(folder, List.of(), Optional.empty(), List.of(), List.of(), Map.of());
    }

    private ObservedContainer web() throws EngineException {
        return engine.observer().observe().containers("member", "web").getFirst();
    }
}
