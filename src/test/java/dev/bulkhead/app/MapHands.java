package dev.bulkhead.app;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

/** The mouse on the map of a window. */
final class MapHands {

    /** How far from the edge of a zone no card begins, in pixels. */
    private static final double MARGIN = 6;

    private final TestWindow window;

    MapHands(TestWindow window) {
        this.window = window;
    }

    /** Drags a service's card into a network's zone, with Ctrl held, so that it stays where it is as well. */
    void drag(String service, String network) {
        window.robot().drag(card(service), MouseButton.PRIMARY).press(KeyCode.CONTROL);
        window.robot().dropTo(zone(network)).release(KeyCode.CONTROL);
        window.settle();
    }

    /** Clicks on a service's card. */
    void click(String service) {
        window.robot().clickOn(card(service));
        window.settle();
    }

    /** Clicks on the line from a service to a network. */
    void clickTie(String service, String network) {
        Path line = window.robot()
                .lookup("#tie-" + service + "-" + network)
                .lookup(".bh-tie-line")
                .queryAs(Path.class);
        window.robot().clickOn(window.onFx(() -> line.localToScreen(middleOfTheLastStretch(line))));
        window.settle();
    }

    private static Point2D middleOfTheLastStretch(Path line) {
        int last = line.getElements().size() - 1;
        LineTo end = (LineTo) line.getElements().get(last);
        Point2D begin = switch (line.getElements().get(last - 1)) {
            case MoveTo start -> new Point2D(start.getX(), start.getY());
            case QuadCurveTo corner -> new Point2D(corner.getX(), corner.getY());
            default -> throw new IllegalStateException("a tie has straight stretches and round corners");
        };
        return begin.midpoint(end.getX(), end.getY());
    }

    private Point2D card(String service) {
        Bounds bounds = bounds("#card-" + service);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** A spot of a zone that no card covers. */
    private Point2D zone(String network) {
        Bounds bounds = bounds("#zone-" + network);
        return new Point2D(bounds.getMaxX() - MARGIN, bounds.getMaxY() - MARGIN);
    }

    private Bounds bounds(String query) {
        return window.onFx(() -> {
            Node node = window.robot().lookup(query).query();
            return node.localToScreen(node.getLayoutBounds());
        });
    }
}
