package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.ui.canvas.aim.GestureFigures;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Dispatcher of drags to the gesture they belong to; it tells what was only a click. */
final class DragControl {

    private enum State {
        IDLE,
        PRESSED,
        DRAGGING,
        CALLED_OFF
    }

    private final MapSurface surface;
    private final List<Gesture> gestures;
    private final EventHandler<MouseEvent> onClick;
    private State state = State.IDLE;
    private @Nullable Press press;
    private @Nullable Gesture active;
    private final HeldKeys keys = new HeldKeys();
    private final EdgePanning panning;
    private double x;
    private double y;

    DragControl(MapSurface surface, List<Gesture> gestures, EventHandler<MouseEvent> onClick) {
        this.surface = surface;
        this.gestures = List.copyOf(gestures);
        this.onClick = onClick;
        this.panning = new EdgePanning(surface, this::again);
    }

    void install() {
        Node node = surface.node();
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        keys.install(node, this::again);
    }

    private void pressed(MouseEvent event) {
        if (state == State.DRAGGING) {
            return;
        }
        Pointer pointer = pointer(event);
        press = new Press(pointer, pointer.at(), surface.elementAt(pointer.at()), event.getButton(), keys.space());
        state = State.PRESSED;
        surface.node().requestFocus();
    }

    private void dragged(MouseEvent event) {
        Pointer pointer = pointer(event);
        if (state == State.PRESSED && press != null && far(press.pointer(), pointer)) {
            active = begun(press).orElse(null);
            state = active == null ? State.CALLED_OFF : State.DRAGGING;
        }
        if (state == State.DRAGGING && active != null) {
            active.drag(pointer);
            if (active.pansAtEdge()) {
                panning.hold(x, y);
            }
        }
    }

    private Optional<Gesture> begun(Press start) {
        return gestures.stream().filter(gesture -> gesture.begins(start)).findFirst();
    }

    private void released(MouseEvent event) {
        State was = state;
        state = State.IDLE;
        panning.end();
        if (was == State.DRAGGING && active != null) {
            Gesture ended = active;
            active = null;
            ended.drop(pointer(event));
        } else if (was == State.PRESSED) {
            onClick.handle(event);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && state == State.DRAGGING && active != null) {
            active.cancel();
            active = null;
            state = State.CALLED_OFF;
            panning.end();
            event.consume();
        }
    }

    /** The same place, but other keys or another part of the map below it. */
    private void again() {
        if (state == State.DRAGGING && active != null) {
            active.drag(Pointer.of(x, y, surface, keys.control(), keys.shift(), keys.alt()));
        }
    }

    private Pointer pointer(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        Pointer told = Pointer.of(event, surface);
        return Pointer.of(
                x,
                y,
                surface,
                told.control() || keys.control(),
                told.shift() || keys.shift(),
                told.alt() || keys.alt());
    }

    private static boolean far(Pointer from, Pointer to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y()) >= GestureFigures.DRAG_STARTS;
    }
}
