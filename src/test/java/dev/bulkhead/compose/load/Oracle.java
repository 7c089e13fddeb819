package dev.bulkhead.compose.load;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EnginePrograms;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Docker Compose itself, asked what a project means. */
public final class Oracle {

    /**
     * What it said.
     *
     * @param accepted whether it takes the project
     * @param text the resolved project as YAML, or why it refuses
     */
    public record Answer(boolean accepted, String text) {}

    private final Path binary;
    private final Path home;

    private Oracle(Path binary, Path home) {
        this.binary = binary;
        this.home = home;
    }

    /** Returns the oracle of this machine, found by property, variable, in the test engines or on the path. */
    public static Optional<Oracle> find(Path home) {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "docker-compose"));
        Stream<Path> plugins = Stream.of("/usr/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins")
                .map(folder -> Path.of(folder, "docker-compose"));
        Optional<Oracle> oracle = Stream.of(
                        Stream.of(System.getProperty("bulkhead.compose", ""), System.getenv("BULKHEAD_COMPOSE"))
                                .filter(name -> name != null && !name.isEmpty())
                                .map(Path::of),
                        Stream.of(EnginePrograms.compose()),
                        plugins,
                        path)
                .flatMap(each -> each)
                .filter(Files::isExecutable)
                .filter(Oracle::isVersion2)
                .findFirst()
                .map(found -> new Oracle(found, home));
        if (oracle.isEmpty() && Boolean.parseBoolean(System.getenv("BULKHEAD_REQUIRE_ENGINE"))) {
            throw new IllegalStateException("BULKHEAD_REQUIRE_ENGINE is set, but there is no docker compose 2 here.");
        }
        return oracle;
    }

    private static boolean isVersion2(Path binary) {
        try {
            Commands.Output version =
                    Commands.run(Map.of(), Path.of("."), List.of(binary.toString(), "version", "--short"));
            return version.exitCode() == 0 && !version.output().strip().startsWith("1.");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the environment that the oracle sees beside the given variables. */
    public Map<String, String> baseEnvironment() {
        return Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString());
    }

    /** Asks for the resolved project with every profile and every declared network. */
    public Answer config(Path directory, List<String> options, Map<String, String> variables) throws IOException {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "--all-resources", "--profile", "*"));
        command.addAll(options);
        command.add("config");
        Path out = Files.createTempFile(home, "oracle", ".yml");
        Path errors = Files.createTempFile(home, "oracle", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(baseEnvironment());
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the oracle did not answer within 60 s about " + options);
            }
            boolean accepted = process.exitValue() == 0;
            String text = Files.readString(accepted ? out : errors, StandardCharsets.UTF_8);
            return new Answer(accepted, accepted ? text : lastLine(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the oracle", e);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(errors);
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (_, last) -> last);
    }
}
