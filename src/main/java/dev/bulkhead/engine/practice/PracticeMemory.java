package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineInfo;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Memory of a practice engine: its state, changed by one caller at a time, and those who watch it.
 *
 * <p>Events are told on the thread that caused them, outside the lock and in the order of the changes.
 */
final class PracticeMemory {

    private final EngineInfo info;
    private final PracticeFaults faults;
    private final CopyOnWriteArrayList<PracticeWatch> watches = new CopyOnWriteArrayList<>();
    private PracticeState state = PracticeState.fresh();

    PracticeMemory(EngineInfo info, PracticeFaults faults) {
        this.info = info;
        this.faults = faults;
    }

    synchronized PracticeState state() {
        return state;
    }

    /** A change of the state that the engine may refuse. */
    interface Change<E extends Exception> {
        PracticeState apply(PracticeState before) throws E;
    }

    <E extends Exception> PracticeState change(Change<E> change) throws E {
        PracticeState after;
        synchronized (this) {
            PracticeState before = state;
            after = change.apply(before);
            state = after;
            if (faults.goneBecause().isEmpty() && !watches.isEmpty()) {
                after.since(before).forEach(e -> watches.forEach(w -> w.add(e)));
            }
        }
        watches.forEach(PracticeWatch::deliver);
        return after;
    }

    PracticeWatch watch(Consumer<EngineEvent> listener) {
        PracticeWatch watch = new PracticeWatch(listener, this::greet, watches::remove);
        synchronized (this) {
            greet(watch);
            watches.add(watch);
        }
        watch.deliver();
        return watch;
    }

    private synchronized void greet(PracticeWatch watch) {
        watch.add(faults.goneBecause()
                .<EngineEvent>map(reason -> new EngineEvent.Disconnected(reason, 1, 0))
                .orElseGet(() -> new EngineEvent.Connected(info, state.observed())));
    }

    /** From now on every call fails; watchers are told. */
    void goAway(String reason) {
        synchronized (this) {
            faults.setGone(Optional.of(reason));
            watches.forEach(w -> w.add(new EngineEvent.Disconnected(reason, 1, 0)));
        }
        watches.forEach(PracticeWatch::deliver);
    }

    /** Calls succeed again; watchers get the whole state. */
    void comeBack() {
        synchronized (this) {
            faults.setGone(Optional.empty());
            watches.forEach(this::greet);
        }
        watches.forEach(PracticeWatch::deliver);
    }

    void close() {
        watches.forEach(PracticeWatch::close);
    }
}
