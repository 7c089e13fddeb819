package dev.bulkhead.app;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ServiceRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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

    ServiceRunner over(ServiceRunner services) {
        return new Runner(services);
    }

    private void strike(List<String> services) {
        if (at.get().filter(services::contains).isPresent()) {
            at.set(Optional.empty());
            throw new Cut();
        }
    }

    /** An error and no exception, so that nobody handles it as a failure. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Runner implements ServiceRunner {

        private final ServiceRunner services;

        Runner(ServiceRunner services) {
            this.services = services;
        }

        @Override
        public void up(ComposeRequest project, List<String> named, Dependencies dependencies, Consumer<String> log)
                throws EngineException {
            strike(named);
            services.up(project, named, dependencies, log);
        }

        @Override
        public Map<String, String> hashes(ComposeRequest project) throws EngineException {
            return services.hashes(project);
        }

        @Override
        public void remove(ComposeRequest project, List<String> named, Consumer<String> log) throws EngineException {
            services.remove(project, named, log);
        }

        @Override
        public String version() throws EngineException {
            return services.version();
        }
    }
}
