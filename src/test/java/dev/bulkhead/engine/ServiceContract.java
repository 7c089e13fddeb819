package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What every engine does alike when services come up, rest and come back. */
interface ServiceContract extends GatewayBench {

    @Test
    default void aServiceBroughtUpIsObserved() throws Exception {
        up("web");
        awaitHealth("web", Health.HEALTHY);

        ObservedContainer web = container("web");
        assertThat(List.of(web.name(), web.image(), web.networkMode()))
                .containsExactly("web", "stand-in/web:1", "contract_front");
        assertThat(web.status().ready()).isTrue();
        assertThat(web.status().since()).isPresent();
        assertThat(web.ports()).containsExactly(PortMapping.of(18080, 80, Protocol.TCP));
        ObservedEndpoint endpoint = web.endpoint("contract_front").orElseThrow();
        assertThat(endpoint)
                .isEqualTo(new ObservedEndpoint(
                        "contract_front",
                        Optional.of("172.30.1.2"),
                        Optional.empty(),
                        endpoint.macAddress(),
                        List.of("web", "www"),
                        Optional.empty(),
                        0));
    }

    @Test
    default void bringingUpAgainWithoutChangesKeepsTheContainer() throws Exception {
        up("client");
        String before = container("client").id();
        up("client");

        assertThat(container("client").id()).isEqualTo(before);
    }

    @Test
    default void bringingUpAnewReplacesTheContainerThatIsUpToDateAndNoOther() throws Exception {
        up("client", "web");
        String before = container("client").id();
        String other = container("web").id();
        upAnew("client");

        assertThat(container("client").id()).isNotEqualTo(before);
        assertThat(container("client").status().state()).isEqualTo(RunState.RUNNING);
        assertThat(container("web").id()).isEqualTo(other);
    }

    @Test
    default void bringingUpAfterAChangeReplacesTheContainer() throws Exception {
        up("client");
        String before = container("client").id();
        Path file = folder().resolve("compose.yaml");
        Files.writeString(file, Files.readString(file).replace("networks: [front]", "networks: [front, inside]"));
        up("client");

        assertThat(container("client").id()).isNotEqualTo(before);
        assertThat(container("client").endpoints())
                .extracting(ObservedEndpoint::network)
                .containsExactly("contract_front", "contract_inside");
    }

    @Test
    default void aGuestNamesTheContainerWhoseNetworkItShares() throws Exception {
        up("client", "guest");

        assertThat(container("guest").networkMode())
                .isEqualTo("container:" + container("client").id());
        assertThat(container("guest").endpoints()).isEmpty();
    }

    @Test
    default void aStoppedContainerKeepsItsMembershipsWithoutAddresses() throws Exception {
        up("client");
        engine().containers().stop(container("client").name(), Duration.ofSeconds(1));

        ObservedContainer client = container("client");
        assertThat(client.status().state()).isEqualTo(RunState.EXITED);
        assertThat(client.endpoints())
                .extracting(ObservedEndpoint::network, ObservedEndpoint::ipv4)
                .containsExactly(Tuple.tuple("contract_front", Optional.empty()));
    }

    @Test
    default void stoppingAndStartingTwiceIsNoFault() throws Exception {
        up("client");
        String name = container("client").name();
        engine().containers().stop(name, Duration.ofSeconds(1));
        engine().containers().stop(name, Duration.ofSeconds(1));
        engine().containers().start(name);
        engine().containers().start(name);

        assertThat(container("client").status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    default void aContainerWhoseNetworkIsGoneCannotStart() throws Exception {
        up("client");
        String name = container("client").name();
        engine().containers().stop(name, Duration.ofSeconds(1));
        engine().networks().removeNetwork("contract_front");

        assertThat(refusal(() -> engine().containers().start(name))).isEqualTo(Kind.NOT_FOUND);
    }
}
