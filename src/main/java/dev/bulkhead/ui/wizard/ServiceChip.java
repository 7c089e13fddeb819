package dev.bulkhead.ui.wizard;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.canvas.model.LiveState;
import dev.bulkhead.ui.live.LiveWords;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A service that the run touches, with its state on the engine. */
public final class ServiceChip {

    private final String service;
    private final ObjectProperty<LiveState> state = new SimpleObjectProperty<>(this, "state", LiveState.UNKNOWN);
    private final BooleanProperty current = new SimpleBooleanProperty(this, "current");

    ServiceChip(String service) {
        this.service = service;
    }

    /** Returns the service's key. */
    public String service() {
        return service;
    }

    /** How it is. */
    public ObjectProperty<LiveState> stateProperty() {
        return state;
    }

    /** Whether the step under way touches it. */
    public BooleanProperty currentProperty() {
        return current;
    }

    void see(ObservedContainer.Status status, Instant now) {
        state.set(LiveWords.state(status, now));
    }
}
