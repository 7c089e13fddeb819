package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.theme.Nodes;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Drag of something new from a button of the palette onto the map; a click on the button stays a click. */
public final class PaletteDrag {

    /** A hand that clicks moves the mouse a little, too; in pixels. */
    private static final double SLACK = 8;

    private final MapView map;
    private final Consumer<Point> dropped;
    private final Label ghost;
    private Point2D start = Point2D.ZERO;
    private boolean dragging;

    private PaletteDrag(String words, MapView map, Consumer<Point> dropped) {
        this.map = map;
        this.dropped = dropped;
        ghost = Nodes.label(words, "bh-palette-ghost");
        ghost.setManaged(false);
        ghost.setMouseTransparent(true);
    }

    /**
     * Lets a node be dragged onto the map.
     *
     * @param words what is dragged
     * @param dropped told the spot of the map where it was let go
     */
    public static void install(Node source, String words, MapView map, Consumer<Point> dropped) {
        PaletteDrag drag = new PaletteDrag(words, map, dropped);
        source.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        source.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::move);
        source.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
    }

    private void press(MouseEvent event) {
        start = new Point2D(event.getSceneX(), event.getSceneY());
        dragging = false;
    }

    private void move(MouseEvent event) {
        if (!dragging && start.distance(event.getSceneX(), event.getSceneY()) > SLACK) {
            dragging = true;
            if (map.getScene() != null && map.getScene().lookup(".bh-window-layer") instanceof Pane layer) {
                layer.getChildren().add(ghost);
                ghost.applyCss();
                ghost.autosize();
            }
        }
        if (ghost.getParent() != null) {
            Point2D at = ghost.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
            ghost.relocate(at.getX() - ghost.getWidth() / 2, at.getY() - ghost.getHeight() / 2);
        }
    }

    private void release(MouseEvent event) {
        if (!dragging) {
            return;
        }
        dragging = false;
        if (ghost.getParent() instanceof Pane root) {
            root.getChildren().remove(ghost);
        }
        Point2D spot = map.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (map.getScene() != null && map.contains(spot)) {
            dropped.accept(map.toMap(spot.getX(), spot.getY()));
        }
    }
}
