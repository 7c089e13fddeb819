package dev.bulkhead.app.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Copies of the samples that the operator can change. */
public final class SampleCopies {

    /** The sample of the first minute. */
    public static final String FIRST = "mediaserver";

    /** All samples, that of the first minute first. */
    public static final List<String> ALL = List.of(FIRST, "hydra", "medianest");

    private SampleCopies() {}

    /** Returns a copy of a sample below a directory: the one that is there, else a new one. */
    public static Path workingCopy(String sample, Path parent) throws IOException {
        Path target = parent.resolve(sample);
        return Files.isDirectory(target) ? target : freshCopy(sample, parent);
    }

    /** Returns a new copy of a sample below a directory; what was there before is gone. */
    public static Path freshCopy(String sample, Path parent) throws IOException {
        Path target = parent.resolve(sample);
        if (Files.exists(target)) {
            delete(target);
        }
        Files.createDirectories(parent);
        URL source = Objects.requireNonNull(
                SampleCopies.class.getResource("/assets/samples/" + sample), "The sample " + sample + " is missing.");
        try {
            URI place = source.toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    copy(jar.getPath("/assets/samples/" + sample), target);
                }
            } else {
                copy(Path.of(place), target);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return target;
    }

    /** Removes a directory and all that is in it. */
    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new Deletion());
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(source)) {
            paths = walk.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : paths) {
            Path to = target.resolve(source.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(to);
            } else {
                Files.copy(path, to);
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
