package dev.bulkhead.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Programs that this process started and that go on without it if it is killed: each is noted in a file with its process id
 * and the time of its start, so that whoever goes on with the work waits for its end first.
 */
public final class StartedPrograms {

    /** Process ids are given anew; the start of a process is told to hundredths of a second and may be corrected a little. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path directory;

    /** Keeps the notes in a folder of a project's state directory. */
    public StartedPrograms(Path state) {
        this.directory = state.resolve("programs");
    }

    /**
     * Notes a program that has been started.
     *
     * @return the note, to be removed when the program has ended
     * @throws IOException if it cannot be noted
     */
    public Path note(ProcessHandle program) throws IOException {
        return PrivateFiles.write(
                directory.resolve(Long.toString(program.pid())),
                program.info().startInstant().map(Instant::toString).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Waits for the end of all that a process left behind, and ends what takes longer.
     *
     * @param longest how long the end of each is waited for
     * @throws IOException if the notes cannot be read
     * @throws InterruptedException if the thread is interrupted; whatever runs then goes on
     */
    public void awaitEnd(Duration longest) throws IOException, InterruptedException {
        for (Path note : notes()) {
            Optional<ProcessHandle> program = running(note);
            if (program.isPresent() && !endsWithin(program.get(), longest)) {
                program.get().descendants().forEach(ProcessHandle::destroyForcibly);
                program.get().destroyForcibly();
                endsWithin(program.get(), longest);
            }
            Files.deleteIfExists(note);
        }
    }

    private List<Path> notes() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> notes = Files.list(directory)) {
            return new ArrayList<>(notes.sorted().toList());
        }
    }

    private static Optional<ProcessHandle> running(Path note) throws IOException {
        try {
            Instant started = Instant.parse(Files.readString(note).strip());
            return ProcessHandle.of(Long.parseLong(String.valueOf(note.getFileName())))
                    .filter(program -> program.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(start, started).abs().compareTo(SAME_START) < 0)
                            .isPresent());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty(); // no note that somebody could wait by
        }
    }

    private static boolean endsWithin(ProcessHandle program, Duration longest) throws InterruptedException {
        try {
            program.onExit().get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !program.isAlive();
        }
    }
}
