package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.aim.DropAim;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.model.AttachIntent;
import dev.bulkhead.ui.canvas.surface.Feedback;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Gesture that takes a tie, or its end, to another network: the membership goes there with all that it says. */
final class TieEndGesture implements Gesture {

    private final MapSurface surface;
    private @Nullable TieRoute tie;

    TieEndGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        tie = null;
        if (press.button() != MouseButton.PRIMARY
                || press.space()
                || press.element().filter(ServiceElement.class::isInstance).isPresent()) {
            return false;
        }
        Optional<TieRoute> found =
                press.element().orElse(null) instanceof MembershipElement(String service, String network)
                        ? surface.tie(service, network)
                        : surface.tieEndAt(press.at());
        found.ifPresent(route -> {
            tie = route;
            surface.model().select(new MembershipElement(route.service(), route.network()));
            surface.node().setCursor(Cursor.CLOSED_HAND);
        });
        return found.isPresent();
    }

    @Override
    public void drag(Pointer pointer) {
        TieRoute held = tie;
        if (held == null) {
            return;
        }
        Feedback feedback = surface.feedback();
        feedback.clear();
        Point from = held.points().getFirst();
        feedback.line(from, pointer.at());
        zone(held, pointer).ifPresent(zone -> {
            switch (intent(held, zone)) {
                case AttachIntent.Possible possible ->
                    feedback.target(zone.key(), true, possible.words() + " · " + possible.note());
                case AttachIntent.MoveHome(String words) -> feedback.target(zone.key(), true, words);
                case AttachIntent.Impossible(String reason) -> feedback.target(zone.key(), false, reason);
            }
        });
    }

    @Override
    public void drop(Pointer pointer) {
        TieRoute held = tie;
        Optional<ZoneBox> zone = held == null ? Optional.empty() : zone(held, pointer);
        cancel();
        if (held == null || zone.isEmpty()) {
            return;
        }
        switch (intent(held, zone.get())) {
            case AttachIntent.Possible possible -> {
                surface.actions().apply(possible.edit());
                if (joins(held.service(), zone.get().key())) {
                    surface.model()
                            .select(new MembershipElement(
                                    held.service(), zone.get().key()));
                    surface.feedback()
                            .tell(Words.of(
                                    "tieendgesture.joined-and",
                                    held.service(),
                                    zone.get().key(),
                                    possible.note()));
                }
            }
            case AttachIntent.MoveHome _ -> {}
            case AttachIntent.Impossible(String reason) -> surface.feedback().tell(reason);
        }
    }

    @Override
    public void cancel() {
        tie = null;
        surface.feedback().clear();
        surface.node().setCursor(Cursor.DEFAULT);
    }

    private Optional<ZoneBox> zone(TieRoute held, Pointer pointer) {
        return DropAim.zone(
                surface.geometry(),
                pointer.at(),
                GestureFigures.DROP_WITHIN / surface.scale(),
                zone -> !ZoneKeys.isPseudo(zone.key()) && !(intent(held, zone) instanceof AttachIntent.Impossible));
    }

    private AttachIntent intent(TieRoute held, ZoneBox zone) {
        return AttachIntent.ofTie(topology(), held.service(), held.network(), zone.key());
    }

    private boolean joins(String service, String network) {
        return topology().service(service).filter(s -> s.joins(network)).isPresent();
    }

    private Topology topology() {
        return surface.model().topologyProperty().get();
    }
}
