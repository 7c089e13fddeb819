package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in tests. */
public final class Commands {

    private static final long LIMIT_SECONDS = 120;

    /**
     * What a program gave.
     *
     * @param output standard output and error
     */
    public record Output(int exitCode, String output) {}

    private Commands() {}

    /** Runs a program to its end with additional environment variables. */
    public static Output run(Map<String, String> environment, Path directory, List<String> command) throws IOException {
        return run(environment, directory, command, LIMIT_SECONDS);
    }

    /** Runs a program to its end that may take its time. */
    static Output run(Map<String, String> environment, Path directory, List<String> command, long limitSeconds)
            throws IOException {
        // Into a file: a pipe that nobody reads until the end would block a talkative program.
        Path said = Files.createTempFile("bulkhead-test", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end within " + limitSeconds + " s: "
                        + Files.readString(said));
            }
            return new Output(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** Runs a program that has to succeed and returns what it said. */
    public static String succeed(Map<String, String> environment, Path directory, List<String> command)
            throws IOException {
        Output output = run(environment, directory, command);
        if (output.exitCode() != 0) {
            throw new IOException(
                    String.join(" ", command) + " ended with " + output.exitCode() + ": " + output.output());
        }
        return output.output();
    }
}
