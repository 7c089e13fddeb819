package dev.bulkhead.ui.canvas.zone;

import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.ui.canvas.card.Detail;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Network on the map: a rounded area, or a bar along the bottom. */
public final class ZoneNode extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass RELATED = PseudoClass.getPseudoClass("related");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("welcome");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass ENGINE_ONLY = PseudoClass.getPseudoClass("engine-only");
    private static final double PAD = 14;
    /** Size of the words beside a title by the style sheet, and height of a line by the size of its letters. */
    private static final double PRINT = 12;

    private static final double LINE = 1.25;
    private static final double GRIP = 12;
    private static final double FIRST_LINE = 19;
    private static final double SECOND_LINE = 38;
    private static final double HEADER_END = 54;
    /** Where the letters of a title alone end at the latest, and how far they reach below their middle, by their size. */
    private static final double TITLE_END = 36;

    private static final double DEPTH = 0.585;

    /** Room of the mark that a network is internal, with its gap. */
    private static final double LOCK = 20;

    private final Label title = new Label();
    private final Label subnet = new Label();
    private final HBox badge = new HBox();
    private final HBox words = new HBox(4);
    private final Label said = new Label();
    private final Label hint = new Label();
    /** Shows where a selected zone is taken hold of to be resized; the map itself hears of that. */
    private final Region grip = new Region();

    private @Nullable ZoneFace face;
    private Legibility legibility = Legibility.FULL;

    /** Makes the area of a network, which shows nothing yet. */
    public ZoneNode(String key) {
        setId("zone-" + key);
        getStyleClass().add("bh-zone");
        title.getStyleClass().add("bh-zone-title");
        subnet.getStyleClass().add("bh-zone-subnet");
        words.getStyleClass().add("bh-zone-words");
        hint.getStyleClass().add("bh-zone-hint");
        hint.setWrapText(true);
        hint.setAlignment(Pos.CENTER);
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(false);
        grip.getStyleClass().add("bh-zone-grip");
        grip.setVisible(false);
        getChildren().addAll(title, badge, subnet, words, hint, grip);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        // Letters of a scaled map are drawn as outlines; as pictures they only move along.
        getChildren().forEach(child -> child.setCache(true));
        words.setMouseTransparent(false);
        words.setPickOnBounds(false);
        said.setMouseTransparent(true);
    }

    /** Shows a face as it can be read; costs nothing when both are as before. */
    public void show(ZoneFace next, Legibility read) {
        if (next.equals(face) && read.equals(legibility)) {
            return;
        }
        Detail level = read.detail();
        boolean sameLook = next.equals(face) && level == legibility.detail();
        legibility = read;
        requestLayout();
        if (sameLook) {
            return;
        }
        face = next;
        getStyleClass()
                .setAll("bh-zone", Nodes.styleClass(next.kind()), next.tint().styleClass());
        title.setText(next.title());
        subnet.setText(next.subnet());
        words.getChildren().clear();
        badge.getChildren().clear();
        next.problems().stream().findFirst().ifPresent(p -> badge.getChildren().add(Icons.of(p.severity())));
        hint.setText(next.hint());
        if (next.internal()) {
            words.getChildren().add(lock(next.whyInternal()));
        }
        said.setText(next.words());
        words.getChildren().add(said);
        boolean near = level == Detail.NEAR;
        // From afar names stand over the cards, which would cover them here.
        title.setVisible(level != Detail.FAR);
        subnet.setVisible(near);
        words.setVisible(near);
        hint.setVisible(hinted());
        pseudoClassStateChanged(EMPTY, next.members() == 0 && next.kind() == ZoneKind.NETWORK);
        pseudoClassStateChanged(FAR, level == Detail.FAR);
        pseudoClassStateChanged(DIFFERS, next.difference().amber());
        pseudoClassStateChanged(ENGINE_ONLY, next.difference().kind() == Difference.Kind.ENGINE_ONLY);
        setAccessibleText(next.spoken());
    }

    /** The lock, which tells who says so. */
    private static StackPane lock(String why) {
        StackPane lock = new StackPane(Icons.of("mdi2l-lock-outline", "bh-zone-lock"));
        lock.setPickOnBounds(true);
        Tooltip told = new Tooltip(why);
        told.setShowDelay(Duration.millis(300));
        Tooltip.install(lock, told);
        lock.setAccessibleText(why);
        return lock;
    }

    /** Steps back behind what the operator asked to see alone. */
    public void setDimmed(boolean dimmed) {
        pseudoClassStateChanged(DIMMED, dimmed);
    }

    /** Marks it as selected. */
    public void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        grip.setVisible(selected && (face == null || face.kind() == ZoneKind.NETWORK));
    }

    /** Marks a zone whose network the selected service is on. */
    public void setRelated(boolean related) {
        pseudoClassStateChanged(RELATED, related);
    }

    /** Lights up as a target, or refuses. */
    public void setTarget(boolean target, boolean possible) {
        pseudoClassStateChanged(WELCOME, target && possible);
        pseudoClassStateChanged(REFUSED, target && !possible);
    }

    @Override
    protected void layoutChildren() {
        boolean rail = face != null && face.kind() == ZoneKind.RAIL;
        double side = Math.min(GRIP * Math.max(1, legibility.small() / PRINT), getWidth() / 4);
        grip.resizeRelocate(getWidth() - side - 3, getHeight() - side - 3, side, side);
        double large = legibility.titleFactor();
        double small = Math.max(1, legibility.small() / PRINT);
        double subnetWidth = subnet.prefWidth(-1) * small;
        double badgeWidth = badge.getChildren().isEmpty() ? 0 : badge.prefWidth(-1) + 8;
        double beside = subnet.getText().isEmpty() || !near() ? 0 : subnetWidth + 10;
        double all = getWidth() - 2 * PAD - badgeWidth;
        double wanted = title.prefWidth(-1) * large;
        // A name that would be cut has its line alone; the subnet then stands beside the words below, if there are any.
        boolean cut = wanted > all - beside;
        boolean lower = !rail && beside > 0 && cut;
        double first = rail ? getHeight() / 2 : firstLine(lower);
        double second = SECOND_LINE + (FIRST_LINE - first) / 3;
        boolean given = lower
                && second + 8 * small > HEADER_END
                && (face == null || face.words().isEmpty());
        subnet.setVisible(near() && !given && !(rail && cut));
        double titleWidth = Enlarged.left(title, large, PAD, first, lower || !subnet.isVisible() ? all : all - beside);
        double badgeHeight = badge.prefHeight(-1);
        badge.resizeRelocate(
                PAD + titleWidth + 8,
                Math.rint(Math.max(2, first - badgeHeight / 2)),
                Math.max(0, badgeWidth - 8),
                badgeHeight);
        Enlarged.right(subnet, small, getWidth() - PAD, lower ? second : first, subnetWidth);
        double x = rail ? PAD + titleWidth + badgeWidth + 16 : PAD;
        double wordsWidth = getWidth() - x - PAD - (rail || lower ? beside : 0);
        say(wordsWidth / small);
        Enlarged.left(words, small, x, rail ? first : second, Math.max(10, wordsWidth));
        double hintWidth = (getWidth() - 2 * PAD) / small;
        double hintHeight = hint.prefHeight(hintWidth);
        double hintRoom = getHeight() - HEADER_END - PAD;
        hint.setVisible(hinted() && hintHeight * small <= hintRoom);
        hint.setScaleX(small);
        hint.setScaleY(small);
        hint.resizeRelocate(
                (getWidth() - hintWidth) / 2, HEADER_END + (hintRoom - hintHeight) / 2, hintWidth, hintHeight);
    }

    /** Where print is large on a small map, its two lines move apart; one alone stands in the middle of the head. */
    private double firstLine(boolean lower) {
        boolean described = face != null && !face.words().isEmpty();
        if (!near() || !(described || lower)) {
            return described ? HEADER_END / 2 : Math.min(FIRST_LINE, TITLE_END - DEPTH * legibility.title());
        }
        double lines = LINE * (legibility.title() + Math.max(PRINT, legibility.small()));
        return FIRST_LINE - Math.clamp((lines - 2 * (SECOND_LINE - FIRST_LINE)) / 2, 0, 6);
    }

    private boolean near() {
        return legibility.detail() == Detail.NEAR;
    }

    private boolean hinted() {
        return near() && face != null && !face.cards() && face.kind() == ZoneKind.NETWORK;
    }

    /** Says as much as fits in whole words: everything, what the network is for, or what kind it is. */
    private void say(double width) {
        if (face == null) {
            return;
        }
        double room = width - (face.internal() ? LOCK : 0);
        List<String> parts = List.of(face.words().split(" · ", -1));
        String fitting = Stream.of(face.words(), parts.getLast(), parts.getFirst())
                .filter(text -> measured(text) <= room)
                .findFirst()
                .orElse("");
        // Set only when it is another text: a label asks for a new layout each time.
        if (!fitting.equals(said.getText())) {
            said.setText(fitting);
        }
    }

    private double measured(String text) {
        Text measure = new Text(text);
        measure.setFont(said.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth()) + 1;
    }
}
