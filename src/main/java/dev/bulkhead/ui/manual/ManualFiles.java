package dev.bulkhead.ui.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Source of what the manual is made of: its pages and pictures, by their paths below {@code docs}. */
@FunctionalInterface
public interface ManualFiles {

    /** Returns the bytes of a file; empty where there is none. */
    Optional<byte[]> read(String path);

    /** Returns the files that travel with the program; what stands beside the manual is packed below it. */
    static ManualFiles packed() {
        return path -> {
            String name = path.startsWith("manual/") ? "/" + path : "/manual/beside/" + path;
            try (InputStream file = ManualFiles.class.getResourceAsStream(name)) {
                return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
