package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Network on the map: a rounded area, or a bar along the bottom. */
final class ZoneNode extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass RELATED = PseudoClass.getPseudoClass("related");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("welcome");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass ENGINE_ONLY = PseudoClass.getPseudoClass("engine-only");
    private static final double PAD = 14;

    /** Room of the mark that a network is internal, with its gap. */
    private static final double LOCK = 20;

    private final Label title = new Label();
    private final Label subnet = new Label();
    private final HBox badge = new HBox();
    private final HBox words = new HBox(4);
    private final Label said = new Label();
    private final Label hint = new Label();
    private @Nullable ZoneFace face;
    private @Nullable Detail detail;

    ZoneNode(String key) {
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
        getChildren().addAll(title, badge, subnet, words, hint);
        getChildren().forEach(child -> child.setMouseTransparent(true));
    }

    void show(ZoneFace next, Detail level) {
        if (next.equals(face) && level == detail) {
            return;
        }
        face = next;
        detail = level;
        getStyleClass()
                .setAll("bh-zone", Nodes.styleClass(next.kind()), next.tint().styleClass());
        title.setText(next.title());
        subnet.setText(next.subnet());
        words.getChildren().clear();
        badge.getChildren().clear();
        next.problems().stream().findFirst().ifPresent(p -> badge.getChildren().add(Icons.of(p.severity())));
        hint.setText(next.hint());
        if (next.internal()) {
            words.getChildren().add(Icons.of("mdi2l-lock-outline", "bh-zone-lock"));
        }
        said.setText(next.words());
        words.getChildren().add(said);
        boolean near = level == Detail.NEAR;
        title.setStyle(near ? "" : level == Detail.MID ? "-fx-font-size: 24px;" : "-fx-font-size: 40px;");
        subnet.setVisible(near);
        words.setVisible(near);
        hint.setVisible(near && !next.cards() && next.kind() == ZoneKind.NETWORK);
        pseudoClassStateChanged(EMPTY, next.members() == 0 && next.kind() == ZoneKind.NETWORK);
        pseudoClassStateChanged(DIFFERS, next.difference().amber());
        pseudoClassStateChanged(ENGINE_ONLY, next.difference().kind() == Difference.Kind.ENGINE_ONLY);
        setAccessibleText(next.spoken());
        requestLayout();
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Marks a zone whose network the selected service is on. */
    void setRelated(boolean related) {
        pseudoClassStateChanged(RELATED, related);
    }

    /** Lights up as a target, or refuses. */
    void setTarget(boolean target, boolean possible) {
        pseudoClassStateChanged(WELCOME, target && possible);
        pseudoClassStateChanged(REFUSED, target && !possible);
    }

    @Override
    protected void layoutChildren() {
        boolean rail = face != null && face.kind() == ZoneKind.RAIL;
        double width = getWidth();
        double subnetWidth = subnet.prefWidth(-1);
        double badgeWidth = badge.getChildren().isEmpty() ? 0 : badge.prefWidth(-1) + 8;
        double beside = subnet.isVisible() && subnetWidth > 0 ? subnetWidth + 10 : 0;
        double all = width - 2 * PAD - badgeWidth;
        // A name that would be cut has its line alone; the subnet then stands beside the words below.
        boolean lower = !rail && beside > 0 && title.prefWidth(-1) > all - beside;
        double room = lower ? all : all - beside;
        double titleWidth = Math.min(title.prefWidth(-1), Math.max(20, room));
        double titleHeight = title.prefHeight(-1);
        double titleY = rail ? (getHeight() - titleHeight) / 2 : 19 - titleHeight / 2;
        title.resizeRelocate(PAD, Math.rint(Math.max(2, titleY)), titleWidth, titleHeight);
        double badgeHeight = badge.prefHeight(-1);
        badge.resizeRelocate(
                PAD + titleWidth + 8,
                Math.rint(Math.max(2, titleY) + (titleHeight - badgeHeight) / 2),
                Math.max(0, badgeWidth - 8),
                badgeHeight);
        double subnetHeight = subnet.prefHeight(-1);
        double subnetY = rail ? (getHeight() - subnetHeight) / 2 : (lower ? 38 : 19) - subnetHeight / 2;
        subnet.resizeRelocate(width - PAD - subnetWidth, Math.rint(subnetY), subnetWidth, subnetHeight);
        double wordsHeight = words.prefHeight(-1);
        if (rail) {
            double x = PAD + titleWidth + badgeWidth + 16;
            double wordsWidth = Math.max(10, width - x - subnetWidth - 2 * PAD);
            say(wordsWidth);
            words.resizeRelocate(x, Math.rint((getHeight() - wordsHeight) / 2), wordsWidth, wordsHeight);
        } else {
            double wordsWidth = width - 2 * PAD - (lower ? beside : 0);
            say(wordsWidth);
            words.resizeRelocate(PAD, Math.rint(38 - wordsHeight / 2), wordsWidth, wordsHeight);
        }
        double hintWidth = width - 2 * PAD;
        double hintHeight = hint.prefHeight(hintWidth);
        hint.resizeRelocate(PAD, 54 + Math.max(0, (getHeight() - 68 - hintHeight) / 2), hintWidth, hintHeight);
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
