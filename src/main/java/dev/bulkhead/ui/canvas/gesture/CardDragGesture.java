package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.aim.DropAim;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.model.AttachIntent;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.canvas.surface.Feedback;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;

/**
 * Gesture that carries cards, all that are selected with the one that is held: into another zone or onto a rail the services go
 * there and leave their homes, with Ctrl they join and stay; inside its own zone a card only takes another place.
 */
final class CardDragGesture implements Gesture {

    private final MapSurface surface;
    /** The held card first; empty while nothing is carried. */
    private List<CardBox> cards = List.of();

    CardDragGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        if (press.button() != MouseButton.PRIMARY
                || press.space()
                || !(press.element().orElse(null) instanceof ServiceElement(String service))
                || Others.isKey(service)) {
            return false;
        }
        ServiceElement held = new ServiceElement(service);
        if (!surface.model().selection().contains(held)) {
            surface.model().select(held);
        }
        cards = carried(held);
        surface.node().setCursor(Cursor.CLOSED_HAND);
        return !cards.isEmpty();
    }

    private List<CardBox> carried(ServiceElement held) {
        Set<GraphElement> selected = surface.model().selection();
        return surface.geometry().cards().values().stream()
                .filter(card -> !Others.isKey(card.service()))
                .filter(card -> selected.contains(new ServiceElement(card.service())))
                .sorted((a, b) -> Boolean.compare(
                        b.service().equals(held.key()), a.service().equals(held.key())))
                .toList();
    }

    @Override
    public void drag(Pointer pointer) {
        if (cards.isEmpty()) {
            return;
        }
        Feedback feedback = surface.feedback();
        feedback.clear();
        feedback.carry(cards.stream().map(CardBox::service).toList(), pointer.at());
        feedback.land(zone(pointer).flatMap(zone -> aim(zone.key(), pointer)).stream()
                .collect(Collectors.toMap(CardBox::service, card -> card)));
    }

    /** Says and shows what a drop would do here; returns where the held card would stand, if it would go anywhere. */
    private Optional<CardBox> aim(String key, Pointer pointer) {
        Feedback feedback = surface.feedback();
        Optional<CardBox> there =
                cell(key, pointer).map(cell -> new CardBox(held().service(), key, Optional.empty(), cell.box()));
        if (home(key)) {
            there.ifPresent(card -> feedback.outline(card.box()));
            return there;
        }
        switch (intent(key, pointer)) {
            case AttachIntent.Possible possible -> {
                feedback.target(key, true, words(possible, pointer.control()));
                // A service that only joins stays where it is; one that leaves goes into the cell under the pointer.
                if (leaves(possible, pointer)) {
                    there.ifPresent(card -> feedback.outline(card.box()));
                    return there;
                }
                feedback.outline(held().box());
            }
            case AttachIntent.MoveHome(String words) -> {
                feedback.target(key, true, words);
                there.ifPresent(card -> feedback.outline(card.box()));
                return there;
            }
            case AttachIntent.Impossible(String reason) -> feedback.target(key, false, reason);
        }
        return Optional.empty();
    }

    @Override
    public void drop(Pointer pointer) {
        Optional<ZoneBox> zone = zone(pointer);
        List<CardBox> dropped = cards;
        if (dropped.isEmpty() || zone.isEmpty()) {
            cancel();
            return;
        }
        String key = zone.get().key();
        boolean home = home(key);
        AttachIntent intent = intent(key, pointer);
        Optional<CardPlace> place = cell(key, pointer).map(DropAim.CellAim::place);
        boolean leaves = intent instanceof AttachIntent.Possible possible && leaves(possible, pointer);
        CardBox held = held();
        cancel();
        Runnable arrive = () -> {
            place(held.service(), place.orElse(anywhere(key)));
            dropped.stream().skip(1).forEach(card -> place(card.service(), anywhere(key)));
        };
        if (home) {
            place.ifPresent(cell -> surface.actions()
                    .place(Words.of("carddraggesture.place", held.service()), () -> place(held.service(), cell)));
            return;
        }
        switch (intent) {
            case AttachIntent.Possible possible -> attach(dropped, key, possible, leaves ? arrive : () -> {});
            case AttachIntent.MoveHome _ ->
                surface.actions().place(Words.of("carddraggesture.show-in", held.service(), key), arrive);
            case AttachIntent.Impossible(String reason) -> surface.feedback().tell(reason);
        }
    }

    @Override
    public void cancel() {
        cards = List.of();
        surface.feedback().clear();
        surface.feedback().land(Map.of());
        surface.node().setCursor(Cursor.DEFAULT);
    }

    private void attach(List<CardBox> dropped, String network, AttachIntent.Possible possible, Runnable arrive) {
        if (!surface.actions().apply(possible.edit(), arrive)) {
            return;
        }
        String who = dropped.size() == 1 ? held(dropped).service() : Words.count("service", dropped.size());
        String words = told(who, network, possible);
        String leaving = dropped.size() == 1
                ? Words.of("carddraggesture.leave", held(dropped).zone())
                : Words.of("carddraggesture.leave-their-old-networks");
        possible.leave()
                .ifPresentOrElse(
                        leave -> surface.feedback()
                                .offer(words, leaving, () -> surface.actions().apply(leave)),
                        () -> surface.feedback().tell(words));
    }

    private static String told(String who, String network, AttachIntent.Possible possible) {
        if (possible.note().isEmpty()) {
            return possible.moves()
                    ? Words.of("carddraggesture.moved-to", who, network)
                    : Words.of("carddraggesture.joined", who, network);
        }
        return possible.moves()
                ? Words.of("carddraggesture.moved-to-and", who, network, possible.note())
                : Words.of("carddraggesture.joined-and", who, network, possible.note());
    }

    private void place(String service, CardPlace place) {
        surface.model().placeCard(service, place);
    }

    private static CardPlace anywhere(String zone) {
        return new CardPlace(zone, "", -1, -1, true);
    }

    /** Returns whether the cards go to the other network instead of only being attached to it. */
    private boolean leaves(AttachIntent.Possible possible, Pointer pointer) {
        return !pointer.control() && possible.leave().isEmpty();
    }

    private static String words(AttachIntent.Possible possible, boolean control) {
        String note = possible.note().isEmpty() ? "" : " · " + possible.note();
        String hint = control || !possible.moves() ? "" : " · " + Words.of("carddraggesture.ctrl-joins-instead");
        return possible.words() + note + hint;
    }

    private AttachIntent intent(String target, Pointer pointer) {
        return AttachIntent.of(topology(), cards, target, !pointer.control());
    }

    private boolean home(String zone) {
        return cards.stream().allMatch(card -> card.zone().equals(zone));
    }

    private CardBox held() {
        return held(cards);
    }

    private static CardBox held(List<CardBox> cards) {
        return cards.getFirst();
    }

    private Optional<ZoneBox> zone(Pointer pointer) {
        return DropAim.zone(
                surface.geometry(),
                pointer.at(),
                GestureFigures.DROP_WITHIN / surface.scale(),
                zone -> home(zone.key())
                        || (!ZoneKeys.isPseudo(zone.key())
                                && !(intent(zone.key(), pointer) instanceof AttachIntent.Impossible)));
    }

    private Optional<DropAim.CellAim> cell(String zone, Pointer pointer) {
        return DropAim.cell(surface.geometry(), zone, pointer.at());
    }

    private Topology topology() {
        return surface.model().topologyProperty().get();
    }
}
