package dev.bulkhead.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Paths as the shell names them. A working directory that was entered through a symbolic link is the link's, as for {@code
 * docker compose}, which takes the project's name and its labels from it; the system alone knows only where the link leads.
 */
public final class ShellPath {

    private ShellPath() {}

    /** Returns a path of the command line, absolute where the shell says where it stands. */
    public static Path of(Path path, Map<String, String> environment) {
        return path.isAbsolute()
                ? path
                : workingDirectory(environment).map(d -> d.resolve(path)).orElse(path);
    }

    private static Optional<Path> workingDirectory(Map<String, String> environment) {
        try {
            Optional<Path> named = Optional.ofNullable(environment.get("PWD"))
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .filter(Files::isDirectory);
            // what the shell left in the environment of somebody who changed the directory since is not believed
            return named.isPresent()
                            && Files.isSameFile(named.get(), Path.of("").toAbsolutePath())
                    ? named
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }
}
