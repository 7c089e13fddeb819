package dev.bulkhead.migrate.plan;

import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings that differ between two states of a service; of variables and labels names only, since values can be secrets. */
final class SettingChanges {

    private SettingChanges() {}

    /** Fields whose changes are told by what they hold. */
    private static final Set<String> TOLD =
            Set.of("environment", "labels", "image", "command", "ports", "network_mode", "volumes");

    /**
     * Returns what differs.
     *
     * @param edited names of fields that edits change
     */
    static List<String> between(Optional<Service> before, Service after, Set<String> edited) {
        List<String> changes = new ArrayList<>();
        Map<String, String> oldVariables = before.map(s -> s.container().environment())
                .orElse(after.container().environment());
        names(oldVariables, after.container().environment())
                .forEach(name -> changes.add(name + " of " + after.key() + " changes"));
        Map<String, String> oldLabels =
                before.map(s -> s.container().labels()).orElse(after.container().labels());
        names(oldLabels, after.container().labels())
                .forEach(name -> changes.add("label " + name + " of " + after.key() + " changes"));
        if (before.isPresent()) {
            ContainerSpec old = before.get().container();
            ContainerSpec now = after.container();
            change(changes, "image", old.image(), now.image(), after.key());
            change(changes, "command", old.command(), now.command(), after.key());
            change(
                    changes,
                    "list of mounts",
                    old.hostAccess().mounts(),
                    now.hostAccess().mounts(),
                    after.key());
            change(changes, "network mode", before.get().networkMode(), after.networkMode(), after.key());
            change(changes, "list of ports", before.get().ports(), after.ports(), after.key());
            edited.stream()
                    .filter(field -> !TOLD.contains(field))
                    .forEach(field -> changes.add(field + " of " + after.key() + " changes"));
        }
        return changes;
    }

    private static <T> void change(List<String> changes, String what, T before, T after, String service) {
        if (!before.equals(after)) {
            changes.add(what + " of " + service + " changes");
        }
    }

    private static List<String> names(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
