package dev.bulkhead.engine.cli;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program that is Docker Compose on this machine.
 *
 * @param words the beginning of its command line: {@code docker compose}, or the standalone program
 * @param version for instance {@code 2.40.3}
 */
record ComposeCommand(List<String> words, String version) {

    private static final Pattern VERSION = Pattern.compile("v?(?<major>\\d+)\\.\\d+\\.\\d+\\S*");
    private static final int NEEDED = 2;
    private static final String REMEDY = "install the docker-compose-plugin package, or name the program to use";

    /**
     * Finds Compose and asks for its version.
     *
     * @param stated the program to use, {@code docker} or {@code docker-compose}; else both are looked for in PATH
     */
    static ComposeCommand find(Optional<Path> stated, Map<String, String> environment) throws EngineException {
        List<String> found = new ArrayList<>();
        for (List<String> candidate : candidates(stated, environment)) {
            List<String> question = new ArrayList<>(candidate);
            question.addAll(List.of("version", "--short"));
            ProgramOutput answer = Program.run(question, Path.of("").toAbsolutePath(), environment);
            Matcher matcher = VERSION.matcher(answer.text().strip());
            if (answer.exitCode() != 0 || !matcher.matches()) {
                continue;
            }
            if (Integer.parseInt(matcher.group("major")) >= NEEDED) {
                return new ComposeCommand(candidate, answer.text().strip().replaceFirst("^v", ""));
            }
            found.add(answer.text().strip());
        }
        throw new EngineException(
                Kind.NOT_FOUND,
                found.isEmpty()
                        ? "Docker Compose was not found; " + REMEDY + "."
                        : "Docker Compose " + found.getFirst() + " is too old, version 2 or newer is needed; " + REMEDY
                                + ".");
    }

    private static List<List<String>> candidates(Optional<Path> stated, Map<String, String> environment) {
        if (stated.isPresent()) {
            return List.of(command(stated.get()));
        }
        List<List<String>> candidates = new ArrayList<>();
        for (String name : List.of("docker", "docker.exe", "docker-compose", "docker-compose.exe")) {
            inPath(name, environment).map(ComposeCommand::command).ifPresent(candidates::add);
        }
        return candidates;
    }

    /** The docker client takes Compose as a plugin, {@code docker compose}. */
    private static List<String> command(Path program) {
        String name = program.getFileName().toString().replaceFirst("\\.exe$", "");
        return name.equals("docker") ? List.of(program.toString(), "compose") : List.of(program.toString());
    }

    private static Optional<Path> inPath(String name, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> file(folder, name).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
