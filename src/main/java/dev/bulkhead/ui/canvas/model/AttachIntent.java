package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
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
            implements AttachIntent {

        /** Returns whether a network is left by it, not only joined. */
        public boolean moves() {
            return leaves(edit);
        }

        private static boolean leaves(TopologyEdit edit) {
            return edit instanceof TopologyEdit.Detach
                    || (edit instanceof TopologyEdit.Batch batch
                            && batch.edits().stream().anyMatch(Possible::leaves));
        }
    }

    /** It cannot be done, for a reason the operator is told. */
    record Impossible(String reason) implements AttachIntent {}

    /** The service is on that network already; the card would move there and nothing else. */
    record MoveHome(String words) implements AttachIntent {}

    /** Returns what a drop of one card would do. With {@code move} the service also leaves its home network. */
    static AttachIntent of(Topology topology, CardBox card, String target, boolean move) {
        return of(topology, card, target, move, false);
    }

    /** The same, with words that fit one service, or several. */
    private static AttachIntent of(Topology topology, CardBox card, String target, boolean move, boolean several) {
        Service service = topology.service(card.service()).orElse(null);
        if (service == null) {
            return new Impossible(Words.of("attachintent.no-file-of-the-project", card.service()));
        }
        if (ZoneKeys.isPseudo(target)) {
            return new Impossible(Words.of("attachintent.is-a-network-mode-not", ZoneKeys.title(target)));
        }
        if (service.joins(target)) {
            return new MoveHome(Words.of("attachintent.show-in-which-it-is", service.key(), target));
        }
        return service.attachment(card.zone())
                .map(home -> move
                        ? moving(topology, service.key(), home, target, several)
                        : attaching(topology, service.key(), home, target, several))
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
            switch (of(topology, card, target, move, true)) {
                case Impossible impossible -> {
                    return impossible;
                }
                case Possible one -> possible.add(one);
                case MoveHome _ -> {}
            }
        }
        if (possible.isEmpty()) {
            return new MoveHome(Words.of("attachintent.show-them-in-which-all", target));
        }
        String many = possible.size() == 1
                ? Words.of("attachintent.one-of", cards.size())
                : Words.of("attachintent.services", possible.size());
        TopologyEdit all = new TopologyEdit.Batch(
                move ? Words.of("attachintent.move", many, target) : Words.of("attachintent.attach", many, target),
                possible.stream().map(Possible::edit).toList());
        String note = possible.stream()
                .map(Possible::note)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        try {
            Topology after = all.apply(topology);
            Optional<TopologyEdit> leave =
                    possible.stream().allMatch(one -> one.leave().isPresent())
                            ? Optional.of(new TopologyEdit.Batch(
                                    possible.size() == 1
                                            ? Words.of("attachintent.leave-the-old-network")
                                            : Words.of("attachintent.leave-their-old-networks"),
                                    possible.stream()
                                            .flatMap(one -> one.leave().stream())
                                            .toList()))
                            : Optional.empty();
            return new Possible(
                    all,
                    move
                            ? Words.of("attachintent.move-2", many, target)
                            : Words.of("attachintent.attach-2", many, target),
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
            return new Impossible(Words.of("attachintent.no-file-of-the-project-2", service, from));
        }
        if (ZoneKeys.isPseudo(target)) {
            return new Impossible(Words.of("attachintent.is-a-network-mode-not-2", ZoneKeys.title(target)));
        }
        if (target.equals(from)) {
            return new MoveHome(Words.of("attachintent.stays-on", service, from));
        }
        if (topology.service(service).filter(s -> s.joins(target)).isPresent()) {
            return new Impossible(Words.of("attachintent.service-is-already-attached-to", service, target));
        }
        return moving(topology, service, membership.get(), target, false);
    }

    private static AttachIntent joining(Topology topology, String service, String target) {
        TopologyEdit attach = new TopologyEdit.Attach(service, target);
        try {
            attach.apply(topology);
            return new Possible(attach, Words.of("attachintent.attach-to", target), "", Optional.empty());
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    private static AttachIntent attaching(
            Topology topology, String service, Attachment home, String target, boolean several) {
        TopologyEdit attach = new TopologyEdit.Attach(service, target);
        try {
            Topology after = attach.apply(topology);
            Optional<TopologyEdit> leave = Optional.of(leaving(topology, service, home, target));
            return new Possible(
                    attach,
                    Words.of("attachintent.attach-to", target),
                    several
                            ? Words.of("attachintent.stay-on", stays(home.network()))
                            : Words.of("attachintent.stays-on-2", stays(home.network())),
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

    private static AttachIntent moving(
            Topology topology, String service, Attachment from, String target, boolean several) {
        String title = Words.of("attachintent.move-from-to", service, from.network(), target);
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
                    Words.of("attachintent.move-to", target),
                    words.isEmpty()
                            ? left(from.network(), several)
                            : Words.of("attachintent.and", left(from.network(), several), words),
                    Optional.empty());
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }

    private static String left(String network, boolean several) {
        return several ? Words.of("attachintent.they-leave", network) : Words.of("attachintent.leaves", network);
    }

    private static String stays(String zone) {
        return zone.equals(Network.DEFAULT_KEY) ? Words.of("attachintent.the-default-network-now-named") : zone;
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
