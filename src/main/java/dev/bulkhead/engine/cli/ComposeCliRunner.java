package dev.bulkhead.engine.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.Refusals;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.StartedPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runner of services with Docker Compose, the program. Safe for use by several threads. */
public final class ComposeCliRunner implements EngineServices {

    /** What programs need to find themselves; all else a project sees comes with the request. */
    private static final List<String> ESSENTIAL = List.of(
            "PATH",
            "HOME",
            "USER",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMFILES",
            "PROGRAMDATA",
            "SYSTEMROOT",
            "TMPDIR",
            "TEMP",
            "XDG_RUNTIME_DIR",
            "DOCKER_CONFIG",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY");

    private static final String STATE = ".bulkhead";

    private final Optional<Path> program;
    private final Map<String, String> surroundings;
    private Optional<ComposeCommand> found = Optional.empty();

    /**
     * A runner for one engine; the program is looked for at the first use.
     *
     * @param program the program to use, {@code docker} or {@code docker-compose}; else they are looked for in PATH
     * @param process the environment of this process
     * @param engine the variables with which the docker client reaches the engine, DOCKER_HOST before all
     */
    public ComposeCliRunner(Optional<Path> program, Map<String, String> process, Map<String, String> engine) {
        this.program = program;
        Map<String, String> all = new TreeMap<>();
        process.forEach((name, value) -> {
            if (ESSENTIAL.stream().anyMatch(name::equalsIgnoreCase)) {
                all.put(name, value);
            }
        });
        all.putAll(engine);
        this.surroundings = Map.copyOf(all);
    }

    @Override
    public String version() throws EngineException {
        return "Docker Compose " + compose().version();
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        run(project, action(dependencies), services, programs(project), log);
    }

    /** Services that others depend on are made anew only as up does: that is asked for by an option of its own. */
    @Override
    public void upAnew(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        List<String> action = new ArrayList<>(action(dependencies));
        action.add("--force-recreate");
        run(project, action, services, programs(project), log);
    }

    private static List<String> action(Dependencies dependencies) {
        return switch (dependencies) {
            case TOO -> List.of("up", "--detach");
            case LEFT_ALONE -> List.of("up", "--detach", "--no-deps");
        };
    }

    @Override
    public void addInstance(ComposeRequest project, String service, Consumer<String> log) throws EngineException {
        run(
                project,
                List.of("up", "--detach", "--no-deps", "--no-recreate", "--scale", service + "=2"),
                List.of(service),
                programs(project),
                log);
    }

    @Override
    public Map<String, String> hashes(ComposeRequest project) throws EngineException {
        Map<String, String> hashes = new TreeMap<>();
        run(project, List.of("config", "--hash", "*"), List.of(), Optional.empty(), line -> hash(line, hashes));
        Set<String> fromFiles = withEnvFiles(project);
        if (!fromFiles.isEmpty()) {
            Map<String, String> resolved = resolvedHashes(project, Optional.empty());
            fromFiles.stream()
                    .filter(resolved::containsKey)
                    .forEach(service -> hashes.put(service, resolved.get(service)));
        }
        return hashes;
    }

    /** Compose puts the owner's id in the place of its name before it hashes (compose v2.40.3, pkg/compose/convergence.go). */
    @Override
    public Map<String, String> guestHashes(ComposeRequest project, Map<String, String> owners) throws EngineException {
        if (owners.isEmpty()) {
            return Map.of();
        }
        ObjectNode over = new ObjectMapper().createObjectNode();
        ObjectNode services = over.putObject("services");
        owners.forEach((guest, owner) -> services.putObject(guest).put("network_mode", "container:" + owner));
        try {
            Path file = Files.createTempFile("bulkhead-guests", ".yml");
            try {
                Files.writeString(file, over.toString());
                Map<String, String> hashes = resolvedHashes(project, Optional.of(file));
                hashes.keySet().retainAll(owners.keySet());
                return hashes;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "No file can be written for docker compose: " + e.getMessage() + ".",
                    e);
        }
    }

    private static void hash(String line, Map<String, String> hashes) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length == 2) {
            hashes.put(words[0], words[1]);
        }
    }

    /**
     * Returns the hashes of the project with its env files read. {@code config --hash} leaves them out, while {@code up}
     * counts what they say and labels containers with that (seen with Compose 2.40.3).
     */
    private Map<String, String> resolvedHashes(ComposeRequest project, Optional<Path> over) throws EngineException {
        List<String> words = new ArrayList<>(compose().words());
        words.addAll(List.of("--ansi", "never"));
        List<String> first = new ArrayList<>(words);
        first.addAll(ComposeArguments.of(project));
        first.add("config");
        List<String> second = new ArrayList<>(words);
        second.addAll(List.of("--project-directory", directory(project).toString()));
        project.profiles().forEach(profile -> second.addAll(List.of("--profile", profile)));
        second.addAll(List.of("--file", "-"));
        over.ifPresent(file -> second.addAll(List.of("--file", file.toString())));
        second.addAll(List.of("config", "--hash", "*"));
        Map<String, String> environment = new TreeMap<>(project.environment());
        environment.putAll(surroundings);
        Map<String, String> hashes = new TreeMap<>();
        ProgramOutput output = Program.pipe(first, second, directory(project), environment);
        if (output.exitCode() == 0) {
            output.text().lines().forEach(line -> hash(line, hashes));
        }
        return hashes;
    }

    private static Set<String> withEnvFiles(ComposeRequest project) {
        try {
            return Optional.ofNullable(new ComposeLoader(new DiskFileTree())
                            .resolveWithProblems(project)
                            .sections()
                            .get("services"))
                    .map(services -> services.fields().entrySet().stream()
                            .filter(service -> service.getValue() instanceof ResolvedValue.Fields fields
                                    && fields.get("env_file").isPresent())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
        } catch (ComposeException unreadable) {
            return Set.of();
        }
    }

    private void run(
            ComposeRequest project,
            List<String> action,
            List<String> services,
            Optional<StartedPrograms> noted,
            Consumer<String> log)
            throws EngineException {
        List<String> command = new ArrayList<>(compose().words());
        command.addAll(List.of("--ansi", "never", "--progress", "plain"));
        command.addAll(ComposeArguments.of(project));
        command.addAll(action);
        command.addAll(services);
        Map<String, String> environment = new TreeMap<>(project.environment());
        // The engine is the one that was chosen, whatever the project's own environment says.
        environment.putAll(surroundings);
        List<String> last = new ArrayList<>();
        int exitCode = Program.run(command, directory(project), environment, noted, line -> {
            log.accept(line);
            if (!line.isBlank()) {
                last.clear();
                last.add(line.strip());
            }
        });
        if (exitCode != 0) {
            String said = last.isEmpty() ? "it ended with code " + exitCode : last.getFirst();
            throw new EngineException(
                    Refusals.kind(said),
                    "docker compose " + action.getFirst() + " " + String.join(" ", services) + " failed: " + said
                            + (said.endsWith(".") ? "" : "."));
        }
    }

    /** Where Bulkhead's own directory of the project is; looked for as Compose looks for files, also in the folders above. */
    private static Optional<StartedPrograms> programs(ComposeRequest project) {
        return Stream.iterate(directory(project), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(STATE))
                .filter(Files::isDirectory)
                .findFirst()
                .map(StartedPrograms::new);
    }

    private static Path directory(ComposeRequest project) {
        Path path = project.path().toAbsolutePath().normalize();
        return Files.isDirectory(path)
                ? path
                : Optional.ofNullable(path.getParent()).orElse(path);
    }

    private synchronized ComposeCommand compose() throws EngineException {
        if (found.isEmpty()) {
            found = Optional.of(ComposeCommand.find(program, surroundings));
        }
        return found.get();
    }
}
