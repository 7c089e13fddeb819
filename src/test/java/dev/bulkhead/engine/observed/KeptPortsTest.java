package dev.bulkhead.engine.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the ports that an engine tells stay published. */
class KeptPortsTest {

    private static final PortMapping PORT = PortMapping.of(5601, 5601, Protocol.TCP);

    private static final List<ObservedNetwork> NETWORKS = List.of(
            new ObservedNetwork("1", "inside", NetworkOptions.defaults().withInternal(true), List.of()),
            new ObservedNetwork("2", "out", NetworkOptions.defaults(), List.of()));

    private static List<PortMapping> kept(String... networks) {
        ObservedContainer container = new ObservedContainer(
                "c",
                "kibana",
                "kibana:8",
                Map.of(),
                new ObservedContainer.Status(
                        ObservedContainer.RunState.RUNNING, ObservedContainer.Health.NONE, Optional.empty(), 0),
                "inside",
                Arrays.stream(networks)
                        .map(name -> new ObservedEndpoint(
                                name,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                0))
                        .toList(),
                List.of(PORT));
        return new ObservedState(NETWORKS, List.of(container)).keptPorts(container);
    }

    @Test
    void nothingStaysOfWhatAnOldEnginePublishesOnInternalNetworksAlone() {
        assertThat(kept("inside")).isEmpty();
        assertThat(kept("inside", "out")).containsExactly(PORT);
        assertThat(kept("somebody-elses")).containsExactly(PORT);
        assertThat(kept()).as("in the network of another container").containsExactly(PORT);
    }
}
