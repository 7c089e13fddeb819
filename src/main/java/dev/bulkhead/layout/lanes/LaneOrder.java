package dev.bulkhead.layout.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LaneAxis.Unit;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Order of lanes and columns: tier by tier on both axes, and in each tier so that dots gather near the diagonal.
 *
 * <p>Each axis is put in the order of the middles of what it meets, in turn (the barycentre method of Sugiyama), then
 * neighbours are exchanged. The same request gives the same result.
 */
public final class LaneOrder {

    private static final int ROUNDS = 16;
    private static final int EXCHANGES = 40;
    private static final List<Tint> TIERS = List.of(Tint.values());

    private final Topology topology;
    private final LaneTiers tiers;
    private final Map<String, Integer> networkNumbers = new HashMap<>();
    private final Map<String, Integer> serviceNumbers = new HashMap<>();

    private LaneOrder(LaneRequest request) {
        topology = request.topology();
        tiers = new LaneTiers(request);
        topology.networks().keySet().forEach(key -> networkNumbers.put(key, networkNumbers.size()));
        topology.services().keySet().forEach(key -> serviceNumbers.put(key, serviceNumbers.size()));
    }

    /** Returns the order. */
    public static LanePlan of(LaneRequest request) {
        LaneOrder order = new LaneOrder(request);
        return request.before().equals(LanePlan.EMPTY) ? order.anew() : order.keeping(request.before());
    }

    private LanePlan anew() {
        LaneAxis lanes = new LaneAxis(
                topology.networks().keySet().stream()
                        .map(key -> new Unit(tiers.ofNetwork(key), List.of(number(networkNumbers, key)), List.of(key)))
                        .toList(),
                topology.networks().keySet().stream().map(this::members).toList());
        LaneAxis columns = new LaneAxis(
                columnUnits(),
                topology.services().values().stream().map(this::joined).toList());
        long best = lanes.cost(columns);
        List<Unit> bestLanes = lanes.order();
        List<Unit> bestColumns = columns.order();
        for (int round = 0; round < ROUNDS; round++) {
            lanes.sortBy(columns);
            columns.sortBy(lanes);
            long cost = lanes.cost(columns);
            if (cost < best) {
                best = cost;
                bestLanes = lanes.order();
                bestColumns = columns.order();
            }
        }
        lanes.restore(bestLanes);
        columns.restore(bestColumns);
        for (int pass = 0; pass < EXCHANGES; pass++) {
            boolean any = lanes.improve(columns);
            any |= columns.improve(lanes);
            if (!any) {
                break;
            }
        }
        return new LanePlan(lanes.slots(), columns.slots());
    }

    private int[] members(String network) {
        return topology.members(network).stream()
                .mapToInt(service -> number(serviceNumbers, service.key()))
                .toArray();
    }

    private int[] joined(Service service) {
        return service.attachments().stream()
                .map(Attachment::network)
                .filter(networkNumbers::containsKey)
                .mapToInt(network -> number(networkNumbers, network))
                .distinct()
                .toArray();
    }

    private static int number(Map<String, Integer> numbers, String key) {
        return numbers.getOrDefault(key, 0);
    }

    /** Who shares another's networks stands beside it. */
    private List<Unit> columnUnits() {
        Map<String, List<String>> byRoot = new LinkedHashMap<>();
        for (Service service : topology.services().values()) {
            String root = root(service);
            List<String> together = byRoot.computeIfAbsent(root, key -> new ArrayList<>(List.of(key)));
            if (!service.key().equals(root)) {
                together.add(service.key());
            }
        }
        return byRoot.entrySet().stream()
                .map(entry -> new Unit(
                        tiers.ofService(entry.getKey()),
                        entry.getValue().stream()
                                .map(key -> number(serviceNumbers, key))
                                .toList(),
                        entry.getValue()))
                .toList();
    }

    /** Returns whose networks a service has in the end: its own, also where a circle of owners has no end. */
    private String root(Service service) {
        Set<String> seen = new HashSet<>();
        Service at = service;
        while (seen.add(at.key())) {
            if (!(at.networkMode() instanceof NetworkMode.OfService(String owner))
                    || topology.service(owner).isEmpty()) {
                return at.key();
            }
            at = topology.service(owner).orElseThrow();
        }
        return service.key();
    }

    /** Returns an order with its lanes and columns where they are, and new ones among them. */
    private LanePlan keeping(LanePlan before) {
        List<Slot> lanes = new ArrayList<>(before.lanes());
        lanes.removeIf(slot -> topology.network(slot.key()).isEmpty());
        List<Slot> columns = new ArrayList<>(before.columns());
        columns.removeIf(slot -> topology.service(slot.key()).isEmpty());
        Map<String, Integer> columnsBefore = places(columns);
        insert(lanes, topology.networks().keySet(), tiers::ofNetwork, key -> middle(members(key), columnsBefore, true));
        Map<String, Integer> lanesBefore = places(lanes);
        Set<String> guests = new HashSet<>();
        topology.services().values().stream()
                .filter(service -> !root(service).equals(service.key()))
                .forEach(service -> guests.add(service.key()));
        List<String> own = topology.services().keySet().stream()
                .filter(key -> !guests.contains(key))
                .toList();
        insert(
                columns,
                own,
                tiers::ofService,
                key -> middle(joined(topology.service(key).orElseThrow()), lanesBefore, false));
        for (String guest : guests.stream().sorted().toList()) {
            if (columns.stream().noneMatch(slot -> slot.key().equals(guest))) {
                String root = root(topology.service(guest).orElseThrow());
                int beside = 0;
                while (!columns.get(beside).key().equals(root)) {
                    beside++;
                }
                columns.add(beside + 1, new Slot(guest, columns.get(beside).tier()));
            }
        }
        return new LanePlan(lanes, columns);
    }

    private static Map<String, Integer> places(List<Slot> slots) {
        Map<String, Integer> places = new HashMap<>();
        slots.forEach(slot -> places.put(slot.key(), places.size()));
        return places;
    }

    /** Returns the middle of items of the other axis as a place there; empty ones are last. */
    private double middle(int[] items, Map<String, Integer> places, boolean services) {
        List<String> keys = List.copyOf(
                services ? topology.services().keySet() : topology.networks().keySet());
        return Arrays.stream(items)
                .filter(item -> places.containsKey(keys.get(item)))
                .mapToDouble(item -> (places.getOrDefault(keys.get(item), 0) + 0.5) / places.size())
                .average()
                .orElse(1);
    }

    /** Puts keys that have no place behind those of their tier that come before them on the diagonal. */
    private static void insert(
            List<Slot> slots, Iterable<String> keys, Function<String, Tint> tier, ToDoubleFunction<String> middle) {
        Map<String, Integer> present = places(slots);
        for (String key : keys) {
            if (present.containsKey(key)) {
                continue;
            }
            Slot added = new Slot(key, tier.apply(key));
            double wanted = middle.applyAsDouble(key);
            int at = 0;
            for (int i = 0; i < slots.size(); i++) {
                int compared = Integer.compare(TIERS.indexOf(slots.get(i).tier()), TIERS.indexOf(added.tier()));
                boolean nearer = compared == 0 && (i + 0.5) / slots.size() <= wanted;
                if (compared < 0 || nearer) {
                    at = i + 1;
                }
            }
            slots.add(at, added);
        }
    }
}
