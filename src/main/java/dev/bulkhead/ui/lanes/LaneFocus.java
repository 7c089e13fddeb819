package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.lanes.LanePlan;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.sight.Shown;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.words.Words;
import java.util.Set;
import java.util.stream.Collectors;

/** Focus on one column or one lane: it alone, with who meets there. */
final class LaneFocus {

    private LaneFocus() {}

    /** Returns whether there is what a focus is about. */
    static boolean holds(Topology drawn, Crossing focus) {
        return focus.service().isEmpty()
                ? drawn.network(focus.network()).isPresent()
                : drawn.service(focus.service()).isPresent();
    }

    /** Returns the part of a plan that is looked at. */
    static LanePlan looked(LanePlan plan, SightViewModel sight) {
        Shown shown = sight.shownProperty().getValue();
        if (!shown.part()) {
            return plan;
        }
        Set<String> lanes = sight.lanes();
        return new LanePlan(
                plan.lanes().stream().filter(slot -> lanes.contains(slot.key())).toList(),
                plan.columns().stream()
                        .filter(slot -> shown.service(slot.key()))
                        .toList());
    }

    /** Returns the part of a plan that a focus shows. */
    static LanePlan of(LanePlan plan, Topology drawn, Crossing focus) {
        if (!holds(drawn, focus)) {
            return plan;
        }
        Set<String> lanes = focus.service().isEmpty() ? Set.of(focus.network()) : networks(drawn, focus.service());
        Set<String> columns = drawn.services().values().stream()
                .filter(service -> networks(drawn, service.key()).stream().anyMatch(lanes::contains)
                        || service.key().equals(focus.service()))
                .map(Service::key)
                .collect(Collectors.toSet());
        return new LanePlan(
                plan.lanes().stream().filter(slot -> lanes.contains(slot.key())).toList(),
                plan.columns().stream()
                        .filter(slot -> columns.contains(slot.key()))
                        .toList());
    }

    /** Who shares another's networks is on them with it. */
    private static Set<String> networks(Topology drawn, String key) {
        Service service = drawn.service(key).orElse(null);
        if (service != null && service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            service = drawn.service(owner).orElse(null);
        }
        return service == null
                ? Set.of()
                : service.attachments().stream().map(Attachment::network).collect(Collectors.toSet());
    }

    /** Returns what is shown alone, in words. */
    static String words(Crossing focus) {
        return Words.of(
                "lanefocus.only-f-shows-all-again", focus.service().isEmpty() ? focus.network() : focus.service());
    }

    /** Containers of others are on the map; here they would be columns that nobody can do anything with. */
    static Topology withoutGuests(Topology drawn) {
        return Topology.of(
                drawn.project(),
                drawn.networks().values().stream().toList(),
                drawn.services().values().stream()
                        .filter(service -> !ZoneKeys.isGuest(service.key()))
                        .toList());
    }
}
