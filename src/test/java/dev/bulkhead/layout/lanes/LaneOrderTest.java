package dev.bulkhead.layout.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lane and which column comes after which. */
class LaneOrderTest {

    private static final List<Tint> TIERS = List.of(Tint.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNetworkIsALaneAndEveryServiceAColumnTierByTier(long seed) {
        Topology topology = PairwiseTopologies.random(new Random(seed));
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, homes(topology, seed)));

        assertThat(keys(plan.lanes()))
                .containsExactlyInAnyOrderElementsOf(topology.networks().keySet());
        assertThat(keys(plan.columns()))
                .containsExactlyInAnyOrderElementsOf(topology.services().keySet());
        assertThat(plan.lanes().stream().map(slot -> TIERS.indexOf(slot.tier())))
                .isSorted();
        assertThat(plan.columns().stream().map(slot -> TIERS.indexOf(slot.tier())))
                .isSorted();
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
                assertThat(between(plan, owner, service.key()))
                        .allMatch(key -> topology.service(key).orElseThrow().networkMode()
                                        instanceof NetworkMode.OfService(String other)
                                && other.equals(owner));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void dotsAreNearerToTheDiagonalThanInTheOrderOfNames(long seed) {
        Topology topology = PairwiseTopologies.random(new Random(seed));
        Map<String, Tint> homes = homes(topology, seed);
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, homes));

        assertThat(distance(topology, plan)).isLessThanOrEqualTo(distance(topology, byName(plan)));
    }

    @Test
    void exchangingTwoNeighboursOfATierBringsNoDotNearer() {
        Topology topology = PairwiseTopologies.pairs(12);
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, Map.of()));
        double best = distance(topology, plan);

        for (int i = 0; i + 1 < plan.lanes().size(); i++) {
            List<Slot> lanes = new ArrayList<>(plan.lanes());
            Collections.swap(lanes, i, i + 1);
            assertThat(distance(topology, new LanePlan(lanes, plan.columns()))).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }

    @Test
    void aChainIsADiagonal() {
        Topology topology = PairwiseTopologies.chain(9);
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, Map.of()));

        assertThat(keys(plan.lanes()))
                .isIn(List.of(
                        List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7"),
                        List.of("n7", "n6", "n5", "n4", "n3", "n2", "n1", "n0")));
    }

    @Test
    void theSameRequestGivesTheSameOrder() {
        Topology topology = PairwiseTopologies.random(new Random(11));
        LaneRequest request = LaneRequest.of(topology, homes(topology, 11));

        assertThat(LaneOrder.of(request)).isEqualTo(LaneOrder.of(request));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void joiningAndAddingLeaveEverythingElseInItsOrder(long seed) throws EditRejectedException {
        Topology topology = PairwiseTopologies.random(new Random(seed));
        LaneRequest request = LaneRequest.of(topology, homes(topology, seed));
        LanePlan before = LaneOrder.of(request);
        Service joining = topology.services().values().stream()
                .filter(service -> service.networkMode() instanceof NetworkMode.Networks)
                .findFirst()
                .orElseThrow();
        String other = topology.networks().keySet().stream()
                .filter(network -> !joining.joins(network))
                .findFirst()
                .orElseThrow();
        Topology joined = new TopologyEdit.Attach(joining.key(), other).apply(topology);

        assertThat(LaneOrder.of(new LaneRequest(joined, request.homes(), before)))
                .isEqualTo(before);

        Topology grown = PairwiseTopologies.with(joined, "added", List.of(other));
        LanePlan after = LaneOrder.of(new LaneRequest(grown, request.homes(), before));
        List<Slot> kept = new ArrayList<>(after.columns());
        kept.removeIf(slot -> slot.key().equals("added"));
        assertThat(after.lanes()).isEqualTo(before.lanes());
        assertThat(kept).isEqualTo(before.columns());
        assertThat(after.columns()).hasSize(before.columns().size() + 1);
    }

    @Test
    void whatIsGoneLeavesItsPlace() {
        Topology topology = PairwiseTopologies.chain(5);
        LaneRequest request = LaneRequest.of(topology, Map.of());
        LanePlan before = LaneOrder.of(request);

        LanePlan after = LaneOrder.of(new LaneRequest(topology.withoutNetwork("n2"), Map.of(), before));

        assertThat(keys(after.lanes())).doesNotContain("n2").hasSize(3);
    }

    @Test
    void aNetworkOfAProxyAndOneApplicationIsTheApplications() {
        Topology topology = PairwiseTopologies.hub(4);
        Map<String, Tint> homes = new TreeMap<>(Map.of("hub", Tint.DMZ, "app0", Tint.FRONTEND, "app1", Tint.BACKEND));
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, homes));

        assertThat(tier(plan.lanes(), "hub-app0")).contains(Tint.FRONTEND);
        assertThat(tier(plan.lanes(), "hub-app1")).contains(Tint.BACKEND);
        assertThat(tier(plan.columns(), "app3")).contains(Tint.DMZ);
    }

    @Test
    void theNameOfANetworkTellsItsTier() {
        Topology topology = PairwiseTopologies.named("web", "metrics");
        LanePlan plan = LaneOrder.of(LaneRequest.of(topology, Map.of("one", Tint.DATA)));

        assertThat(tier(plan.lanes(), "web")).contains(Tint.FRONTEND);
        assertThat(tier(plan.lanes(), "metrics")).contains(Tint.MGMT);
    }

    @Test
    void ofNothingNothingIsKnown() {
        LanePlan plan = LaneOrder.of(LaneRequest.of(Topology.of("", List.of(), List.of()), Map.of()));

        assertThat(plan).isEqualTo(LanePlan.EMPTY);
    }

    private static Optional<Tint> tier(List<Slot> slots, String key) {
        return slots.stream()
                .filter(slot -> slot.key().equals(key))
                .map(Slot::tier)
                .findFirst();
    }

    private static List<String> keys(List<Slot> slots) {
        return slots.stream().map(Slot::key).toList();
    }

    private static List<String> between(LanePlan plan, String owner, String guest) {
        List<String> columns = keys(plan.columns());
        int from = columns.indexOf(owner);
        int to = columns.indexOf(guest);
        assertThat(to).isGreaterThan(from);
        return columns.subList(from + 1, to + 1);
    }

    private static Map<String, Tint> homes(Topology topology, long seed) {
        Random random = new Random(seed * 31);
        Map<String, Tint> homes = new TreeMap<>();
        topology.services().keySet().forEach(key -> {
            if (random.nextInt(4) > 0) {
                homes.put(key, TIERS.get(random.nextInt(7)));
            }
        });
        return homes;
    }

    private static LanePlan byName(LanePlan plan) {
        return new LanePlan(sorted(plan.lanes()), sorted(plan.columns()));
    }

    private static List<Slot> sorted(List<Slot> slots) {
        return slots.stream()
                .sorted(java.util.Comparator.comparingInt((Slot slot) -> TIERS.indexOf(slot.tier()))
                        .thenComparing(Slot::key))
                .toList();
    }

    private static double distance(Topology topology, LanePlan plan) {
        Map<String, Integer> lanes = new HashMap<>();
        plan.lanes().forEach(slot -> lanes.put(slot.key(), lanes.size()));
        Map<String, Integer> columns = new HashMap<>();
        plan.columns().forEach(slot -> columns.put(slot.key(), columns.size()));
        return topology.services().values().stream()
                .flatMap(service -> service.attachments().stream()
                        .map(joined -> Math.abs((lanes.getOrDefault(joined.network(), 0) + 0.5) / lanes.size()
                                - (columns.getOrDefault(service.key(), 0) + 0.5) / columns.size())))
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
