package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.stream.EngineStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stream whose source is looked at about once a second, on a thread of its own. */
final class PacedStream implements EngineStream {

    private static final Duration PACE = Duration.ofSeconds(1);

    /** One look at the source. */
    @FunctionalInterface
    interface Look {

        /** Tells what is new; returns whether there is anything left to look at. */
        boolean look() throws EngineException, InterruptedException;
    }

    private final Look look;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<String> failure = Optional.empty();

    private PacedStream(Look look) {
        this.look = look;
    }

    /**
     * Starts looking.
     *
     * @param name name of the thread
     */
    static PacedStream start(String name, Look look) {
        PacedStream stream = new PacedStream(look);
        Thread.ofPlatform().daemon().name(name).start(stream::follow);
        return stream;
    }

    private void follow() {
        try {
            boolean more = true;
            while (more && closing.getCount() > 0) {
                more = look.look();
                closing.await(more ? PACE.toMillis() : 0, TimeUnit.MILLISECONDS);
            }
        } catch (EngineException e) {
            failure = Optional.of(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
