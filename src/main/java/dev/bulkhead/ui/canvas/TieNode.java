package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

/** Line of a further membership: with rounded corners from the card to the network's edge, ending in a dot. */
final class TieNode extends Group {

    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final double RADIUS = 7;

    private final TieRoute route;
    private final Path line = new Path();
    private final Circle end;
    private final Label word = new Label();
    private boolean strong;
    private String difference = "";
    private double factor = 1;

    TieNode(TieRoute route, Tint tint) {
        this.route = route;
        setId("tie-" + route.service() + "-" + route.network());
        getStyleClass().addAll("bh-tie", tint.styleClass());
        line.getStyleClass().add("bh-tie-line");
        Point last = route.points().getLast();
        end = new Circle(last.x(), last.y(), 4);
        end.getStyleClass().add("bh-tie-end");
        draw(route.points());
        getChildren().addAll(line, end);
        setMouseTransparent(true);
        setAccessibleText(Words.of("tienode.is-also-on", route.service(), route.network()));
    }

    TieRoute route() {
        return route;
    }

    boolean strong() {
        return strong;
    }

    void setStrong(boolean now, boolean selected) {
        strong = now;
        line.pseudoClassStateChanged(STRONG, strong);
        end.pseudoClassStateChanged(STRONG, strong);
        line.pseudoClassStateChanged(SELECTED, selected);
        if (strong) {
            toFront();
        }
    }

    /** Draws it dashed where the engine has it otherwise, with the words for who cannot see that or looks at it. */
    void setDiffers(Difference found) {
        boolean differs = found.drift();
        line.pseudoClassStateChanged(DIFFERS, differs);
        end.pseudoClassStateChanged(DIFFERS, differs);
        setAccessibleText(Words.of("tienode.is-also-on", route.service(), route.network())
                + (differs ? ", " + found.words() : ""));
        difference = differs ? found.words() : "";
        if (differs) {
            toFront();
        }
        showWord();
    }

    /** Says how it differs on the line itself, while it is strong. */
    private void showWord() {
        boolean said = strong && !difference.isEmpty();
        getChildren().remove(word);
        if (!said) {
            return;
        }
        word.setText(difference);
        word.getStyleClass().setAll("label", "bh-tie-word");
        word.setManaged(false);
        getChildren().add(word);
        word.applyCss();
        Point middle = longestStretch();
        double width = word.prefWidth(-1) * factor;
        Enlarged.left(word, factor, middle.x() - width / 2, middle.y(), width + 1);
    }

    private Point longestStretch() {
        List<Point> points = route.points();
        Point best = points.getFirst();
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
            if (length > longest) {
                longest = length;
                best = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
            }
        }
        return best;
    }

    /** Makes its words so many times larger, as the map is drawn smaller. */
    void setFactor(double times) {
        factor = times;
    }

    private void draw(List<Point> points) {
        line.getElements()
                .add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i + 1 < points.size(); i++) {
            Point corner = points.get(i);
            Point before = toward(corner, points.get(i - 1));
            Point after = toward(corner, points.get(i + 1));
            line.getElements()
                    .addAll(
                            new LineTo(before.x(), before.y()),
                            new QuadCurveTo(corner.x(), corner.y(), after.x(), after.y()));
        }
        line.getElements().add(new LineTo(points.getLast().x(), points.getLast().y()));
    }

    /** Returns the point where the rounding of a corner begins, on the way to its neighbour. */
    private static Point toward(Point corner, Point neighbour) {
        double dx = neighbour.x() - corner.x();
        double dy = neighbour.y() - corner.y();
        double length = Math.hypot(dx, dy);
        double radius = Math.min(RADIUS, length / 2);
        return length == 0 ? corner : new Point(corner.x() + dx / length * radius, corner.y() + dy / length * radius);
    }
}
