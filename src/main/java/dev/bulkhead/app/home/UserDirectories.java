package dev.bulkhead.app.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Directories of a user's own files of the application, by the customs of each system (on Linux the XDG Base Directory
 * Specification).
 *
 * @param config choices worth keeping
 * @param state logs and the working copy of the sample
 */
public record UserDirectories(Path config, Path state) {

    private static final String NAME = "bulkhead";

    /**
     * Returns the directories of a user.
     *
     * @param environment the process environment
     * @param system the value of {@code os.name}
     */
    public static UserDirectories of(Map<String, String> environment, Path home, String system) {
        if (system.startsWith("Windows")) {
            Path roaming = absolute(environment, "APPDATA")
                    .orElse(home.resolve("AppData").resolve("Roaming"));
            Path local = absolute(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"));
            return new UserDirectories(roaming.resolve("Bulkhead"), local.resolve("Bulkhead"));
        }
        if (system.startsWith("Mac")) {
            Path library = home.resolve("Library");
            return new UserDirectories(
                    library.resolve("Application Support").resolve("Bulkhead"),
                    library.resolve("Logs").resolve("Bulkhead"));
        }
        Path config = absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        Path state = absolute(environment, "XDG_STATE_HOME")
                .orElse(home.resolve(".local").resolve("state"));
        return new UserDirectories(config.resolve(NAME), state.resolve(NAME));
    }

    /** Relative values are to be ignored (XDG Base Directory Specification, "Basics"). */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
