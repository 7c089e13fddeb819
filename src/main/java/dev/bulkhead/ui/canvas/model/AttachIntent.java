package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Returns what a drop of one card would do. With {@code move} the service also leaves its home network. */
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
        return service.attachment(card.zone())
                .map(home -> move
                        ? moving(topology, service.key(), home, target)
                        : attaching(topology, service.key(), home, target))
                .orElseGet(() -> joining(topology, service.key(), target));
    }

    /**
     * Returns what a drop of several cards would do, as one change. Those that are on the network already stay as they are; one that
     * cannot join keeps all from it, so that nothing happens by halves.
     */
    static AttachIntent of(Topology topology, List<CardBox> cards, String target, boolean move) {
        if (cards.size() == 1) {
            return of(topology, cards.getFirst(), target, move);
        }
        List<Possible> possible = new ArrayList<>();
        for (CardBox card : cards) {
            switch (of(topology, card, target, move)) {
                case Impossible impossible -> {
                    return impossible;
                }
                case Possible one -> possible.add(one);
                case MoveHome _ -> {}
            }
        }
        if (possible.isEmpty()) {
            return new MoveHome("Show them in " + target + ", which all are on already");
        }
        String many = possible.size() == 1 ? "one of " + cards.size() : possible.size() + " services";
        TopologyEdit all = new TopologyEdit.Batch(
                (move ? "move " : "attach ") + many + " to " + target,
                possible.stream().map(Possible::edit).toList());
        String note = possible.stream()
                .map(Possible::note)
                .filter(words -> !words.isEmpty())
                .distinct()
                .map(words -> words.replaceFirst("^stays ", "stay ").replaceFirst("^leaves ", "leave "))
                .collect(Collectors.joining("; "));
        try {
            Topology after = all.apply(topology);
            Optional<TopologyEdit> leave =
                    possible.stream().allMatch(one -> one.leave().isPresent())
                            ? Optional.of(new TopologyEdit.Batch(
                                    "leave " + (possible.size() == 1 ? "the old network" : "their old networks"),
                                    possible.stream()
                                            .flatMap(one -> one.leave().stream())
                                            .toList()))
                            : Optional.empty();
            return new Possible(
                    all,
                    (move ? "Move " : "Attach ") + many + " to " + target,
                    note,
                    leave.filter(edit -> fits(edit, after)));
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    /** Returns what dragging the end of a tie from one network to another would do. */
    static AttachIntent ofTie(Topology topology, String service, String from, String target) {
        Optional<Attachment> membership = topology.service(service).flatMap(s -> s.attachment(from));
        if (membership.isEmpty()) {
            return new Impossible("No file of the project puts " + service + " on " + from + "; only the engine does.");
        }
        if (ZoneKeys.isPseudo(target)) {
            return new Impossible(ZoneKeys.title(target) + " is a network mode, not a network.");
        }
        if (target.equals(from)) {
            return new MoveHome(service + " stays on " + from);
        }
        if (topology.service(service).filter(s -> s.joins(target)).isPresent()) {
            return new Impossible("Service " + service + " is already attached to " + target + ".");
        }
        return moving(topology, service, membership.get(), target);
    }

    private static AttachIntent joining(Topology topology, String service, String target) {
        TopologyEdit attach = new TopologyEdit.Attach(service, target);
        try {
            attach.apply(topology);
            return new Possible(attach, "Attach to " + target, "", Optional.empty());
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    private static AttachIntent attaching(Topology topology, String service, Attachment home, String target) {
        TopologyEdit attach = new TopologyEdit.Attach(service, target);
        try {
            Topology after = attach.apply(topology);
            Optional<TopologyEdit> leave = Optional.of(leaving(topology, service, home, target));
            return new Possible(
                    attach,
                    "Attach to " + target,
                    "stays on " + stays(home.network()),
                    leave.filter(edit -> fits(edit, after)));
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    /** Returns the edit that leaves the old network after the other was joined, and takes along what it says. */
    private static TopologyEdit leaving(Topology topology, String service, Attachment home, String target) {
        TopologyEdit leave = new TopologyEdit.Detach(service, home.network());
        Attachment taken = MembershipMove.of(topology, service, home, target).attachment();
        return taken.needsMapForm()
                ? new TopologyEdit.Batch(
                        leave.describe(),
                        List.of(
                                new TopologyEdit.Detach(service, target),
                                new TopologyEdit.Attach(service, taken),
                                leave))
                : leave;
    }

    private static AttachIntent moving(Topology topology, String service, Attachment from, String target) {
        String title = "move " + service + " from " + from.network() + " to " + target;
        MembershipMove move = MembershipMove.of(topology, service, from, target);
        TopologyEdit both = new TopologyEdit.Batch(
                title,
                List.of(
                        new TopologyEdit.Attach(service, move.attachment()),
                        new TopologyEdit.Detach(service, from.network())));
        try {
            both.apply(topology);
            String words = move.words();
            return new Possible(
                    both,
                    "Move to " + target,
                    "leaves " + from.network() + (words.isEmpty() ? "" : ", " + words),
                    Optional.empty());
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
