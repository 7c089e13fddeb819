package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.live.ContainerWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Way back of an exchange, without an interruption either: the container that was there before serves again, be it still there,
 * be it made again beside the new one as the engine had it; then the new one is removed.
 */
public final class ExchangeBack {

    /** What the name of a container ends with until it has the name of the one that it replaces. */
    private static final String INCOMING = "-incoming";

    private final Engine engine;
    private final RestoreContent wanted;
    private final ContainerWatch watch;
    private final Consumer<String> log;

    /** Goes back to what a restore point holds. */
    public ExchangeBack(Engine engine, RestoreContent wanted, ContainerWatch watch, Consumer<String> log) {
        this.engine = engine;
        this.wanted = wanted;
        this.watch = watch;
        this.log = log;
    }

    /** Brings the container of a service back; returns whether it serves as before, else nothing is lost by it. */
    public boolean go(String service, Duration timeout) throws EngineException, InterruptedException {
        List<ObservedContainer> were = wanted.state().containers(wanted.project(), service);
        if (were.size() != 1) {
            return false;
        }
        ObservedContainer before = were.getFirst();
        Optional<String> back = present(service, before);
        if (back.isEmpty()) {
            back = made(before);
        }
        if (back.isEmpty()) {
            return false;
        }
        engine.containers().start(back.get());
        // the new one is about to go, and may be half made or broken
        String serves = back.get();
        Set<String> leaving = containers(service).stream()
                .map(ObservedContainer::id)
                .filter(id -> !id.equals(serves))
                .collect(Collectors.toSet());
        if (!watch.await(List.of(service), leaving, timeout).ready()) {
            return false;
        }
        for (ObservedContainer other : containers(service)) {
            if (!other.id().equals(back.get())) {
                log.accept("docker stop " + other.name() + "; docker rm " + other.name());
                engine.containers().stop(other.id(), EngineContainers.AS_IT_ASKS);
                engine.containers().removeContainer(other.id());
            }
        }
        for (ObservedContainer container : containers(service)) {
            if (!container.name().equals(before.name())) {
                log.accept("docker rename " + container.name() + " " + before.name());
                engine.containers().rename(container.id(), before.name());
            }
        }
        return true;
    }

    /** The one that was there, or the one that an earlier way back made in its place. */
    private Optional<String> present(String service, ObservedContainer before) throws EngineException {
        return containers(service).stream()
                .filter(container ->
                        container.id().equals(before.id()) || container.name().equals(before.name() + INCOMING))
                .map(ObservedContainer::id)
                .findFirst();
    }

    private Optional<String> made(ObservedContainer before) throws EngineException {
        Optional<ContainerBlueprint> blueprint = wanted.blueprint(before.name());
        if (blueprint.isEmpty()) {
            return Optional.empty();
        }
        log.accept("Making " + before.name() + " again beside the new one, as the engine had it");
        return Optional.of(engine.containers().recreateContainer(blueprint.get().named(before.name() + INCOMING)));
    }

    private List<ObservedContainer> containers(String service) throws EngineException {
        return engine.observer().observe().containers(wanted.project(), service);
    }
}
