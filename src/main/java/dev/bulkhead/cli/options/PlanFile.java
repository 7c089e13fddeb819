package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** File that a plan is kept in. */
public final class PlanFile {

    private PlanFile() {}

    /**
     * Returns what it holds.
     *
     * @throws UsageException if it cannot be read
     */
    public static String read(Path file) throws UsageException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("The plan " + file + " cannot be read; name the file that plan --out wrote.");
        }
    }

    /**
     * Writes it.
     *
     * @throws UsageException if it cannot be written
     */
    public static void write(Path file, String text) throws UsageException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("The plan cannot be written to " + file + "; name a file that can.");
        }
    }
}
