package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Input of a preflight.
 *
 * @param engine the engine
 * @param directory the project directory
 * @param files the project's files
 * @param project its name and services; empty when the files cannot be read
 * @param unreadable why the files cannot be read
 * @param unsaved whether an editor holds changes that are not on disk yet
 */
public record PreflightInput(
        Engine engine,
        Path directory,
        List<Path> files,
        Optional<ProjectServices> project,
        Optional<String> unreadable,
        boolean unsaved) {

    public PreflightInput {
        files = List.copyOf(files);
    }

    /**
     * A project's name and the services that its files start.
     *
     * @param services keys of the services without profiles
     */
    public record ProjectServices(String name, List<String> services) {
        public ProjectServices {
            services = List.copyOf(services);
        }
    }
}
