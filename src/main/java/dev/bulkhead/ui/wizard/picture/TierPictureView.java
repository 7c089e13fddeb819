package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.review.Preview;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * View of the question of tiers as a picture: each tier is a zone, each service a card that is dragged to its home, and
 * beside them stands what becomes of the flows that must work.
 */
public final class TierPictureView extends StackPane {

    private static final double ZONE_WIDTH = 200;
    private static final double GAP = 12;
    private static final double FLOWS_WIDTH = 290;
    private static final double BESIDE = 820;
    private static final double MARGIN = 8;
    private static final Duration REASON_DELAY = Duration.millis(300);

    private final Question.Tiers question;
    private final Consumer<Answers> changed;
    private final Map<String, Tier> tiers = new LinkedHashMap<>();
    private final Map<String, Tint> tints = new LinkedHashMap<>();
    private final List<TierZone> zones = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final FlowPane rest = new FlowPane(8, 8);
    private final FlowList flows;
    private final Label why = Nodes.wrapped(Words.of("tierpictureview.of-the-card-under-the"), "bh-muted");
    private final Label help = Nodes.wrapped(TierKeys.HELP, "bh-tier-keys");
    private final VBox beside;
    private final GridPane both = new GridPane();
    private final TierDrag drag;
    private final TierMenu menu;
    private final TierKeys keys;
    /** The cards of each zone that has any. */
    private final List<List<TierCard>> cards = new ArrayList<>();
    /** The service whose card Tab goes to: the picture is one stop, arrows go about in it. */
    private Optional<String> stop = Optional.empty();

    private Answers answers;
    private Preview preview = Preview.NONE;

    /** Shows answers; hands on others. */
    public TierPictureView(Question.Tiers question, Answers answers, Consumer<Answers> changed) {
        this.question = question;
        this.answers = answers;
        this.changed = changed;
        setId("tier-picture");
        int other = 1;
        for (Tier tier : question.tiers()) {
            tiers.put(tier.id(), tier);
            Optional<Tint> own = own(tier);
            tints.put(tier.id(), own.orElse(Tint.valueOf("OTHER_" + other)));
            other = own.isPresent() ? other : other % 6 + 1;
        }
        this.flows = new FlowList(tints, this::move);
        Pane overlay = new Pane();
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        this.drag = new TierDrag(this, overlay);
        this.menu = new TierMenu(question.tiers(), this::move, this::reset);
        this.keys = new TierKeys(List.copyOf(tiers.keySet()), this::move, this::reset);
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        help.setId("tier-keys");
        Nodes.present(help, false);
        VBox reason = Nodes.column("bh-tier-why", Nodes.heading(Words.of("tierpictureview.why")), why, help);
        reason.setMinHeight(74);
        beside = Nodes.column("bh-tier-beside", reason, flows);
        VBox picture = Nodes.column("bh-tier-picture", grid, rest);
        both.setHgap(16);
        both.setVgap(16);
        both.add(picture, 0, 0);
        GridPane.setHgrow(picture, Priority.ALWAYS);
        getChildren().addAll(both, overlay);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
        addEventFilter(KeyEvent.ANY, drag::key);
        arrange(0);
        render(answers);
    }

    private static Optional<Tint> own(Tier tier) {
        for (Tint tint : Tint.values()) {
            if (tint.name().equalsIgnoreCase(tier.id())) {
                return Optional.of(tint);
            }
        }
        return Optional.empty();
    }

    /** Shows other answers, and what is known of them. */
    public void show(Answers now, Preview known) {
        preview = known;
        render(now);
    }

    private void arrange(double width) {
        boolean wide = width >= BESIDE;
        both.getChildren().remove(beside);
        both.add(beside, wide ? 1 : 0, wide ? 0 : 1);
        beside.setPrefWidth(wide ? FLOWS_WIDTH : -1);
        beside.setMinWidth(wide ? FLOWS_WIDTH : 0);
        double room = wide ? width - FLOWS_WIDTH - 16 : width;
        int columns = (int) Math.clamp((room + GAP) / (ZONE_WIDTH + GAP), 1, Math.max(1, tiers.size()));
        if (columns != grid.getColumnConstraints().size()) {
            grid.getColumnConstraints().clear();
            for (int i = 0; i < columns; i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                grid.getColumnConstraints().add(column);
            }
            place();
        }
    }

    private void place() {
        int columns = Math.max(1, grid.getColumnConstraints().size());
        grid.getChildren().clear();
        for (int i = 0; i < zones.size(); i++) {
            grid.add(zones.get(i), i % columns, i / columns);
            GridPane.setVgrow(zones.get(i), Priority.ALWAYS);
        }
    }

    private void render(Answers now) {
        Optional<String> focused = focusedService();
        answers = now;
        TierPicture picture = TierPicture.of(question, now, preview);
        zones.clear();
        cards.clear();
        for (TierPicture.Zone zone : picture.zones()) {
            TierZone node = new TierZone(zone, tints.getOrDefault(zone.tier().id(), Tint.OUTSIDE));
            List<TierCard> inside = zone.cards().stream()
                    .map(card -> card(card, zone.tier().network()))
                    .toList();
            node.getChildren().addAll(inside);
            cards.add(inside);
            zones.add(node);
        }
        place();
        List<TierCard> homeless =
                picture.homeless().stream().map(card -> card(card, "")).toList();
        rest.getChildren().setAll(homeless);
        cards.add(homeless);
        cards.removeIf(List::isEmpty);
        for (TierPicture.Apart apart : picture.apart()) {
            rest.getChildren()
                    .add(Nodes.row(
                            "bh-tier-apart",
                            Nodes.label(apart.service(), "bh-tier-card-name"),
                            Nodes.label(apart.why(), "bh-muted")));
        }
        if (!rest.getChildren().isEmpty()) {
            rest.getChildren().addFirst(Nodes.label(Words.of("tierpictureview.in-no-tier"), "bh-muted"));
        }
        flows.show(picture);
        cardOf(stop).or(() -> cards.stream().flatMap(List::stream).findFirst()).ifPresent(this::stopAt);
        cardOf(focused).ifPresent(this::focus);
    }

    private Optional<TierCard> cardOf(Optional<String> service) {
        return service.flatMap(key -> cards.stream()
                .flatMap(List::stream)
                .filter(card -> card.card().service().equals(key))
                .findFirst());
    }

    private void stopAt(TierCard card) {
        stop = Optional.of(card.card().service());
        cards.stream().flatMap(List::stream).forEach(other -> other.setFocusTraversable(other.equals(card)));
    }

    private void focus(TierCard card) {
        card.requestFocus();
        reveal(card);
    }

    /** A page scrolls to what Tab reaches, but not to what the arrows do. */
    private void reveal(Node node) {
        page().ifPresent(pane -> reveal(node, pane));
    }

    /** Returns the page that the picture scrolls with. */
    Optional<ScrollPane> page() {
        Node around = this;
        while (around != null && !(around instanceof ScrollPane)) {
            around = around.getParent();
        }
        return Optional.ofNullable((ScrollPane) around);
    }

    private static void reveal(Node node, ScrollPane pane) {
        Bounds page = pane.localToScene(pane.getBoundsInLocal());
        Bounds at = node.localToScene(node.getBoundsInLocal());
        double hidden = pane.getContent().getBoundsInLocal().getHeight() - page.getHeight();
        double by = Math.min(0, at.getMinY() - MARGIN - page.getMinY())
                + Math.max(0, at.getMaxY() + MARGIN - page.getMaxY());
        if (by != 0 && hidden > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + by / hidden, 0, 1));
        }
    }

    private Optional<String> focusedService() {
        return Optional.ofNullable(getScene())
                .map(scene -> scene.getFocusOwner())
                .filter(TierCard.class::isInstance)
                .map(node -> ((TierCard) node).card().service());
    }

    private TierCard card(TierPicture.Card card, String home) {
        TierCard node = new TierCard(card, home, tiers, tints);
        PauseTransition wait = new PauseTransition(REASON_DELAY);
        wait.setOnFinished(event -> why.setText(
                card.service() + ": " + (card.why().isEmpty() ? Words.of("tierpictureview.no-reason") : card.why())));
        node.hoverProperty().subscribe(over -> {
            if (over) {
                wait.playFromStart();
            } else {
                wait.stop();
            }
        });
        node.focusedProperty().subscribe(focus -> {
            Nodes.present(help, focus);
            if (focus) {
                wait.playFromStart();
                stopAt(node);
            }
        });

        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, node));
        drag.handle(node);
        menu.handle(node, () -> answers);
        return node;
    }

    private void key(KeyEvent event, TierCard card) {
        if (event.isConsumed()) {
            return;
        }
        if (keys.change(event, card.card().service(), answers)) {
            event.consume();
        } else if (event.getCode().isArrowKey() || event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END) {
            TierKeys.beside(cards, card, event.getCode()).ifPresent(this::focus);
            event.consume();
        }
    }

    private void reset(String service) {
        question.rows().stream()
                .filter(row -> row.service().equals(service))
                .findFirst()
                .ifPresent(row -> changed.accept(answers.withTiers(service, row.tierIds())));
    }

    void move(TierMove move) {
        changed.accept(move.in(answers));
    }

    /** Shows what a move would mean for the flows, without making it. */
    void preview(Optional<TierMove> move) {
        flows.show(TierPicture.of(question, move.map(m -> m.in(answers)).orElse(answers), preview));
    }

    /** Returns the zone at a point of the scene. */
    Optional<TierZone> zoneAt(double sceneX, double sceneY) {
        return zones.stream()
                .filter(zone -> {
                    Point2D local = zone.sceneToLocal(sceneX, sceneY);
                    return local != null && zone.contains(local);
                })
                .findFirst();
    }

    List<TierZone> zones() {
        return List.copyOf(zones);
    }

    /** Returns the card's copy that is carried under the pointer. */
    TierCard ghost(TierCard card) {
        TierCard ghost = new TierCard(card.card(), "", tiers, tints);
        ghost.setId("tier-ghost");
        ghost.getStyleClass().add("bh-tier-ghost");
        ghost.setPrefWidth(card.getWidth());
        return ghost;
    }
}
