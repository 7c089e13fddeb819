package dev.bulkhead.ui.shell.map;

import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapHosts;
import dev.bulkhead.ui.hosts.HostFaces;
import dev.bulkhead.ui.live.SeenHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reader of what several hosts are on the map. */
final class HostsOnMap {

    private HostsOnMap() {}

    /** Returns the hosts that have, or had when they were heard last, something of a project; none where just one has. */
    static MapHosts of(SeenHosts seen, Topology topology) {
        if (!seen.any()) {
            return MapHosts.NONE;
        }
        SortedMap<String, String> single = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        for (String service : topology.services().keySet()) {
            SortedSet<String> on = new TreeSet<>(seen.on(topology.project(), service));
            on.addAll(seen.lastOn(topology.project(), service));
            used.addAll(on);
            if (on.size() == 1) {
                single.put(service, on.first());
            }
        }
        List<String> order = seen.hosts().views().stream()
                .map(HostView::host)
                .filter(used::contains)
                .toList();
        if (order.size() < 2) {
            return MapHosts.NONE;
        }
        return new MapHosts(new HostColumns(order, single), faces(seen), apart(seen, topology));
    }

    private static Map<String, MapHosts.Face> faces(SeenHosts seen) {
        Map<String, MapHosts.Face> faces = new HashMap<>();
        for (HostView view : seen.hosts().views()) {
            faces.put(view.host(), HostFaces.of(view));
        }
        return faces;
    }

    private static Set<String> apart(SeenHosts seen, Topology topology) {
        Map<String, List<SortedSet<String>>> groups = seen.hosts().spanning();
        return topology.networks().values().stream()
                .filter(network ->
                        groups.getOrDefault(network.name(), List.of()).size() > 1)
                .map(Network::key)
                .collect(Collectors.toSet());
    }
}
