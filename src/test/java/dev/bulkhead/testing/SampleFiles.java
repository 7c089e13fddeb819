package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sample projects, as files that a test may change. */
public final class SampleFiles {

    public static final String MEDIASERVER = "mediaserver";
    public static final String HYDRA = "hydra";
    public static final String MEDIANEST = "medianest";

    private SampleFiles() {}

    /** Returns the folder of a sample as it is shipped: to read from, never to write to. */
    public static Path original(String sample) {
        URL folder = Objects.requireNonNull(
                SampleFiles.class.getResource("/assets/samples/" + sample), "there is no sample " + sample);
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies a sample into a folder named after it, hidden files too, and returns that folder. */
    public static Path copy(String sample, Path parent) {
        Path target = parent.resolve(sample);
        copyTree(original(sample), target);
        return target;
    }

    /** Copies everything of a folder into another one. */
    public static void copyTree(Path source, Path target) {
        for (Path path : walk(source)) {
            copy(path, target.resolve(source.relativize(path).toString()));
        }
    }

    /** Removes a folder with everything in it. */
    public static void deleteTree(Path folder) {
        for (Path path : walk(folder).reversed()) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
