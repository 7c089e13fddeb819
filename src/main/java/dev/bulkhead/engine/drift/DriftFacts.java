package dev.bulkhead.engine.drift;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.topology.Service;
import java.nio.file.Path;
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
 * @param images image reference to the id of the image that it means on the engine at present
 * @param unknown why hashes are not known, as a sentence; empty when they are
 */
public record DriftFacts(
        Path directory,
        Set<Path> files,
        Map<String, String> hashes,
        Map<String, String> images,
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
        Map<String, String> images = new TreeMap<>();
        for (Service service : project.topology().services().values()) {
            Optional<String> reference = service.container().image();
            if (reference.isPresent()) {
                engine.observer().imageId(reference.get()).ifPresent(id -> images.put(reference.get(), id));
            }
        }
        Set<Path> files = project.files().stream().map(ComposeFile::path).collect(Collectors.toSet());
        try {
            return new DriftFacts(
                    project.directory(), files, engine.services().hashes(request), images, Optional.empty());
        } catch (EngineException e) {
            return new DriftFacts(project.directory(), files, Map.of(), images, Optional.of(e.sentence()));
        }
    }
}
