package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.key.CardNavigator;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Dispatcher of drags to the gesture they belong to; it tells what was only a click. */
final class DragControl {

    private enum State {
        IDLE,
        PRESSED,
        DRAGGING,
        /** As a drag, but with no button held: the next click drops. */
        CARRYING,
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
        node.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        keys.install(node, this::again);
    }

    private void pressed(MouseEvent event) {
        if (state == State.DRAGGING) {
            return;
        }
        Pointer pointer = pointer(event);
        if (state == State.CARRYING) {
            state = State.CALLED_OFF; // the release that follows is no click
            end(carried -> carried.drop(pointer));
            return;
        }
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
        if (was == State.CARRYING) {
            return;
        }
        state = State.IDLE;
        panning.end();
        if (was == State.DRAGGING) {
            Pointer pointer = pointer(event);
            end(dragged -> dragged.drop(pointer));
        } else if (was == State.PRESSED) {
            onClick.handle(event);
        }
    }

    /** Begins what a drag of an element does, without one: the pointer or the arrows lead on, a click or Enter drops. */
    void carry(GraphElement element, Point from) {
        Point at = surface.toView(from);
        Pointer pointer = Pointer.of(at.x(), at.y(), surface, false, false, false);
        Press start = new Press(pointer, from, Optional.of(element), MouseButton.PRIMARY, false);
        begun(start).ifPresent(gesture -> {
            active = gesture;
            state = State.CARRYING;
            x = at.x();
            y = at.y();
            surface.node().requestFocus();
            gesture.drag(pointer);
        });
    }

    private void moved(MouseEvent event) {
        Pointer pointer = pointer(event);
        if (state == State.CARRYING && active != null) {
            active.drag(pointer);
        }
    }

    private void end(Consumer<Gesture> how) {
        Gesture ended = active;
        active = null;
        panning.end();
        if (ended != null) {
            how.accept(ended);
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean carrying = state == State.CARRYING;
        if (active == null || (!carrying && state != State.DRAGGING)) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> {
                state = carrying ? State.IDLE : State.CALLED_OFF;
                end(Gesture::cancel);
            }
            case ENTER, SPACE, LEFT, RIGHT, UP, DOWN -> {
                if (!carrying) {
                    return;
                }
                carryOn(event.getCode());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The arrows lead from zone to zone, Enter drops into the one that is reached. */
    private void carryOn(KeyCode code) {
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            state = State.IDLE;
            Pointer here = Pointer.of(x, y, surface, keys.control(), keys.shift(), keys.alt());
            end(carried -> carried.drop(here));
            return;
        }
        CardNavigator.Direction.of(code)
                .flatMap(direction -> CardNavigator.nextZone(surface.geometry(), surface.toMap(x, y), direction))
                .map(zone -> zone.box().center())
                .ifPresent(center -> {
                    surface.reveal(center);
                    Point pixel = surface.toView(center);
                    x = pixel.x();
                    y = pixel.y();
                    again();
                });
    }

    /** The same place, but other keys or another part of the map below it. */
    private void again() {
        if ((state == State.DRAGGING || state == State.CARRYING) && active != null) {
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
