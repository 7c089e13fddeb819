package dev.bulkhead.migrate.plan;

import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Variables and labels that differ between two states of a service; names only, since values can be secrets. */
final class SettingChanges {

    private SettingChanges() {}

    static List<String> between(Optional<Service> before, Service after) {
        List<String> changes = new ArrayList<>();
        Map<String, String> oldVariables = before.map(s -> s.container().environment())
                .orElse(after.container().environment());
        names(oldVariables, after.container().environment())
                .forEach(name -> changes.add(name + " of " + after.key() + " changes"));
        Map<String, String> oldLabels =
                before.map(s -> s.container().labels()).orElse(after.container().labels());
        names(oldLabels, after.container().labels())
                .forEach(name -> changes.add("label " + name + " of " + after.key() + " changes"));
        return changes;
    }

    private static List<String> names(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
