package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.aim.EdgePan;
import dev.bulkhead.ui.canvas.motion.EdgeClock;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse on the lanes: a click joins or leaves, a drag gives a dot away and scrolls at the edge, the other button opens a menu. */
final class LanesMouse {

    private static final double SLACK = 4;

    private final LanesGrid grid;
    private final LanesViewModel model;
    private final LaneMenu menus;
    private final ContextMenu menu = new ContextMenu();
    private final EdgeClock scrolling = new EdgeClock(this::step, this::scroll);
    private Point2D pressed = Point2D.ZERO;
    private Point2D held = Point2D.ZERO;
    /** Whether a drag may take a dot: not after it was put back with the button still down. */
    private boolean mayTake;

    LanesMouse(LanesGrid grid, LanesViewModel model, LaneMenu menus) {
        this.grid = grid;
        this.model = model;
        this.menus = menus;
        menu.setId("lanes-menu");
    }

    void install(Node canvas) {
        canvas.setOnMouseMoved(event -> model.hoveredProperty().set(grid.at(event.getX(), event.getY())));
        canvas.setOnMouseExited(event -> model.hoveredProperty().set(Crossing.NONE));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    }

    /** A dot that was put back is not taken again by the drag that goes on. */
    void letGo() {
        mayTake = false;
        scrolling.end();
    }

    private void press(MouseEvent event) {
        menu.hide();
        grid.requestFocus();
        // One that keys took along is not put down by a click elsewhere.
        model.putBack();
        pressed = new Point2D(event.getX(), event.getY());
        mayTake = true;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (mayTake
                && model.carriedProperty().get().isEmpty()
                && pressed.distance(event.getX(), event.getY()) > SLACK
                && grid.at(pressed.getX(), pressed.getY()).whole()) {
            model.carry(grid.at(pressed.getX(), pressed.getY()));
        }
        held = new Point2D(event.getX(), event.getY());
        if (model.carriedProperty().get().isPresent()) {
            carry();
            scrolling.begin();
        }
    }

    private void carry() {
        int column = grid.view().columnAt(held.getX());
        if (column >= 0) {
            model.carryTo(model.tableProperty().get().column(column).key());
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        scrolling.end();
        if (model.carriedProperty().get().isPresent()) {
            model.drop();
            return;
        }
        if (pressed.distance(event.getX(), event.getY()) > SLACK) {
            return;
        }
        Crossing at = grid.at(event.getX(), event.getY());
        if (at.whole()) {
            model.toggle(at);
        } else if (at.equals(Crossing.NONE)) {
            model.map().selection().clear();
        } else if (event.getClickCount() > 1) {
            grid.open(at);
        } else {
            model.select(at);
        }
    }

    private void showMenu(ContextMenuEvent event) {
        Crossing at = event.isKeyboardTrigger() ? model.cursorProperty().get() : grid.at(event.getX(), event.getY());
        List<MenuItem> items = menus.items(at);
        if (!items.isEmpty()) {
            if (at.whole()) {
                model.cursorProperty().set(at);
            } else {
                model.select(at);
            }
            menu.getItems().setAll(items);
            Point2D spot = event.isKeyboardTrigger()
                    ? grid.localToScreen(grid.spot(at))
                    : new Point2D(event.getScreenX(), event.getScreenY());
            menu.show(grid, spot.getX(), spot.getY());
        }
        event.consume();
    }

    /** How far a dot that is held at the edge scrolls; a dot goes along its lane, so only across. */
    private Point step(EdgePan edge, double millis) {
        LanesViewport view = grid.view();
        double width = view.width() - view.left() - view.right();
        return edge.step(held.getX() - view.left(), view.height() / 2, width, view.height(), millis);
    }

    private void scroll(Point by) {
        LanesViewport view = grid.view();
        if (by.x() != 0 && view.mostX() > 0) {
            grid.scrollTo(view.scrolledTo(view.scrollX() - by.x(), view.scrollY()));
            carry();
        }
    }
}
