package dev.bulkhead.engine.cli;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.files.StartedPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Program to run with exactly the environment given. */
final class Program {

    private Program() {}

    /** Runs a program and returns all it said. */
    static ProgramOutput run(List<String> command, Path directory, Map<String, String> environment)
            throws EngineException {
        StringBuilder text = new StringBuilder();
        int exitCode = run(
                command,
                directory,
                environment,
                Optional.empty(),
                line -> text.append(line).append('\n'));
        return new ProgramOutput(exitCode, text.toString());
    }

    /**
     * Runs a program, telling each line of its output and errors as it comes, and returns its exit code.
     *
     * @param noted where it is noted as long as it runs, since it goes on if this process is killed; empty for one that
     *     changes nothing
     */
    static int run(
            List<String> command,
            Path directory,
            Map<String, String> environment,
            Optional<StartedPrograms> noted,
            Consumer<String> line)
            throws EngineException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        String name = String.valueOf(Path.of(command.getFirst()).getFileName());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new EngineException(Kind.NOT_FOUND, name + " could not be started: " + e.getMessage() + ".", e);
        }
        Optional<Path> note = Optional.empty();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            if (noted.isPresent()) {
                note = Optional.of(noted.get().note(process.toHandle()));
            }
            // Compose asks questions; without input it takes the answer that changes nothing.
            process.getOutputStream().close();
            String text = output.readLine();
            while (text != null) {
                line.accept(text);
                text = output.readLine();
            }
            int exitCode = process.waitFor();
            if (note.isPresent()) {
                Files.deleteIfExists(note.get());
            }
            return exitCode;
        } catch (IOException e) {
            throw new EngineException(Kind.REFUSED, "The output of " + name + " could not be read.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, name + " was interrupted.", e);
        } finally {
            process.destroy();
        }
    }

    /**
     * Runs two programs, the output of the first being the input of the second, and returns what the second said. What the
     * first says is kept nowhere: it can hold secrets.
     */
    static ProgramOutput pipe(List<String> first, List<String> second, Path directory, Map<String, String> environment)
            throws EngineException {
        List<ProcessBuilder> builders = Stream.of(first, second)
                .map(command -> new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD))
                .toList();
        builders.forEach(builder -> {
            builder.environment().clear();
            builder.environment().putAll(environment);
        });
        try {
            List<Process> processes = ProcessBuilder.startPipeline(builders);
            Process last = processes.getLast();
            try (BufferedReader output = last.inputReader(StandardCharsets.UTF_8)) {
                String text = output.lines().collect(Collectors.joining("\n"));
                return new ProgramOutput(last.waitFor(), text);
            } finally {
                processes.forEach(Process::destroy);
            }
        } catch (IOException e) {
            throw new EngineException(
                    Kind.NOT_FOUND, "docker compose could not be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, "docker compose was interrupted.", e);
        }
    }
}
