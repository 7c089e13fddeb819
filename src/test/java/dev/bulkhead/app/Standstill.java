package dev.bulkhead.app;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the engine when a service is about to be brought up, until a test lets it go on. */
final class Standstill {

    private final AtomicReference<String> at = new AtomicReference<>("");
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Arms it for the next time a service is brought up. */
    void at(String service) {
        at.set(service);
    }

    /** Returns whether the engine stands still. */
    boolean reached() {
        return reached.getCount() == 0;
    }

    /** Lets the engine go on. */
    void end() {
        over.countDown();
    }

    Engine over(Engine engine) {
        return Engine.answeredBy(call -> {
            if (call.method().getName().startsWith("up")
                    && call.arguments().get(1) instanceof List<?> services
                    && services.contains(at.get())) {
                hold();
            }
            return call.on(engine);
        });
    }

    private void hold() throws EngineException {
        reached.countDown();
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Interrupted.");
        }
    }
}
