package dev.bulkhead.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the programs for private engines are, and whether this machine can run them. */
public final class EnginePrograms {

    private static final List<String> TOOLS = List.of("unshare", "nsenter", "ip", "iptables", "tar", "busybox");
    /** Linux keeps these where an ordinary user's PATH does not look. */
    private static final List<Path> SYSTEM = List.of(Path.of("/usr/sbin"), Path.of("/sbin"));

    private EnginePrograms() {}

    /** Returns the folder that {@code installers/lib/engines.sh} fills. */
    public static Path home() {
        return Path.of(System.getProperty("bulkhead.engines", "target/engines")).toAbsolutePath();
    }

    /** Returns the docker client. */
    public static Path docker() {
        return home().resolve("bin/docker");
    }

    /** Returns the Compose binary, which works by itself and as a plugin of the client. */
    public static Path compose() {
        return home().resolve("bin/docker-compose");
    }

    /** Returns why no engine can be started here, if so. */
    public static Optional<String> missing() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.of("engines run on Linux only");
        }
        if (!System.getProperty("user.name", "").equals("root")) {
            return Optional.of("starting an engine needs root");
        }
        if (!Files.isExecutable(docker())) {
            return Optional.of("there are no engines in " + home() + "; run installers/lib/engines.sh");
        }
        return TOOLS.stream()
                .filter(tool -> find(tool).isEmpty())
                .findFirst()
                .map(tool -> "the program " + tool + " is not installed");
    }

    static Optional<Path> find(String tool) {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(path, SYSTEM.stream())
                .map(folder -> folder.resolve(tool))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
