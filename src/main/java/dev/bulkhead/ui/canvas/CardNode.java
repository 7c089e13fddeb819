package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.Lights;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Card of a service: its name and health from afar, everything when it is near. */
final class CardNode extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    private static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass ENGINE_ONLY = PseudoClass.getPseudoClass("engine-only");
    private static final PseudoClass OTHERS = PseudoClass.getPseudoClass("others");

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final PseudoClass BREACH = PseudoClass.getPseudoClass("breach");

    /** Height of the band of a card that differs, in map units. */
    private static final double HATCH = 5;

    private final String service;
    private @Nullable CardFace face;
    private @Nullable Detail detail;
    private Optional<Tooltip> tooltip = Optional.empty();
    private String tintClass = "";

    CardNode(String service) {
        this.service = service;
        setId("card-" + service);
        getStyleClass().add("bh-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        // A tooltip is a window of its own: thousands of cards make theirs once the pointer comes.
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> offerTooltip());
    }

    private void offerTooltip() {
        if (tooltip.isEmpty() && face != null) {
            Tooltip made = new Tooltip(face.lines());
            made.setShowDelay(Duration.millis(700));
            Tooltip.install(this, made);
            tooltip = Optional.of(made);
        }
    }

    String service() {
        return service;
    }

    /** Shows a face at a level of detail; costs nothing when both are as before. */
    void show(CardFace next, Detail level) {
        if (next.equals(face) && level == detail) {
            return;
        }
        if (face == null || !face.home().tint().equals(next.home().tint())) {
            getStyleClass().remove(tintClass);
            tintClass = next.home().tint().styleClass();
            getStyleClass().add(tintClass);
        }
        boolean looksSame = level == detail && face != null && face.looksLike(next);
        if (!next.equals(face)) {
            setAccessibleText(next.words());
            tooltip.ifPresent(shown -> shown.setText(next.lines()));
        }
        face = next;
        if (looksSame) {
            return;
        }
        detail = level;
        pseudoClassStateChanged(TROUBLED, next.state().unhealthy());
        pseudoClassStateChanged(HOLLOW, next.state().hollow());
        pseudoClassStateChanged(INACTIVE, next.inactive());
        pseudoClassStateChanged(OTHERS, next.others());
        pseudoClassStateChanged(DIFFERS, next.state().difference().amber());
        pseudoClassStateChanged(ENGINE_ONLY, next.state().difference().kind() == Difference.Kind.ENGINE_ONLY);
        getChildren()
                .setAll(
                        switch (level) {
                            case NEAR -> new CardContent(next).nodes();
                            case MID -> CardContent.name(next);
                            case FAR -> List.<Node>of();
                        });
        pseudoClassStateChanged(PseudoClass.getPseudoClass("far"), level == Detail.FAR);
        requestLayout();
    }

    Optional<CardFace> face() {
        return Optional.ofNullable(face);
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Shows what reach says of this card; without lights everything is as always. */
    void setLight(Optional<Lights> lights) {
        boolean origin = lights.map(l -> l.origin().equals(service)).orElse(false);
        Optional<Lights.Light> light =
                lights.flatMap(l -> Optional.ofNullable(l.services().get(service)));
        pseudoClassStateChanged(UNLIT, lights.isPresent() && !origin && light.isEmpty());
        pseudoClassStateChanged(LIT, light.isPresent());
        pseudoClassStateChanged(BREACH, light.map(Lights.Light::breach).orElse(false));
    }

    void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        for (Node child : getChildren()) {
            if (CardContent.isHatch(child)) {
                child.resizeRelocate(1, getHeight() - HATCH - 1, Math.max(0, width - 2), HATCH);
                continue;
            }
            CardContent.Spot spot = CardContent.spot(child);
            double w = child instanceof Label ? Math.min(child.prefWidth(-1), spot.room(width)) : child.prefWidth(-1);
            double h = child.prefHeight(-1);
            double x = spot.right() ? width - spot.x() - w : spot.x();
            if (child.isResizable()) {
                child.resize(w, h);
            }
            child.relocate(Math.rint(x), Math.rint(spot.middle() - h / 2));
        }
    }
}
