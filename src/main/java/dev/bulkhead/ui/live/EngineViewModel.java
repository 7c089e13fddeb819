package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.ui.fx.UiExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Engine as values to watch: how it answers, what runs on it, what happened. */
public final class EngineViewModel implements AutoCloseable {

    /** How many events are kept. */
    static final int EVENTS_KEPT = 500;

    /** Events that follow each other faster are shown together: everything that shows them works once for all. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final UiExecutor ui;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<EngineStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new EngineStatus.None());
    private final ReadOnlyObjectWrapper<ObservedState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ObservedStates.NOTHING);
    private final ReadOnlyLongWrapper imageChanges = new ReadOnlyLongWrapper(this, "imageChanges");
    private final ReadOnlyObjectWrapper<SeenHosts> hosts = new ReadOnlyObjectWrapper<>(this, "hosts", SeenHosts.NONE);
    private final ObservableList<EventLine> events = FXCollections.observableArrayList();
    private Optional<EngineObserver> watched = Optional.empty();
    private Optional<LiveHosts> several = Optional.empty();
    private Optional<EngineObserver.Watch> watch = Optional.empty();
    private final List<EngineEvent> waiting = new ArrayList<>();
    private Instant shown = Instant.EPOCH;
    private volatile long watchNumber;

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

    /** How each of several hosts is; none while one engine is watched. Set before state and status tell of it. */
    public ReadOnlyObjectProperty<SeenHosts> hostsProperty() {
        return hosts.getReadOnlyProperty();
    }

    /** How often it was told that references mean other images than before. */
    public ReadOnlyLongProperty imageChangesProperty() {
        return imageChanges.getReadOnlyProperty();
    }

    /** What happened, newest first. */
    public ObservableList<EventLine> events() {
        return events;
    }

    /** Watches an engine in the place of the one before, which is left open for its owner to close. */
    public void watch(EngineObserver engine) {
        watch(engine, Optional.empty());
    }

    /**
     * Watches an engine in the place of the one before.
     *
     * @param behind the hosts behind it, where it stands for several
     */
    public void watch(EngineObserver engine, Optional<LiveHosts> behind) {
        stop();
        several = behind;
        watched = Optional.of(engine);
        // first of all: an empty state of a connected engine would mean that everything is gone from it
        status.set(new EngineStatus.Connecting());
        hosts.set(SeenHosts.NONE);
        state.set(ObservedStates.NOTHING);
        connect(engine);
    }

    /** Watches no engine any more. */
    public void leave() {
        stop();
        watched = Optional.empty();
        several = Optional.empty();
        status.set(new EngineStatus.None());
        hosts.set(SeenHosts.NONE);
        state.set(ObservedStates.NOTHING);
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
        long number = watchNumber;
        status.set(new EngineStatus.Connecting());
        watch = Optional.of(engine.watch(event -> hear(number, event)));
    }

    /** An event of a stream that was closed meanwhile tells of the past. */
    private void hear(long number, EngineEvent event) {
        Duration wait;
        synchronized (waiting) {
            if (number != watchNumber) {
                return;
            }
            waiting.add(event);
            if (waiting.size() > 1) {
                return;
            }
            wait = Duration.between(clock.instant(), shown.plus(PACE));
        }
        if (wait.isPositive()) {
            ui.after(wait, this::show);
        } else {
            ui.run(this::show);
        }
    }

    private void stop() {
        synchronized (waiting) {
            watchNumber++;
            waiting.clear();
        }
        watch.ifPresent(EngineObserver.Watch::close);
        watch = Optional.empty();
    }

    private void show() {
        List<EngineEvent> come;
        synchronized (waiting) {
            come = List.copyOf(waiting);
            waiting.clear();
            shown = clock.instant();
        }
        List<EventLine> lines = new ArrayList<>();
        ObservedState now = state.get();
        for (EngineEvent event : come) {
            lines.addFirst(EventLines.of(event, now, clock.instant()));
            now = ObservedStates.after(now, event);
        }
        log(lines);
        several.ifPresent(live -> hosts.set(seen(live)));
        state.set(now);
        come.forEach(this::tell);
    }

    private SeenHosts seen(LiveHosts live) {
        ObservedHosts now = live.seen();
        Map<String, Instant> since = new HashMap<>();
        Map<String, ObservedState> last = new HashMap<>();
        for (HostView.Silent silent : now.silent()) {
            Instant before = hosts.get().since().get(silent.host());
            since.put(silent.host(), before == null ? clock.instant() : before);
            last.put(silent.host(), live.last(silent.host()));
        }
        return new SeenHosts(now, since, last);
    }

    private void tell(EngineEvent event) {
        switch (event) {
            case EngineEvent.Connected connected -> status.set(new EngineStatus.Connected(connected.info()));
            case EngineEvent.Disconnected gone ->
                status.set(new EngineStatus.Gone(
                        gone.reason(), gone.attempt(), clock.instant().plusMillis(gone.retryInMillis())));
            case EngineEvent.ContainerChanged changed -> {}
            case EngineEvent.ContainerRemoved removed -> {}
            case EngineEvent.NetworkChanged changed -> {}
            case EngineEvent.NetworkRemoved removed -> {}
            case EngineEvent.HostGone gone -> {}
            case EngineEvent.ImageChanged changed -> imageChanges.set(imageChanges.get() + 1);
        }
    }

    private void log(List<EventLine> lines) {
        events.addAll(0, lines);
        if (events.size() > EVENTS_KEPT) {
            events.remove(EVENTS_KEPT, events.size());
        }
    }
}
