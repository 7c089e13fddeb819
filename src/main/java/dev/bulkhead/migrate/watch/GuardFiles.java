package dev.bulkhead.migrate.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.record.StoredJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Files of a run's guard: a lock that it holds while it lives, its log, and what it last saw.
 *
 * @param directory the directory of the guards of a project
 * @param run the run
 */
public record GuardFiles(Path directory, String run) {

    private static final ObjectMapper JSON = StoredJson.mapper().build();

    /**
     * Takes the lock that tells that the guard lives; empty when another guard of the run does.
     *
     * @throws IOException if it cannot be taken
     */
    public Optional<ExclusiveLock> stand() throws IOException {
        create();
        return ExclusiveLock.tryTake(lock());
    }

    /**
     * Makes the directory of the guards, if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public void create() throws IOException {
        PrivateFiles.createDirectories(directory);
    }

    /** Returns whether a guard of the run lives; nothing is written. */
    public boolean guarded() {
        if (!Files.isRegularFile(lock())) {
            return false;
        }
        try {
            Optional<ExclusiveLock> free = ExclusiveLock.tryTake(lock());
            free.ifPresent(ExclusiveLock::close);
            return free.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Path lock() {
        return directory.resolve(run + ".lock");
    }

    /** Returns where the guard tells what it does. */
    public Path log() {
        return directory.resolve(run + ".log");
    }

    /**
     * Keeps what the guard sees. It is only told to the operator and decides nothing, so that it need not outlive a
     * power cut.
     *
     * @throws IOException if it cannot be written
     */
    public void keep(GuardObservation sight) throws IOException {
        Path fresh = directory.resolve(run + ".sight.new");
        Files.write(fresh, JSON.writeValueAsBytes(sight));
        Files.move(fresh, sightFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns what the guard last saw; empty when it saw nothing yet, or it cannot be read. */
    public Optional<GuardObservation> sight() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(sightFile()), GuardObservation.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path sightFile() {
        return directory.resolve(run + ".sight");
    }
}
