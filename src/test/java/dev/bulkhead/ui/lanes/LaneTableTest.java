package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LaneOrder;
import dev.bulkhead.layout.lanes.LanePlan;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import dev.bulkhead.layout.lanes.LaneRequest;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each lane, column and crossing is. */
class LaneTableTest {

    /** Services s4 to s1, each on a network with the next; every second network is internal. */
    private static final Topology CHAIN = PairwiseTopologies.chain(4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyMembershipIsADotWhereItsLaneAndItsColumnMeet(long seed) {
        Topology topology = PairwiseTopologies.random(new Random(seed));
        LaneTable table = table(topology, topology, EngineOnly.NOTHING);
        int dots = 0;

        for (Network network : topology.networks().values()) {
            for (Service service : topology.services().values()) {
                boolean joins = service.joins(network.key());
                dots += joins ? 1 : 0;
                assertThat(table.mark(network.key(), service.key()).equals(LaneMark.MEMBER))
                        .isEqualTo(joins);
            }
            LaneTable.Lane lane = table.lane(table.row(network.key()));
            assertThat(lane.key()).isEqualTo(network.key());
            assertThat(lane.internal()).isEqualTo(network.internal());
            assertThat(lane.names())
                    .containsExactlyInAnyOrderElementsOf(topology.members(network.key()).stream()
                            .map(Service::key)
                            .toList());
            assertThat(lane.members()).isEqualTo(lane.names().size());
        }
        assertThat(table.memberships()).isEqualTo(dots);
    }

    @Test
    void lanesAndColumnsStandAsThePlanSays() {
        LanePlan plan = new LanePlan(
                List.of(slot("n2", Tint.DMZ), slot("n0", Tint.DMZ), slot("n1", Tint.DATA)),
                List.of(
                        slot("s1", Tint.DMZ),
                        slot("s3", Tint.BACKEND),
                        slot("s2", Tint.BACKEND),
                        slot("s4", Tint.DATA)));
        LaneTable table = LaneTable.of(plan, new LaneTable.Content(CHAIN, CHAIN, EngineOnly.NOTHING, Map.of()));

        assertThat(table.lanes()).extracting(LaneTable.Lane::key).containsExactly("n2", "n0", "n1");
        assertThat(table.lanes()).extracting(LaneTable.Lane::tint).containsExactly(Tint.DMZ, Tint.DMZ, Tint.DATA);
        assertThat(table.columns()).extracting(LaneTable.Column::key).containsExactly("s1", "s3", "s2", "s4");
        assertThat(table.laneTiers()).containsExactly(0, 2);
        assertThat(table.columnTiers()).containsExactly(0, 1, 3);
        assertThat(table.row("n1")).isEqualTo(2);
        assertThat(table.columnOf("s2")).isEqualTo(2);
        assertThat(table.row("nothing")).isEqualTo(-1);
        assertThat(table.columnOf("nobody")).isEqualTo(-1);
        assertThat(table.mark("nothing", "s1")).isEqualTo(LaneMark.NONE);
        assertThat(table.mark("n0", "nobody")).isEqualTo(LaneMark.NONE);
        assertThat(table.lane(table.row("n0")).span())
                .hasValueSatisfying(span -> assertThat(span).containsExactly(1, 3));
    }

    @Test
    void whatThePlanHasAndTheProjectDoesNotIsLeftOut() {
        LanePlan plan = new LanePlan(
                List.of(slot("gone", Tint.DMZ), slot("n0", Tint.DMZ)),
                List.of(slot("nobody", Tint.DMZ), slot("s4", Tint.DMZ), slot("s3", Tint.DMZ)));
        LaneTable table = LaneTable.of(plan, new LaneTable.Content(CHAIN, CHAIN, EngineOnly.NOTHING, Map.of()));

        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.width()).isEqualTo(2);
        assertThat(table.mark("n0", "s4")).isEqualTo(LaneMark.MEMBER);
    }

    @Test
    void editsThatAreNotSavedShowWhoJoinsAndWhoLeaves() throws Exception {
        Topology edited = new TopologyEdit.Batch(
                        "edit", List.of(new TopologyEdit.Attach("s1", "n0"), new TopologyEdit.Detach("s3", "n0")))
                .apply(CHAIN);
        LaneTable table = table(edited, CHAIN, EngineOnly.NOTHING);

        assertThat(table.mark("n0", "s1")).isEqualTo(LaneMark.JOINING);
        assertThat(table.mark("n0", "s3")).isEqualTo(LaneMark.LEAVING);
        assertThat(table.mark("n0", "s4")).isEqualTo(LaneMark.MEMBER);
        assertThat(table.lane(table.row("n0")).members()).isEqualTo(2);
        assertThat(table.lane(table.row("n0")).names()).containsExactlyInAnyOrder("s1", "s4");
    }

    @Test
    void whatOnlyTheEngineHasIsMarkedSo() {
        Network stray = new Network("stray", "stray", NetworkOptions.defaults(), List.of());
        LaneTable table = table(
                CHAIN,
                CHAIN,
                new EngineOnly(List.of(stray), List.of(), List.of(new MembershipElement("s1", "stray")), List.of()));

        assertThat(table.lane(table.row("stray")).engineOnly()).isTrue();
        assertThat(table.lane(table.row("n0")).engineOnly()).isFalse();
        assertThat(table.mark("stray", "s1")).isEqualTo(LaneMark.ENGINE_ONLY);
        assertThat(table.lane(table.row("stray")).span()).isEmpty();
    }

    @Test
    void whoJoinsNoNetworksSaysWhatItHasInstead() {
        Topology topology = PairwiseTopologies.with(CHAIN, "guest", new NetworkMode.OfService("s3"));
        topology = PairwiseTopologies.with(topology, "onhost", new NetworkMode.Host());
        topology = PairwiseTopologies.with(topology, "alone", new NetworkMode.None());
        topology = PairwiseTopologies.with(topology, "bare", new NetworkMode.Networks());
        topology = PairwiseTopologies.with(topology, "vpn", new NetworkMode.OfContainer("wireguard"));
        LaneTable table = table(topology, topology, EngineOnly.NOTHING);

        assertThat(note(table, "s3")).isEmpty();
        assertThat(note(table, "guest")).isEqualTo("in s3's network");
        assertThat(note(table, "onhost")).isEqualTo("host network");
        assertThat(note(table, "alone")).isEqualTo("no network");
        assertThat(note(table, "bare")).isEqualTo("no network");
        assertThat(note(table, "vpn")).isEqualTo("in the network of container wireguard");
        assertThat(table.column(table.columnOf("guest")).owner()).isEqualTo(Optional.of("s3"));
        assertThat(table.columnOf("guest")).isEqualTo(table.columnOf("s3") + 1);
        assertThat(table.mark("n0", "guest")).isEqualTo(LaneMark.SHARED);
        assertThat(table.mark("n1", "guest")).isEqualTo(LaneMark.SHARED);
        assertThat(table.mark("n2", "guest")).isEqualTo(LaneMark.NONE);
        assertThat(table.lane(table.row("n0")).names()).containsExactlyInAnyOrder("s3", "s4");
    }

    @Test
    void theEngineTellsWhetherANetworkIsInternal() {
        LanePlan plan = LaneOrder.of(LaneRequest.of(CHAIN, Map.of()));
        String network = CHAIN.networks().keySet().iterator().next();
        boolean stated = CHAIN.network(network).orElseThrow().internal();

        LaneTable table =
                LaneTable.of(plan, new LaneTable.Content(CHAIN, CHAIN, EngineOnly.NOTHING, Map.of(network, !stated)));

        assertThat(table.lane(table.row(network)).internal()).isEqualTo(!stated);
    }

    @Test
    void nothingIsAnEmptyTable() {
        assertThat(LaneTable.EMPTY.lanes()).isEmpty();
        assertThat(LaneTable.EMPTY.columns()).isEmpty();
        assertThat(LaneTable.EMPTY.memberships()).isZero();
        assertThat(LaneTable.EMPTY.laneTiers()).isEmpty();
    }

    private static String note(LaneTable table, String service) {
        return table.column(table.columnOf(service)).note();
    }

    private static Slot slot(String key, Tint tier) {
        return new Slot(key, tier);
    }

    private static LaneTable table(Topology files, Topology saved, EngineOnly only) {
        return LaneTable.of(
                LaneOrder.of(LaneRequest.of(only.over(files), Map.of())),
                new LaneTable.Content(files, saved, only, Map.of()));
    }
}
