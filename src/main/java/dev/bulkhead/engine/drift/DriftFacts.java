package dev.bulkhead.engine.drift;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Facts beside topology and state that show which changes wait to be deployed.
 *
 * @param directory the project directory, absolute
 * @param files the Compose files that it is made of; empty where they are not known
 * @param hashes service to the hash of its configuration
 * @param images image reference to the image that it means on the engine at present
 * @param unknown why hashes are not known, as a sentence; empty when they are
 */
public record DriftFacts(
        Path directory,
        Set<Path> files,
        Map<String, String> hashes,
        Map<String, ObservedImage> images,
        Optional<String> unknown) {

    public DriftFacts {
        files = Set.copyOf(files);
        hashes = Map.copyOf(hashes);
        images = Map.copyOf(images);
    }

    /**
     * Asks an engine. Without Compose everything else is still told, and that this is not known.
     *
     * @throws EngineException if the engine does not answer
     */
    public static DriftFacts ask(Engine engine, ComposeRequest request, ComposeProject project) throws EngineException {
        Map<String, ObservedImage> images = images(engine.observer(), project.topology());
        Set<Path> files = project.files().stream().map(ComposeFile::path).collect(Collectors.toSet());
        try {
            Map<String, String> hashes = new TreeMap<>(engine.services().hashes(request));
            Map<String, String> owners = owners(engine, project);
            // without the owner's id they say nothing
            project.topology().services().values().stream()
                    .filter(service -> service.networkMode() instanceof NetworkMode.OfService)
                    .map(Service::key)
                    .forEach(hashes::remove);
            hashes.putAll(engine.services().guestHashes(request, owners));
            return new DriftFacts(project.directory(), files, hashes, images, Optional.empty());
        } catch (EngineException e) {
            return new DriftFacts(project.directory(), files, Map.of(), images, Optional.of(e.sentence()));
        }
    }

    /** Returns image reference to the image that it means on an engine, for those that are there. */
    public static Map<String, ObservedImage> images(EngineObserver engine, Topology topology) throws EngineException {
        Map<String, ObservedImage> images = new TreeMap<>();
        for (Service service : topology.services().values()) {
            Optional<String> reference = reference(topology, service);
            if (reference.isPresent() && !images.containsKey(reference.get())) {
                engine.image(reference.get()).ifPresent(image -> images.put(reference.get(), image));
            }
        }
        return images;
    }

    /** An image that is built and has no name is given one by Compose (compose v2.40.3, api.GetImageNameOrDefault). */
    static Optional<String> reference(Topology topology, Service service) {
        Optional<String> given = Optional.of(topology.project() + "-" + service.key())
                .filter(_ -> service.container().built());
        return service.container().image().or(() -> given);
    }

    /** Returns guest to the id of the container that it is attached to, where that is its owner's present one. */
    private static Map<String, String> owners(Engine engine, ComposeProject project) throws EngineException {
        Map<String, String> owners = new TreeMap<>();
        Map<String, List<ObservedContainer>> containers =
                engine.observer().observe().byService(project.topology().project());
        for (Service service : project.topology().services().values()) {
            if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
                containers.getOrDefault(owner, List.of()).stream()
                        .filter(one -> containers.getOrDefault(service.key(), List.of()).stream()
                                .anyMatch(guest -> guest.networkMode().equals("container:" + one.id())))
                        .findFirst()
                        .ifPresent(one -> owners.put(service.key(), one.id()));
            }
        }
        return owners;
    }
}
