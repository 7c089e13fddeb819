package dev.bulkhead.engine.drift;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEnvironment;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.SamePlace;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finder of what the next deployment would change without being asked to, and what others have put among the project.
 */
final class PendingChanges {

    private final Topology files;
    private final ObservedState engine;
    private final DriftFacts facts;
    private final List<Drift> found = new ArrayList<>();

    private PendingChanges(Topology files, ObservedState engine, DriftFacts facts) {
        this.files = files;
        this.engine = engine;
        this.facts = facts;
    }

    static List<Drift> find(Topology files, ObservedState engine, DriftFacts facts) {
        PendingChanges changes = new PendingChanges(files, engine, facts);
        facts.unknown().ifPresent(reason -> changes.found.add(new Drift.NotCompared(reason)));
        changes.directories();
        changes.files();
        Map<String, List<ObservedContainer>> containers = engine.byService(files.project());
        for (Service service : files.services().values()) {
            containers
                    .getOrDefault(service.key(), List.of())
                    .forEach(container -> changes.container(service, container));
        }
        changes.strangers();
        return List.copyOf(changes.found);
    }

    /** A copied or moved directory with the same project name claims the same containers. */
    private void directories() {
        SortedMap<String, List<String>> others = new TreeMap<>();
        for (ObservedContainer container : engine.containers()) {
            if (container.project().equals(Optional.of(files.project()))) {
                container
                        .workingDirectory()
                        .filter(directory -> !here(directory))
                        .ifPresent(directory -> others.computeIfAbsent(directory, d -> new ArrayList<>())
                                .add(container.name()));
            }
        }
        others.forEach((directory, names) -> found.add(
                new Drift.DirectoryDiffers(names, directory, facts.directory().toString())));
    }

    /** Compose was given files that are not read here: what they say is on the engine, and seems to be drift. */
    private void files() {
        SortedMap<List<String>, List<String>> others = new TreeMap<>(Comparator.comparing(List::toString));
        for (ObservedContainer container : engine.containers()) {
            boolean here = container.project().equals(Optional.of(files.project()))
                    && container.workingDirectory().filter(this::here).isPresent();
            List<String> unread = here && !facts.files().isEmpty()
                    ? container.configFiles().stream()
                            .filter(file -> !read(file))
                            .toList()
                    : List.of();
            if (!unread.isEmpty()) {
                others.computeIfAbsent(unread, f -> new ArrayList<>()).add(container.name());
            }
        }
        others.forEach((unread, names) -> found.add(new Drift.FilesDiffer(names, unread)));
    }

    private boolean here(String directory) {
        return SamePlace.of(directory, facts.directory());
    }

    private boolean read(String file) {
        return facts.files().stream().anyMatch(known -> SamePlace.of(file, known));
    }

    private void container(Service service, ObservedContainer container) {
        service.container()
                .image()
                .filter(image -> image.equals(container.image()))
                .filter(image -> !container.made().imageId().isEmpty())
                .filter(image -> Optional.ofNullable(facts.images().get(image))
                        .filter(found -> !found.id().equals(container.made().imageId()))
                        .isPresent())
                .ifPresent(image -> found.add(new Drift.ImageMoved(service.key(), container.name(), image)));
        List<String> variables = variables(service, container.made().environment());
        Optional<String> wanted = Optional.ofNullable(facts.hashes().get(service.key()));
        // a guest whose owner is gone has no hash: that is told already, and its variables are compared
        boolean guest = service.networkMode() instanceof NetworkMode.OfService;
        boolean differs = wanted.isPresent()
                ? !wanted.equals(container.configHash())
                : (guest || facts.unknown().isPresent()) && !variables.isEmpty();
        if (differs) {
            found.add(new Drift.SettingsDiffer(service.key(), container.name(), variables));
        }
    }

    /** Returns the names of variables that the files give a container and that it does not have like that. */
    private static List<String> variables(Service service, ObservedEnvironment environment) {
        if (environment.equals(ObservedEnvironment.UNKNOWN)) {
            return List.of();
        }
        return service.container().environment().entrySet().stream()
                .filter(variable -> !environment.has(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Containers of nobody's files on networks of the project. */
    private void strangers() {
        for (Network network : files.networks().values()) {
            Optional<ObservedNetwork> present = engine.network(network.name());
            if (network.external() || present.isEmpty()) {
                continue;
            }
            engine.containers().stream()
                    .filter(c -> !c.project().equals(Optional.of(files.project())))
                    .filter(c -> c.endpoint(network.name()).isPresent())
                    .forEach(c -> found.add(new Drift.ForeignContainer(c.name(), network.name())));
        }
    }
}
