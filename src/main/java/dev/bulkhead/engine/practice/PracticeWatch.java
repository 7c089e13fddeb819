package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener's stream: keeps the order, and tells one event at a time whichever threads bring them. */
final class PracticeWatch implements EngineObserver.Watch {

    private final Consumer<EngineEvent> listener;
    private final Consumer<PracticeWatch> onClose;
    private final Queue<EngineEvent> waiting = new ArrayDeque<>();
    private final Consumer<PracticeWatch> greeter;
    private boolean delivering;
    private boolean closed;

    PracticeWatch(Consumer<EngineEvent> listener, Consumer<PracticeWatch> greeter, Consumer<PracticeWatch> onClose) {
        this.listener = listener;
        this.greeter = greeter;
        this.onClose = onClose;
    }

    /** Queues an event; called while the engine's state is locked, so that the order is that of the changes. */
    synchronized void add(EngineEvent event) {
        if (!closed) {
            waiting.add(event);
        }
    }

    /** Tells what is queued, unless another thread (or a caller further up on this one) is at it and will. */
    void deliver() {
        EngineEvent event = take(true);
        while (event != null) {
            listener.accept(event);
            event = take(false);
        }
    }

    private synchronized @Nullable EngineEvent take(boolean entering) {
        if (entering && delivering) {
            return null;
        }
        EngineEvent next = closed ? null : waiting.poll();
        delivering = next != null;
        notifyAll();
        return next;
    }

    @Override
    public boolean settle(Duration limit) throws InterruptedException {
        greeter.accept(this);
        deliver();
        return awaitDelivered(limit);
    }

    /** Waits for another thread that may be at it; what it has taken may not have been heard yet. */
    private synchronized boolean awaitDelivered(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (untold() && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return !untold();
    }

    private boolean untold() {
        return delivering || !waiting.isEmpty();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        onClose.accept(this);
    }
}
