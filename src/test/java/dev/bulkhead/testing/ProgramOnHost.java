package dev.bulkhead.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program as its user starts it on the engine's own host: a process in the engine's network, from where published ports
 * and containers are reached.
 */
public final class ProgramOnHost {

    /** A migration of many services takes minutes. */
    private static final long LIMIT_SECONDS = 1200;

    private final SampleStack stack;

    public ProgramOnHost(SampleStack stack) {
        this.stack = stack;
    }

    /** Runs a command on the project of the stack and returns how it ended and what it said. */
    public Commands.Output run(String command, String... words) throws IOException {
        return run(List.of(), command, words);
    }

    /** Runs a command as another program, which the first words name, lets it. */
    public Commands.Output run(List<String> by, String command, String... words) throws IOException {
        return Commands.run(environment(), stack.directory(), line(by, command, words), LIMIT_SECONDS);
    }

    /** Starts a command on the project of the stack, which says into a file what it says; it is the caller's to end. */
    public Process start(Path said, String command, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(List.of(), command, words))
                .directory(stack.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.put("BULKHEAD_COMPOSE", EnginePrograms.compose().toString());
        return environment;
    }

    private List<String> line(List<String> by, String command, String... words) {
        List<String> line = new ArrayList<>(stack.engine().enteringNetwork());
        line.addAll(by);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.app.Main",
                command,
                stack.directory().toString(),
                "--engine",
                stack.engine().address()));
        line.addAll(List.of(words));
        return line;
    }
}
