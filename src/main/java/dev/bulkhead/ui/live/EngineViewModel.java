package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.ui.fx.UiExecutor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Engine as values to watch: how it answers, what runs on it, what happened. */
public final class EngineViewModel implements AutoCloseable {

    /** How many events are kept. */
    static final int EVENTS_KEPT = 500;

    private final UiExecutor ui;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<EngineStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new EngineStatus.None());
    private final ReadOnlyObjectWrapper<ObservedState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ObservedStates.NOTHING);
    private final ObservableList<EventLine> events = FXCollections.observableArrayList();
    private Optional<EngineObserver> watched = Optional.empty();
    private Optional<EngineObserver.Watch> watch = Optional.empty();
    private long watchNumber;

    /** Creates a model that watches no engine. */
    public EngineViewModel(UiExecutor ui, InstantSource clock) {
        this.ui = ui;
        this.clock = clock;
    }

    /** How the window stands with the engine. */
    public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What the engine said last; kept while it is gone. */
    public ReadOnlyObjectProperty<ObservedState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What happened, newest first. */
    public ObservableList<EventLine> events() {
        return events;
    }

    /** Watches an engine in the place of the one before, which is left open for its owner to close. */
    public void watch(EngineObserver engine) {
        stop();
        watched = Optional.of(engine);
        state.set(ObservedStates.NOTHING);
        connect(engine);
    }

    /** Watches no engine any more. */
    public void leave() {
        stop();
        watched = Optional.empty();
        state.set(ObservedStates.NOTHING);
        status.set(new EngineStatus.None());
    }

    /** Tries again now instead of waiting. */
    public void retry() {
        stop();
        watched.ifPresent(this::connect);
    }

    /** Returns the containers of a Compose project. */
    public List<ObservedContainer> containers(String project) {
        return state.get().containers().stream()
                .filter(c -> c.project().equals(Optional.of(project)))
                .toList();
    }

    @Override
    public void close() {
        stop();
    }

    private void connect(EngineObserver engine) {
        long number = ++watchNumber;
        status.set(new EngineStatus.Connecting());
        watch = Optional.of(engine.watch(event -> ui.run(() -> {
            // An event of a stream that was closed meanwhile tells of the past.
            if (number == watchNumber) {
                accept(event);
            }
        })));
    }

    private void stop() {
        watchNumber++;
        watch.ifPresent(EngineObserver.Watch::close);
        watch = Optional.empty();
    }

    private void accept(EngineEvent event) {
        log(EventLines.of(event, state.get(), clock.instant()));
        state.set(ObservedStates.after(state.get(), event));
        switch (event) {
            case EngineEvent.Connected connected -> status.set(new EngineStatus.Connected(connected.info()));
            case EngineEvent.Disconnected gone ->
                status.set(new EngineStatus.Gone(
                        gone.reason(), gone.attempt(), clock.instant().plusMillis(gone.retryInMillis())));
            case EngineEvent.ContainerChanged changed -> {}
            case EngineEvent.ContainerRemoved removed -> {}
            case EngineEvent.NetworkChanged changed -> {}
            case EngineEvent.NetworkRemoved removed -> {}
        }
    }

    private void log(EventLine line) {
        events.addFirst(line);
        if (events.size() > EVENTS_KEPT) {
            events.remove(EVENTS_KEPT, events.size());
        }
    }
}
