package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.live.LiveWords;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Service that the run touches, with its state on the engine. */
public final class ServiceChip {

    private final String service;
    private final ObjectProperty<ServiceState> state = new SimpleObjectProperty<>(this, "state", ServiceState.UNKNOWN);
    private Optional<ObservedContainer.Status> seen = Optional.empty();
    private final BooleanProperty current = new SimpleBooleanProperty(this, "current");

    ServiceChip(String service) {
        this.service = service;
    }

    /** Returns the service's key. */
    public String service() {
        return service;
    }

    /** How it is. */
    public ObjectProperty<ServiceState> stateProperty() {
        return state;
    }

    /** Whether the step under way touches it. */
    public BooleanProperty currentProperty() {
        return current;
    }

    void see(ObservedContainer.Status status, Instant now) {
        seen = Optional.of(status);
        tell(now);
    }

    /** Tells again how it is: for how long, is otherwise a moment later. */
    public void tell(Instant now) {
        seen.ifPresent(status -> state.set(LiveWords.state(status, now)));
    }
}
