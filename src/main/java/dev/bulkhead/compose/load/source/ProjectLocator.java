package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.FileTree;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finder of a project's files in Compose's order: those named, then {@code COMPOSE_FILE}, then the usual names in the
 * directory and its parents, with an override file beside them; and the env files (compose-go {@code cli/options.go}).
 */
public final class ProjectLocator {

    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    private final ComposeRequest request;
    private final LoadContext context;
    private final Path workingDirectory;

    public ProjectLocator(ComposeRequest request, LoadContext context) throws ComposeException {
        this.request = request;
        this.context = context;
        Path path = request.path().toAbsolutePath().normalize();
        boolean directory = context.store().isDirectory(path);
        if (!directory && !context.store().isFile(path)) {
            throw new ComposeException(
                    request.path() + " does not exist; name a Compose file or the directory of a project.");
        }
        this.workingDirectory = directory ? path : parent(path);
    }

    /** Returns whether a directory holds a file of one of the usual names. */
    public static boolean isDiscovered(FileTree files, Path directory) {
        return NAMES.stream().map(directory::resolve).anyMatch(files::isFile);
    }

    public LocatedProject locate() throws ComposeException {
        List<Path> named = named();
        Map<String, String> environment = new HashMap<>(request.environment());
        environment.putIfAbsent("PWD", workingDirectory.toString());
        Variables variables = new Variables(environment);
        variables = withEnvFiles(variables, named.isEmpty() ? workingDirectory : parent(named.getFirst()));
        List<Path> files = named.isEmpty() ? fromVariable(variables) : named;
        if (files.isEmpty()) {
            files = discovered();
        }
        Path directory = parent(files.getFirst());
        variables = withEnvFiles(variables, directory);
        return new LocatedProject(directory, files, variables, statedName(variables), profiles(variables));
    }

    private List<Path> named() throws ComposeException {
        List<Path> files = new ArrayList<>();
        Path path = request.path().toAbsolutePath().normalize();
        if (request.files().isEmpty() && context.store().isFile(path)) {
            files.add(path);
        }
        for (Path file : request.files()) {
            files.add(existing(workingDirectory.resolve(file).normalize(), file.toString()));
        }
        return files;
    }

    private List<Path> fromVariable(Variables variables) throws ComposeException {
        Optional<String> stated = variables.lookup("COMPOSE_FILE");
        if (stated.isEmpty()) {
            return List.of();
        }
        String separator = variables
                .lookup("COMPOSE_PATH_SEPARATOR")
                .filter(Predicate.not(String::isEmpty))
                .orElse(File.pathSeparator);
        List<Path> files = new ArrayList<>();
        for (String name : stated.get().split(java.util.regex.Pattern.quote(separator), -1)) {
            files.add(existing(workingDirectory.resolve(name).normalize(), name));
        }
        return files;
    }

    private Path existing(Path file, String name) throws ComposeException {
        if (!context.store().isFile(file)) {
            boolean directory = context.store().isDirectory(file);
            throw new ComposeException(name
                    + (directory
                            ? " is a directory; name the Compose file in it."
                            : " does not exist; correct the name of the Compose file."));
        }
        return file;
    }

    private List<Path> discovered() throws ComposeException {
        for (Path at = workingDirectory; at != null; at = at.getParent()) {
            List<Path> found = present(NAMES, at);
            if (!found.isEmpty()) {
                List<Path> files = new ArrayList<>();
                files.add(chosen(found));
                List<Path> overrides = present(OVERRIDES, at);
                if (!overrides.isEmpty()) {
                    files.add(chosen(overrides));
                }
                return files;
            }
        }
        throw new ComposeException(
                request.path() + " holds no Compose file; name one, or create " + NAMES.getFirst() + " there.");
    }

    private List<Path> present(List<String> names, Path directory) {
        return names.stream()
                .map(directory::resolve)
                .filter(context.store()::isFile)
                .toList();
    }

    private Path chosen(List<Path> candidates) {
        Path first = candidates.getFirst();
        if (candidates.size() > 1) {
            context.warn(first.getFileName() + " is used; "
                    + String.join(
                            ", ",
                            candidates.stream()
                                    .skip(1)
                                    .map(p -> String.valueOf(p.getFileName()))
                                    .toList())
                    + " beside it is not.");
        }
        return first;
    }

    private Variables withEnvFiles(Variables variables, Path directory) throws ComposeException {
        Map<String, String> values = new HashMap<>();
        for (Path file : envFiles(variables, directory)) {
            DotEnv.parse(context.store().text(file), values, variables::lookup);
        }
        context.noteVariables(values);
        return variables.withDefaults(values);
    }

    private List<Path> envFiles(Variables variables, Path directory) throws ComposeException {
        List<Path> stated = new ArrayList<>(request.envFiles());
        if (stated.isEmpty()) {
            Optional.ofNullable(request.environment().get("COMPOSE_ENV_FILES")).stream()
                    .flatMap(names -> Arrays.stream(names.split(",", -1)))
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(name -> stated.add(Path.of(name)));
        }
        List<Path> files = new ArrayList<>();
        for (Path name : stated) {
            Path file = workingDirectory.resolve(name).normalize();
            if (!context.store().isFile(file)) {
                throw new ComposeException("The env file " + name + " does not exist; correct its name.");
            }
            files.add(file);
        }
        Path standard = directory.resolve(".env");
        boolean disabled = variables
                .lookup("COMPOSE_DISABLE_ENV_FILE")
                .map(v -> List.of("1", "t", "true").contains(v.toLowerCase(Locale.ROOT)))
                .orElse(false);
        if (stated.isEmpty() && !disabled && context.store().isFile(standard)) {
            files.add(standard);
        }
        return files;
    }

    private Optional<String> statedName(Variables variables) throws ComposeException {
        Optional<String> name = request.projectName()
                .or(() -> variables.lookup("COMPOSE_PROJECT_NAME"))
                .filter(Predicate.not(String::isEmpty));
        if (name.isPresent() && !ProjectNames.normalize(name.get()).equals(name.get())) {
            throw new ComposeException("The project name " + name.get()
                    + " is not valid; use lower-case letters, digits, '-' and '_', starting with a letter or digit.");
        }
        return name;
    }

    private List<String> profiles(Variables variables) {
        if (!request.profiles().isEmpty()) {
            return request.profiles();
        }
        return variables.lookup("COMPOSE_PROFILES").stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }
}
