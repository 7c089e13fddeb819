package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;

/** Effect that dropping a service's card on a network would have, found out before it is done. */
public sealed interface AttachIntent {

    /**
     * It can be done.
     *
     * @param words what would happen, for the zone under the pointer
     * @param note what else the operator should know
     * @param leave the edit that also leaves the home network, where that is possible
     */
    record Possible(TopologyEdit edit, String words, String note, Optional<TopologyEdit> leave)
            implements AttachIntent {}

    /** It cannot be done, for a reason the operator is told. */
    record Impossible(String reason) implements AttachIntent {}

    /** The service is on that network already; the card would move there and nothing else. */
    record MoveHome(String words) implements AttachIntent {}

    /** Returns what a drop would do. With {@code move} the service also leaves its home network. */
    static AttachIntent of(Topology topology, CardBox card, String target, boolean move) {
        Service service = topology.service(card.service()).orElse(null);
        if (service == null) {
            return new Impossible("No file of the project has " + card.service() + "; only the engine does.");
        }
        if (ZoneKeys.isPseudo(target)) {
            return new Impossible(ZoneKeys.title(target)
                    + " is a network mode, not a network: change it in the inspector or in the file.");
        }
        if (service.joins(target)) {
            return new MoveHome("Show " + service.key() + " in " + target + ", which it is on already");
        }
        TopologyEdit attach = new TopologyEdit.Attach(service.key(), target);
        Optional<TopologyEdit> leave = service.joins(card.zone())
                ? Optional.of(new TopologyEdit.Detach(service.key(), card.zone()))
                : Optional.empty();
        return move && leave.isPresent()
                ? moving(topology, card, target, attach, leave.get())
                : attaching(topology, card, target, attach, leave);
    }

    private static AttachIntent attaching(
            Topology topology, CardBox card, String target, TopologyEdit attach, Optional<TopologyEdit> leave) {
        try {
            Topology after = attach.apply(topology);
            String note = leave.isEmpty() ? "" : "stays on " + stays(card.zone());
            return new Possible(attach, "Attach to " + target, note, leave.filter(edit -> fits(edit, after)));
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    private static AttachIntent moving(
            Topology topology, CardBox card, String target, TopologyEdit attach, TopologyEdit leave) {
        String title = "move " + card.service() + " from " + card.zone() + " to " + target;
        TopologyEdit both = new TopologyEdit.Batch(title, List.of(attach, leave));
        try {
            both.apply(topology);
            return new Possible(both, "Move to " + target, "leaves " + card.zone(), Optional.empty());
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    private static String stays(String zone) {
        return zone.equals(Network.DEFAULT_KEY) ? "the default network, now named in the file" : zone;
    }

    private static boolean fits(TopologyEdit edit, Topology topology) {
        try {
            edit.apply(topology);
            return true;
        } catch (EditRejectedException rejected) {
            return false;
        }
    }
}
