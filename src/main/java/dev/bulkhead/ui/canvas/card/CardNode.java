package dev.bulkhead.ui.canvas.card;

import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.Lights;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Card of a service: a block from afar, then its name, everything when it is near; its name is never too small to read. */
public final class CardNode extends Region {

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
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass BREACH = PseudoClass.getPseudoClass("breach");

    /** Height of the band of a card that differs, in map units. */
    private static final double HATCH = 5;

    private final String service;
    private @Nullable CardFace face;
    private @Nullable Detail detail;
    private Legibility legibility = Legibility.FULL;
    private Optional<Tooltip> tooltip = Optional.empty();
    private String tintClass = "";

    /** Makes the card of a service, which shows nothing yet. */
    public CardNode(String service) {
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

    /** Returns the service. */
    public String service() {
        return service;
    }

    /** Shows a face as it can be read; costs nothing when both are as before. */
    public void show(CardFace next, Legibility read) {
        if (!read.equals(legibility)) {
            legibility = read;
            requestLayout();
        }
        Detail level = read.detail();
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
        // Outlines of a scaled map are drawn anew in each frame; as a picture the card only moves along. A block is
        // drawn faster.
        setCache(level != Detail.FAR);
        pseudoClassStateChanged(TROUBLED, next.state().unhealthy());
        pseudoClassStateChanged(HOLLOW, next.state().hollow());
        pseudoClassStateChanged(INACTIVE, next.inactive());
        pseudoClassStateChanged(OTHERS, next.others());
        pseudoClassStateChanged(DIFFERS, next.state().differs());
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

    /** Returns what it shows. */
    public Optional<CardFace> face() {
        return Optional.ofNullable(face);
    }

    /** Marks it as selected. */
    public void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Shows what reach says of this card; without lights everything is as always. */
    public void setLight(Optional<Lights> lights) {
        boolean origin = lights.map(l -> l.origin().equals(service)).orElse(false);
        Optional<Lights.Light> light =
                lights.flatMap(l -> Optional.ofNullable(l.services().get(service)));
        pseudoClassStateChanged(UNLIT, lights.isPresent() && !origin && light.isEmpty());
        pseudoClassStateChanged(LIT, light.isPresent());
        pseudoClassStateChanged(BREACH, light.map(Lights.Light::breach).orElse(false));
    }

    /** Steps back behind what the operator asked to see alone. */
    public void setDimmed(boolean dimmed) {
        pseudoClassStateChanged(DIMMED, dimmed);
    }

    /** Marks it as carried elsewhere. */
    public void setDragged(boolean dragged) {
        pseudoClassStateChanged(DRAGGED, dragged);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean iconFits = iconFits(width);
        for (Node child : getChildren()) {
            if (CardContent.isHatch(child)) {
                child.resizeRelocate(1, getHeight() - HATCH - 1, Math.max(0, width - 2), HATCH);
                continue;
            }
            CardContent.Spot spot = CardContent.spot(child);
            if (CardContent.isIcon(child)) {
                child.setVisible(iconFits);
            } else if (CardContent.isName(child) && !iconFits) {
                spot = spot.withoutIcon();
            }
            place(child, spot, width);
        }
    }

    /** A name that would be cut beside the icon has the icon's place too. */
    private boolean iconFits(double width) {
        return getChildren().stream()
                .filter(CardContent::isName)
                .noneMatch(name -> name.prefWidth(-1) * legibility.nameFactor()
                        > CardContent.spot(name).room(width) + 0.5);
    }

    private void place(Node child, CardContent.Spot spot, double width) {
        double middle = spot.middle(legibility);
        if (child instanceof Region text && spot.print() != CardContent.Print.MARK) {
            Enlarged.left(text, spot.print().factor(legibility), spot.x(), middle, spot.room(width));
            return;
        }
        double w = child.prefWidth(-1);
        double h = child.prefHeight(-1);
        if (child.isResizable()) {
            child.resize(w, h);
        }
        child.relocate(Math.rint(spot.right() ? width - spot.x() - w : spot.x()), Math.rint(middle - h / 2));
    }
}
