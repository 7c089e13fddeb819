package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.model.AttachIntent;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.Others;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * Gesture that carries a card: into another zone or onto a rail it attaches the service there, with Ctrl it also
 * leaves its home; inside its own zone it only takes another place.
 */
final class CardDragGesture implements Gesture {

    private static final double EDGE = 28;
    private static final double EDGE_STEP = 10;

    private final MapSurface surface;
    private @Nullable CardBox card;

    CardDragGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        card = press.button() == MouseButton.PRIMARY
                        && !press.space()
                        && press.element().orElse(null) instanceof ServiceElement(String service)
                        && !Others.isKey(service)
                ? surface.geometry().cards().get(service)
                : null;
        if (card != null) {
            surface.model().select(new ServiceElement(card.service()));
            surface.node().setCursor(Cursor.CLOSED_HAND);
        }
        return card != null;
    }

    @Override
    public void drag(Pointer pointer) {
        if (card != null) {
            carry(card, pointer);
        }
    }

    private void carry(CardBox carried, Pointer pointer) {
        panAtEdge(pointer);
        Feedback feedback = surface.feedback();
        feedback.clear();
        feedback.carry(carried.service(), pointer.at());
        Optional<ZoneBox> zone = zoneAt(pointer);
        if (zone.isPresent() && zone.get().key().equals(carried.zone())) {
            cell(carried, pointer)
                    .flatMap(place -> surface.geometry()
                            .gridAt(pointer.at().x(), pointer.at().y())
                            .map(grid -> grid.box(place)))
                    .ifPresent(feedback::outline);
            return;
        }
        zone.ifPresent(target -> {
            switch (intent(carried, target, pointer)) {
                case AttachIntent.Possible possible ->
                    feedback.target(target.key(), true, words(possible, pointer.control()));
                case AttachIntent.MoveHome(String words) -> feedback.target(target.key(), true, words);
                case AttachIntent.Impossible(String reason) -> feedback.target(target.key(), false, reason);
            }
        });
    }

    @Override
    public void drop(Pointer pointer) {
        CardBox dropped = card;
        cancel();
        Optional<ZoneBox> zone = zoneAt(pointer);
        if (dropped == null || zone.isEmpty()) {
            return;
        }
        if (zone.get().key().equals(dropped.zone())) {
            cell(dropped, pointer).ifPresent(place -> place(dropped.service(), place));
            return;
        }
        switch (intent(dropped, zone.get(), pointer)) {
            case AttachIntent.Possible possible -> attach(dropped, zone.get().key(), possible);
            case AttachIntent.MoveHome ignored ->
                place(dropped.service(), new CardPlace(zone.get().key(), "", -1, -1, true));
            case AttachIntent.Impossible(String reason) -> surface.feedback().tell(reason);
        }
    }

    @Override
    public void cancel() {
        card = null;
        surface.feedback().clear();
        surface.node().setCursor(Cursor.DEFAULT);
    }

    private void attach(CardBox dropped, String network, AttachIntent.Possible possible) {
        surface.actions().apply(possible.edit());
        boolean done = surface.model()
                .topologyProperty()
                .get()
                .service(dropped.service())
                .map(service -> service.joins(network))
                .orElse(false);
        if (!done) {
            return;
        }
        String words = dropped.service() + " joined " + network
                + (possible.note().isEmpty() ? "." : " and " + possible.note() + ".");
        possible.leave()
                .ifPresentOrElse(
                        leave -> surface.feedback()
                                .offer(
                                        words,
                                        "Leave " + dropped.zone(),
                                        () -> surface.actions().apply(leave)),
                        () -> surface.feedback().tell(words));
    }

    private void place(String service, CardPlace place) {
        MapViewModel model = surface.model();
        model.placeCard(service, place);
        surface.actions().savePositions(model.geometry().get().positions());
    }

    private static String words(AttachIntent.Possible possible, boolean control) {
        String note = possible.note().isEmpty() ? "" : " · " + possible.note();
        String hint = control || possible.leave().isEmpty() ? "" : " · Ctrl moves it";
        return possible.words() + note + hint;
    }

    private AttachIntent intent(CardBox moved, ZoneBox target, Pointer pointer) {
        return AttachIntent.of(surface.model().topologyProperty().get(), moved, target.key(), pointer.control());
    }

    private Optional<ZoneBox> zoneAt(Pointer pointer) {
        return surface.geometry().zoneAt(pointer.at().x(), pointer.at().y());
    }

    private Optional<CardPlace> cell(CardBox moved, Pointer pointer) {
        return surface.geometry()
                .gridAt(pointer.at().x(), pointer.at().y())
                .filter(grid -> grid.zone().equals(moved.zone()))
                .map(grid -> grid.placeAt(pointer.at().x(), pointer.at().y()));
    }

    private void panAtEdge(Pointer pointer) {
        double width = surface.node().getLayoutBounds().getWidth();
        double height = surface.node().getLayoutBounds().getHeight();
        double dx = pointer.x() < EDGE ? EDGE_STEP : pointer.x() > width - EDGE ? -EDGE_STEP : 0;
        double dy = pointer.y() < EDGE ? EDGE_STEP : pointer.y() > height - EDGE ? -EDGE_STEP : 0;
        if (dx != 0 || dy != 0) {
            surface.panBy(dx, dy);
        }
    }
}
