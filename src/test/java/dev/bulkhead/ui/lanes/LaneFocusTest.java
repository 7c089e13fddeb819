package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.lanes.LaneOrder;
import dev.bulkhead.layout.lanes.LanePlan;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import dev.bulkhead.layout.lanes.LaneRequest;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of the lanes when one column or lane is shown alone. */
class LaneFocusTest {

    private static final Topology CHAIN = PairwiseTopologies.chain(6);
    private static final LanePlan PLAN = LaneOrder.of(LaneRequest.of(CHAIN, Map.of()));

    @Test
    void aColumnIsShownWithItsLanesAndWhoMeetsItThere() {
        LanePlan shown = LaneFocus.of(PLAN, CHAIN, new Crossing("", "s4"));

        assertThat(shown.lanes().stream().map(Slot::key)).containsExactlyInAnyOrder("n1", "n2");
        assertThat(shown.columns().stream().map(Slot::key)).containsExactlyInAnyOrder("s5", "s4", "s3");
    }

    @Test
    void aLaneIsShownWithItsMembers() {
        LanePlan shown = LaneFocus.of(PLAN, CHAIN, new Crossing("n1", ""));

        assertThat(shown.lanes().stream().map(Slot::key)).containsExactly("n1");
        assertThat(shown.columns().stream().map(Slot::key)).containsExactlyInAnyOrder("s5", "s4");
    }

    @Test
    void whatIsGoneIsNoFocus() {
        assertThat(LaneFocus.of(PLAN, CHAIN, new Crossing("", "gone"))).isEqualTo(PLAN);
        assertThat(LaneFocus.of(PLAN, CHAIN, Crossing.NONE)).isEqualTo(PLAN);
    }
}
