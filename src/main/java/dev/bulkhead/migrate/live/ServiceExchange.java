package dev.bulkhead.migrate.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Exchange of a service's container for one that is made from the files: the new one is started first, the old one serves
 * until the new one is healthy and is then stopped and removed (Compose's {@code start-first}). The new one gets the name
 * of the old one. Where it was cut off it is taken up: of two containers the younger one is the new one.
 */
public final class ServiceExchange {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the name of a container ends with that is about to be removed. */
    private static final String OUTGOING = "-outgoing";

    private final Tools tools;
    private final Engine engine;
    private final String project;
    private final ContainerWatch watch;

    /** Exchanges services of a project. */
    public ServiceExchange(Tools tools, String project, ContainerWatch watch) {
        this.tools = tools;
        this.engine = tools.engine();
        this.project = project;
        this.watch = watch;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The service runs as the files say. */
        record Exchanged(String words) implements Outcome {}

        /** The new one does not serve and was removed; the old one serves as before. */
        record Refused(String sentence) implements Outcome {}

        /** The old one has to be stopped first; nothing was done. */
        record NotPossible(String why) implements Outcome {}
    }

    /** Exchanges the container of a service. */
    public Outcome go(String service, Duration timeout, Consumer<String> log)
            throws EngineException, InterruptedException {
        List<ObservedContainer> present = containers(service);
        if (present.size() == 1) {
            ObservedContainer old = present.getFirst();
            if (asTheFilesSay(old)) {
                return new Outcome.Exchanged("exchanged already");
            }
            Optional<String> volume = namelessVolume(old);
            if (volume.isPresent()) {
                return new Outcome.NotPossible("it keeps " + volume.get()
                        + " in a volume without a name, which a second container would not have");
            }
            startBeside(old, service, log);
            present = containers(service);
            if (present.stream().allMatch(container -> container.id().equals(old.id()))) {
                return new Outcome.NotPossible("the new one was removed meanwhile");
            }
            // somebody may have removed the old one; its name goes over all the same
            return exchange(service, nameOf(old), present, timeout, log);
        }
        if (present.size() < 2) {
            return new Outcome.NotPossible("it has no container that could serve meanwhile");
        }
        return exchange(service, nameOf(present.getFirst()), present, timeout, log);
    }

    private void startBeside(ObservedContainer old, String service, Consumer<String> log) throws EngineException {
        log.accept("docker compose up -d --no-deps --no-recreate --scale " + service + "=2 " + service);
        try {
            engine.services().addInstance(tools.request(), service, log);
        } catch (EngineException e) {
            // made and not started, it would be left beside the one that serves
            for (ObservedContainer made : containers(service)) {
                if (!made.id().equals(old.id())) {
                    remove(made, log);
                }
            }
            throw e;
        }
    }

    private Outcome exchange(
            String service, String name, List<ObservedContainer> present, Duration timeout, Consumer<String> log)
            throws EngineException, InterruptedException {
        ObservedContainer young = present.getLast();
        List<ObservedContainer> olds = present.subList(0, present.size() - 1);
        if (!runs(young)) {
            startMade(young, log);
        }
        Set<String> leaving = olds.stream().map(ObservedContainer::id).collect(Collectors.toSet());
        Readiness readiness = watch.await(List.of(service), leaving, timeout);
        if (!readiness.ready()) {
            remove(young, log);
            for (ObservedContainer old : olds) {
                giveBack(old, log);
            }
            return new Outcome.Refused("The new container of " + service + " was not ready after " + timeout.toSeconds()
                    + " s at most: " + readiness.text() + "; it was removed, and the old one serves as before.");
        }
        // the name goes over first, so that wherever this is cut off there is a container that has it
        if (!young.name().equals(name)) {
            for (ObservedContainer old : olds) {
                if (old.name().equals(name)) {
                    rename(old, name + OUTGOING, log);
                }
            }
            rename(young, name, log);
        }
        for (ObservedContainer old : olds) {
            remove(old, log);
        }
        return new Outcome.Exchanged("exchanged, the old one served until the new one was ready");
    }

    /** Where this was cut off it may have been made and not started; by being waited for it does not start. */
    private void startMade(ObservedContainer young, Consumer<String> log) throws EngineException {
        log.accept("docker start " + young.name());
        try {
            engine.containers().start(young.id());
        } catch (EngineException e) {
            remove(young, log);
            throw e;
        }
    }

    /** Where this was cut off the old one may be stopped already, and its name be on its way. */
    private void giveBack(ObservedContainer old, Consumer<String> log) throws EngineException {
        if (!runs(old)) {
            log.accept("docker start " + old.name());
            engine.containers().start(old.id());
        }
        if (!old.name().equals(nameOf(old))) {
            rename(old, nameOf(old), log);
        }
    }

    private static boolean runs(ObservedContainer container) {
        return switch (container.status().state()) {
            case RUNNING, RESTARTING, PAUSED -> true;
            case CREATED, EXITED, DEAD, REMOVING -> false;
        };
    }

    private static String nameOf(ObservedContainer old) {
        return old.name().replaceFirst(OUTGOING + "$", "");
    }

    private void rename(ObservedContainer container, String name, Consumer<String> log) throws EngineException {
        log.accept("docker rename " + container.name() + " " + name);
        engine.containers().rename(container.id(), name);
    }

    private void remove(ObservedContainer container, Consumer<String> log) throws EngineException {
        log.accept("docker stop " + container.name() + "; docker rm " + container.name());
        engine.containers().stop(container.id(), EngineContainers.AS_IT_ASKS);
        engine.containers().removeContainer(container.id());
    }

    /** The containers of a service, oldest first by the number that Compose gave them. */
    private List<ObservedContainer> containers(String service) throws EngineException {
        return engine.observer().observe().containers(project, service).stream()
                .sorted(Comparator.comparingInt(ServiceExchange::number))
                .toList();
    }

    private static int number(ObservedContainer container) {
        String text = container.labels().getOrDefault(ObservedContainer.NUMBER_LABEL, "0");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private boolean asTheFilesSay(ObservedContainer container) throws EngineException {
        Optional<String> hash = container.service().map(engine.services().hashes(tools.request())::get);
        Optional<String> image = engine.observer().image(container.image()).map(ObservedImage::id);
        return hash.isPresent()
                && hash.equals(container.configHash())
                && image.filter(container.made().imageId()::equals).isPresent();
    }

    /** Compose gives such a volume to the container that comes in the place of another, not to one beside it. */
    private Optional<String> namelessVolume(ObservedContainer container) throws EngineException {
        try {
            JsonNode mounts = JSON.readTree(
                            engine.observer().inspect(container.id()).inspected())
                    .path("Mounts");
            return StreamSupport.stream(mounts.spliterator(), false)
                    .filter(mount -> mount.path("Type").asText().equals("volume")
                            && mount.path("Name").asText().matches("[0-9a-f]{64}"))
                    .map(mount -> mount.path("Destination").asText())
                    .findFirst();
        } catch (IOException e) {
            return Optional.of("something"); // what cannot be read may be one
        }
    }
}
