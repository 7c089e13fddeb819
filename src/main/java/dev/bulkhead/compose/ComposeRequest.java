package dev.bulkhead.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Request to open a project, with the choices that {@code docker compose} takes on its command line.
 *
 * @param path the project directory, or a compose file
 * @param files explicit files ({@code -f}), in order; empty means Compose's own discovery
 * @param projectName {@code --project-name}
 * @param envFiles {@code --env-file}, in order; empty means {@code .env}
 * @param profiles active profiles ({@code --profile})
 * @param environment the process environment that interpolation sees
 */
public record ComposeRequest(
        Path path,
        List<Path> files,
        Optional<String> projectName,
        List<Path> envFiles,
        List<String> profiles,
        Map<String, String> environment) {

    public ComposeRequest {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        profiles = List.copyOf(profiles);
        environment = Map.copyOf(environment);
    }

    /** Returns a request for a path with no further choices. */
    public static ComposeRequest of(Path path) {
        return new ComposeRequest(path, List.of(), Optional.empty(), List.of(), List.of(), Map.of());
    }
}
