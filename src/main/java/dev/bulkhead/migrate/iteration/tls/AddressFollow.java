package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in variables that name a host by HTTP which is served by HTTPS: they follow. */
final class AddressFollow {

    private static final Pattern ADDRESS =
            Pattern.compile("http://([A-Za-z0-9][A-Za-z0-9.-]*)(?::80)?(?=[/?#,;\\s\"']|$)");

    private final Topology topology;
    /** Names to what follows the scheme in their place. */
    private final SortedMap<String, String> hosts;
    /** Variables that were changed, by service and name, to what they hold since. */
    private final Map<String, Map<String, String>> changed = new TreeMap<>();

    private final SortedSet<String> calling = new TreeSet<>();

    AddressFollow(Topology topology, SortedMap<String, String> hosts) {
        this.topology = topology;
        this.hosts = hosts;
    }

    /** Returns what follows for some services, of the hosts that are served by HTTPS so far. */
    List<ProjectEdit> edits(Collection<String> services, Set<String> served) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (String key : services) {
            topology.service(key).ifPresent(service -> edits.addAll(edits(service, served)));
        }
        return edits;
    }

    private List<ProjectEdit> edits(Service service, Set<String> served) {
        List<ProjectEdit> edits = new ArrayList<>();
        service.container().environment().forEach((name, stated) -> {
            Map<String, String> own = changed.computeIfAbsent(service.key(), key -> new TreeMap<>());
            String value = own.getOrDefault(name, stated);
            String fresh = ADDRESS.matcher(value)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            served.contains(match.group(1)) && hosts.containsKey(match.group(1))
                                    ? "https://" + hosts.get(match.group(1))
                                    : match.group()));
            if (!fresh.equals(value)) {
                own.put(name, fresh);
                calling.add(service.key());
                edits.add(new TopologyEdit.SetEnvironment(service.key(), name, fresh));
            }
        });
        return edits;
    }

    /** Returns the services whose variables changed so far. */
    SortedSet<String> services() {
        return calling;
    }
}
