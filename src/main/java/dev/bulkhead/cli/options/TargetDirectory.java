package dev.bulkhead.cli;

import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The directory that a command writes new files into. */
final class TargetDirectory {

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The directory; made if it is not there. A file that is there already is not replaced.")
    private Path to = Path.of("");

    Path path() {
        return to.toAbsolutePath().normalize();
    }

    /**
     * Makes sure that nothing would be replaced.
     *
     * @throws UsageFault if one of the files is there
     */
    void requireFree(List<Path> files) throws UsageFault {
        for (Path file : files) {
            if (Files.exists(file)) {
                throw new UsageFault(file + " is there already; choose another directory.");
            }
        }
    }

    /** Writes all files or none. */
    void write(List<FileWrite> writes) throws UsageFault, FileWriteException {
        try {
            Files.createDirectories(path());
        } catch (IOException e) {
            throw new UsageFault(path() + " cannot be made; name a directory you may write to.");
        }
        new AtomicFileSet(path(), path().resolve(".bulkhead-export")).write(writes);
    }
}
