package dev.bulkhead.engine.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.ObservedChanges;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a practice engine tells of a change is told from what the change touched; it is the same as comparing everything. */
class PracticeStateTest {

    private static final Topology PROJECT = SampleTopologies.mediaServerBefore();

    @Test
    void whatAChangeTouchedTellsAsMuchAsComparingEverything() throws Exception {
        List<PracticeState> states = new ArrayList<>(List.of(PracticeState.fresh()));
        for (String key : StartOrder.of(PROJECT)) {
            Service service = PracticeCompose.service(PROJECT, key);
            String name =
                    PracticeReplicas.of(states.getLast(), PROJECT, service).name(1);
            states.add(PracticeCompose.networks(states.getLast(), PROJECT, service));
            states.add(PracticeCompose.create(states.getLast(), PROJECT, service));
            states.add(ContainerChanges.start(states.getLast(), name, Instant.EPOCH));
        }
        PracticeContainer one = states.getLast().containers().firstEntry().getValue();
        states.add(states.getLast().settled());
        states.add(Networking.connect(states.getLast(), "bridge", one.name(), EndpointSpec.PLAIN));
        states.add(states.getLast()
                .withContainer(states.getLast().container(one.name()).stopped()));
        states.add(ContainerChanges.rename(states.getLast(), one.name(), "renamed"));
        states.add(ContainerChanges.remove(states.getLast(), "renamed"));
        states.add(states.getLast().withNewImage("nginx"));

        for (int i = 1; i < states.size(); i++) {
            PracticeState before = states.get(i - 1);
            PracticeState after = states.get(i);
            List<EngineEvent> whole = new ArrayList<>(ObservedChanges.between(before.observed(), after.observed()));
            if (i == states.size() - 1) {
                whole.add(new EngineEvent.ImageChanged("nginx"));
            }
            assertThat(after.since(before)).isEqualTo(whole);
        }
    }
}
