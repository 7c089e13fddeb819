package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The directory that a command writes new files into. */
public final class TargetDirectory {

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The directory; made if it is not there. A file that is there already is not replaced.")
    private Path to = Path.of("");

    /** Returns the directory as it was named. */
    public Path path() {
        return to.toAbsolutePath().normalize();
    }

    /**
     * Makes sure that nothing would be replaced.
     *
     * @throws UsageException if one of the files is there
     */
    public void requireFree(List<Path> files) throws UsageException {
        for (Path file : files) {
            if (Files.exists(file)) {
                throw new UsageException(file + " is there already; choose another directory.");
            }
        }
    }

    /** Writes all files or none. */
    public void write(List<FileWrite> writes) throws UsageException, FileWriteException {
        try {
            Files.createDirectories(path());
        } catch (IOException e) {
            throw new UsageException(path() + " cannot be made; name a directory you may write to.");
        }
        new AtomicFileSet(path(), path().resolve(".bulkhead-export")).write(writes);
    }
}
