package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.live.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Containers that the files did not describe when a run began, since an edit or a newer image waited to be deployed; they
 * are made again from what the engine said of them.
 */
final class FromBlueprint {

    private static final String SHARED = "container:";
    private static final String FIRST = "1";

    private final Engine engine;
    private final Tools tools;
    private final RestoreContent wanted;
    private final Consumer<String> log;

    FromBlueprint(Tools tools, RestoreContent wanted, Consumer<String> log) {
        this.engine = tools.engine();
        this.tools = tools;
        this.wanted = wanted;
        this.log = log;
    }

    /** Returns the services whose containers Compose would not make from the files as they were. */
    Set<String> services() throws EngineException {
        Map<String, String> hashes = engine.services().hashes(tools.request());
        ObservedState now = engine.observer().observe();
        Set<String> found = new TreeSet<>();
        for (ObservedContainer container : wanted.state().containers()) {
            Optional<String> service = container.service();
            if (service.isEmpty() || wanted.blueprint(container.name()).isEmpty()) {
                continue;
            }
            Optional<String> hash = Optional.ofNullable(hashes.get(service.get()));
            // Compose hashes the owner's container id into it where a namespace is shared
            boolean guest = container.networkMode().startsWith(SHARED);
            boolean edited = !guest && hash.isPresent() && !hash.equals(container.configHash());
            Optional<String> image = engine.observer().image(container.image()).map(ObservedImage::id);
            boolean pulled = image.isPresent()
                    && !container.made().imageId().isEmpty()
                    && !image.get().equals(container.made().imageId());
            // in the place of one that is gone Compose makes the first; one that was exchanged once has another number
            boolean gone = now.containers(wanted.project(), service.get()).isEmpty()
                    && !FIRST.equals(container.labels().getOrDefault(ObservedContainer.NUMBER_LABEL, FIRST));
            if (edited || pulled || gone) {
                found.add(service.get());
            }
        }
        return found;
    }

    /** Makes the containers of services again, the owner of a namespace before its guests. */
    void make(List<String> services) throws EngineException {
        for (String service : services) {
            for (ObservedContainer before : wanted.state().containers(wanted.project(), service)) {
                Optional<ContainerBlueprint> blueprint = wanted.blueprint(before.name());
                if (blueprint.isPresent()) {
                    make(before, blueprint.get());
                }
            }
        }
    }

    private void make(ObservedContainer before, ContainerBlueprint blueprint) throws EngineException {
        ObservedState now = engine.observer().observe();
        log.accept("Making " + before.name() + " again as the engine had it");
        // somebody else's that has its name stays, and the engine says so
        for (ObservedContainer present :
                now.containers(wanted.project(), before.service().orElse(""))) {
            if (present.name().equals(before.name())) {
                engine.containers().stop(present.id(), EngineContainers.AS_IT_ASKS);
                engine.containers().removeContainer(present.id());
            }
        }
        String id = engine.containers()
                .recreateContainer(owner(before, now).map(blueprint::sharing).orElse(blueprint));
        if (before.status().state() == RunState.RUNNING) {
            engine.containers().start(id);
        }
    }

    /** The owner of its namespace may be a new container by now, under the same name. */
    private Optional<String> owner(ObservedContainer guest, ObservedState now) {
        if (!guest.networkMode().startsWith(SHARED)) {
            return Optional.empty();
        }
        String old = guest.networkMode().substring(SHARED.length());
        return wanted.state().containers().stream()
                .filter(c -> c.id().equals(old))
                .map(ObservedContainer::name)
                .flatMap(name -> now.containers().stream().filter(c -> c.name().equals(name)))
                .map(ObservedContainer::id)
                .findFirst();
    }
}
