package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.verify.PreflightItem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Names of what the operator accepts: outages of the reviewed plan, and items of the preflight. */
final class Acceptance {

    private final ObservableSet<String> outages = FXCollections.observableSet();
    private final Set<String> items = new TreeSet<>();

    ObservableSet<String> outages() {
        return outages;
    }

    void add(List<PreflightItem> accepted) {
        accepted.forEach(item -> items.add(item.id()));
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>(outages);
        all.addAll(items);
        return all;
    }
}
