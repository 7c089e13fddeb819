package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watch that follows an engine's events on a thread of its own.
 *
 * <p>The engine tells only that something happened; what it is now is asked for then. The stream is opened before the
 * state is read, so that nothing that happens in between is missed. Events that wait at the same moment are answered
 * with one question per container or network.
 */
final class DockerWatch implements EngineObserver.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(DockerWatch.class);

    /** How long an engine may take to open its event stream; it answers before anything happens. */
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(10);

    /** Opens a session. */
    interface Door {
        Session open() throws EngineException;
    }

    /** What can be waiting to be worked on. */
    private sealed interface Signal {
        record Happened(Event event) implements Signal {}

        /** Somebody waits for the whole state. */
        record Settle(CountDownLatch told) implements Signal {}

        record Ended(String reason) implements Signal {}

        record Close() implements Signal {}
    }

    private final Door door;
    private final Consumer<EngineEvent> listener;
    private final Backoff backoff;
    private final Consumer<DockerWatch> onClose;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private LiveState told = LiveState.initial();

    DockerWatch(Door door, Consumer<EngineEvent> listener, Backoff backoff, Consumer<DockerWatch> onClose) {
        this.door = door;
        this.listener = listener;
        this.backoff = backoff;
        this.onClose = onClose;
    }

    void start() {
        Thread.ofPlatform().daemon().name("engine-events").start(this::follow);
    }

    @Override
    public boolean settle(Duration limit) throws InterruptedException {
        if (closed) {
            return true;
        }
        CountDownLatch heard = new CountDownLatch(1);
        signals.add(new Signal.Settle(heard));
        return heard.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closed = true;
        signals.add(new Signal.Close());
        onClose.accept(this);
    }

    private void follow() {
        int failures = 0;
        while (!closed) {
            signals.removeIf(signal -> !(signal instanceof Signal.Close || signal instanceof Signal.Settle));
            String reason;
            try (Session session = door.open();
                    Stream stream = new Stream()) {
                EventFilter.applyTo(session.patient().eventsCmd()).exec(stream);
                stream.awaitOpen();
                tell(new EngineEvent.Connected(session.info(), session.observe()));
                failures = 0;
                reason = work(session);
            } catch (EngineException e) {
                reason = e.sentence();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
                reason = "The engine's events are followed no more.";
            } catch (RuntimeException | IOException e) {
                LOG.warn("following the engine's events failed", e);
                reason = "The engine's event stream failed: " + e.getMessage();
            }
            if (!closed) {
                failures++;
                Duration wait = backoff.after(failures);
                tell(new EngineEvent.Disconnected(reason, failures, wait.toMillis()));
                release();
                rest(wait);
            }
        }
        release();
    }

    /** Lets those go who wait for a state that cannot be told now. */
    private void release() {
        for (Signal signal : List.copyOf(signals)) {
            if (signal instanceof Signal.Settle(CountDownLatch heard) && signals.remove(signal)) {
                heard.countDown();
            }
        }
    }

    /** Works until the stream ends and returns why it did. */
    private String work(Session session) throws EngineException {
        while (true) {
            List<Signal> batch = new ArrayList<>(List.of(next()));
            signals.drainTo(batch);
            Affected affected = new Affected(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
            List<CountDownLatch> waiting = new ArrayList<>();
            Optional<String> end = Optional.empty();
            for (Signal signal : batch) {
                switch (signal) {
                    case Signal.Happened(Event event) ->
                        EventFilter.sort(event, affected.containers, affected.networks, affected.images);
                    case Signal.Settle(CountDownLatch heard) -> waiting.add(heard);
                    case Signal.Ended(String reason) -> end = Optional.of(reason);
                    case Signal.Close() -> end = Optional.of("closed");
                }
            }
            if (end.isPresent()) {
                keepWaiting(waiting);
                return end.get();
            }
            try {
                affected.tellFrom(session);
                if (!waiting.isEmpty()) {
                    tell(new EngineEvent.Connected(session.info(), session.observe()));
                }
            } catch (EngineException | RuntimeException e) {
                keepWaiting(waiting);
                throw e;
            }
            waiting.forEach(CountDownLatch::countDown);
        }
    }

    /** Those who wait hear first that the engine is gone. */
    private void keepWaiting(List<CountDownLatch> waiting) {
        waiting.forEach(heard -> signals.add(new Signal.Settle(heard)));
    }

    private Signal next() {
        try {
            return signals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Signal.Close();
        }
    }

    /** Waits for the time to pass or for the end. */
    private void rest(Duration wait) {
        try {
            long until = System.nanoTime() + wait.toNanos();
            while (!closed && System.nanoTime() < until) {
                if (signals.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                        instanceof Signal.Settle(CountDownLatch heard)) {
                    heard.countDown();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private void tell(EngineEvent event) {
        LiveState before = told;
        told = told.after(event);
        boolean news = !told.equals(before)
                || event instanceof EngineEvent.Connected
                || event instanceof EngineEvent.ImageChanged;
        if (news && !closed) {
            listener.accept(event);
        }
    }

    /** The ids of what a batch of events was about, and references of images. */
    private final class Affected {

        private final Set<String> containers;
        private final Set<String> networks;
        private final Set<String> images;

        private Affected(Set<String> containers, Set<String> networks, Set<String> images) {
            this.containers = containers;
            this.networks = networks;
            this.images = images;
        }

        private void tellFrom(Session session) throws EngineException {
            for (String id : networks) {
                tell(session.network(id)
                        .<EngineEvent>map(EngineEvent.NetworkChanged::new)
                        .orElseGet(() -> new EngineEvent.NetworkRemoved(id)));
            }
            for (String id : containers) {
                tell(session.container(id)
                        .<EngineEvent>map(EngineEvent.ContainerChanged::new)
                        .orElseGet(() -> new EngineEvent.ContainerRemoved(id)));
            }
            images.forEach(reference -> tell(new EngineEvent.ImageChanged(reference)));
        }
    }

    /** Puts what docker-java's thread brings into the queue. */
    private final class Stream extends ResultCallback.Adapter<Event> {

        private final CountDownLatch answered = new CountDownLatch(1);

        /** Waits until the engine has answered: the request is sent on a thread of docker-java's. */
        private void awaitOpen() throws InterruptedException {
            answered.await(OPEN_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void onStart(Closeable connection) {
            super.onStart(connection);
            answered.countDown();
        }

        @Override
        public void onNext(Event event) {
            signals.add(new Signal.Happened(event));
        }

        @Override
        public void onError(Throwable fault) {
            answered.countDown();
            signals.add(new Signal.Ended("The engine's event stream broke off: " + fault.getMessage() + "."));
            super.onError(fault);
        }

        @Override
        public void onComplete() {
            answered.countDown();
            signals.add(new Signal.Ended("The engine ended its event stream; it was stopped or restarted."));
            super.onComplete();
        }
    }
}
