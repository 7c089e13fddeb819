package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import dev.bulkhead.topology.Service;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bind mount of a file or folder of the project.
 *
 * @param service whose container finds it
 * @param container where it finds it
 * @param name where it stands in the project, with forward slashes
 * @param folder whether it is a folder
 */
public record ProjectMount(String service, String container, String name, boolean folder) {

    static List<ProjectMount> of(ComposeProject project, FileTree files) {
        List<ProjectMount> found = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            for (BindMount mount : service.container().hostAccess().mounts()) {
                within(project.directory(), mount.host())
                        .filter(host -> files.isFile(host) || files.isDirectory(host))
                        .ifPresent(host -> found.add(new ProjectMount(
                                service.key(),
                                mount.container(),
                                project.directory().relativize(host).toString().replace('\\', '/'),
                                files.isDirectory(host))));
            }
        }
        return found;
    }

    private static Optional<Path> within(Path directory, String host) {
        try {
            Path path = directory.resolve(host).normalize();
            return path.startsWith(directory) && !path.equals(directory) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }
}
