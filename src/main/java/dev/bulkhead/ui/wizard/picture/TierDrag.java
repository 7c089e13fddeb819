package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Drag of a card to another zone: a plain drop gives the service its home there, with Ctrl it joins as well; Esc ends it. */
final class TierDrag {

    private static final double STARTS_AFTER = 4;
    private static final double TIP_BELOW = 22;
    private static final double EDGE = 32;
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");

    private final TierPictureView view;
    private final Pane overlay;
    private final Label tip = new Label();
    private Point2D pressed = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private boolean joins;
    private @Nullable TierCard held;

    private final Timeline scrolling = new Timeline(new KeyFrame(Duration.millis(16), event -> scroll()));

    private @Nullable Carried carried;

    /** A card in the hand. */
    private record Carried(TierCard card, TierCard ghost) {}

    TierDrag(TierPictureView view, Pane overlay) {
        this.view = view;
        this.overlay = overlay;
        tip.getStyleClass().add("bh-tier-tip");
        tip.setId("tier-tip");
        scrolling.setCycleCount(Animation.INDEFINITE);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
    }

    void handle(TierCard card) {
        card.setOnMousePressed(event -> {
            pressed = new Point2D(event.getSceneX(), event.getSceneY());
            held = card;
            card.requestFocus();
            event.consume(); // the page around would take the focus
        });
    }

    private void dragged(MouseEvent event) {
        TierCard card = held;
        Point2D at = new Point2D(event.getSceneX(), event.getSceneY());
        if (card == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (carried == null) {
            if (at.distance(pressed) < STARTS_AFTER) {
                return;
            }
            TierCard ghost = view.ghost(card);
            overlay.getChildren().setAll(ghost, tip);
            card.pseudoClassStateChanged(LIFTED, true);
            carried = new Carried(card, ghost);
            scrolling.play();
        }
        last = at;
        joins = event.isShortcutDown();
        tell();
        event.consume();
    }

    /** Follows Ctrl, and Esc, while a card is in the hand. */
    void key(KeyEvent event) {
        if (carried == null) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            end();
            view.preview(Optional.empty());
            event.consume();
        } else if (event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND) {
            joins = event.getEventType() == KeyEvent.KEY_PRESSED;
            tell();
        }
    }

    private void tell() {
        Carried now = carried;
        if (now == null) {
            return;
        }
        Point2D local = overlay.sceneToLocal(last);
        now.ghost().relocate(local.getX() - 20, local.getY() - 14);
        now.ghost().autosize();
        Optional<TierMove> move = move(now.card());
        Optional<TierZone> over = view.zoneAt(last.getX(), last.getY());
        view.zones().forEach(zone -> zone.welcome(over.filter(zone::equals).isPresent()));
        tip.setText(over.map(zone -> joins
                        ? Words.of("tierdrag.joins-as-well", zone.tier().network())
                        : Words.of(
                                "tierdrag.home-hold-ctrl-to-join", zone.tier().network()))
                .orElse(Words.of("tierdrag.drop-it-on-a-network")));
        tip.autosize();
        tip.relocate(
                Math.clamp(local.getX() - 20, 0, Math.max(0, view.getWidth() - tip.getWidth())),
                local.getY() - 14 + now.ghost().getHeight() + TIP_BELOW - 10);
        view.preview(move);
    }

    /** Brings what is out of sight nearer while the card is held at the edge of the page. */
    private void scroll() {
        view.page().ifPresent(this::scroll);
    }

    private void scroll(ScrollPane pane) {
        Bounds page = pane.localToScene(pane.getBoundsInLocal());
        double hidden = pane.getContent().getBoundsInLocal().getHeight() - page.getHeight();
        double above = page.getMinY() + EDGE - last.getY();
        double below = last.getY() - (page.getMaxY() - EDGE);
        double step = above > 0 ? -above : Math.max(0, below);
        if (step != 0 && hidden > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + step / 4 / hidden, 0, 1));
            tell();
        }
    }

    private Optional<TierMove> move(TierCard card) {
        return view.zoneAt(last.getX(), last.getY())
                .map(zone -> new TierMove(
                        card.card().service(), zone.tier().id(), joins ? TierMove.Kind.JOIN : TierMove.Kind.HOME));
    }

    private void released() {
        Carried now = carried;
        held = null;
        if (now == null) {
            return;
        }
        Optional<TierMove> move = move(now.card());
        end();
        move.ifPresentOrElse(view::move, () -> view.preview(Optional.empty()));
    }

    private void end() {
        if (carried != null) {
            carried.card().pseudoClassStateChanged(LIFTED, false);
        }
        carried = null;
        held = null;
        scrolling.stop();
        overlay.getChildren().clear();
        view.zones().forEach(zone -> zone.welcome(false));
    }
}
