package dev.bulkhead.app;

import dev.bulkhead.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Ends the program when a service is about to be brought up: nothing after that is done, no handler runs. */
final class PowerCut {

    private final AtomicReference<Optional<String>> at = new AtomicReference<>(Optional.empty());

    /** Arms it for the next time a service is brought up. */
    void at(String service) {
        at.set(Optional.of(service));
    }

    /** Returns whether it is still to come. */
    boolean pending() {
        return at.get().isPresent();
    }

    Engine over(Engine engine) {
        return Engine.answeredBy(call -> {
            if (call.method().getName().startsWith("up") && call.arguments().get(1) instanceof List<?> services) {
                strike(services);
            }
            return call.on(engine);
        });
    }

    private void strike(List<?> services) {
        if (at.get().filter(services::contains).isPresent()) {
            at.set(Optional.empty());
            throw new Cut();
        }
    }

    /** An error and no exception, so that nobody handles it as a failure. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1L;
    }
}
