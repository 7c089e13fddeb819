package dev.bulkhead.migrate.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.observed.ObservedState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The restore points of a project. Each is a directory that only its owner can read, since files can hold secrets; it
 * counts once its manifest is there, which is written last.
 */
public final class RestorePoints {

    private static final String MANIFEST = "manifest.json";
    private static final String STATE = "engine.json";

    private final Path directory;
    private final ObjectMapper json = StoredJson.mapper().build();

    /** What the manifest says. */
    record Manifest(RestorePoint point, String project, List<Entry> files) {}

    /** A file in the manifest; {@code stored} names its bytes. */
    record Entry(String path, String name, Optional<String> stored, Optional<String> mode) {}

    /** Keeps restore points in a directory, which is made when the first is taken. */
    public RestorePoints(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes a restore point and makes it durable.
     *
     * @throws IOException if it cannot be written; then there is none
     */
    public RestoreContent take(RestoreContent content) throws IOException {
        Path place = directory.resolve(content.point().id());
        Path files = place.resolve("files");
        Files.createDirectories(directory);
        createClosed(place);
        createClosed(files);
        List<Entry> entries = new ArrayList<>();
        for (FileCopy copy : content.files()) {
            Optional<String> stored = Optional.empty();
            if (copy.content().isPresent()) {
                stored = Optional.of("file-" + entries.size());
                write(files.resolve(stored.get()), copy.content().get());
            }
            entries.add(new Entry(copy.path().toString(), copy.name(), stored, copy.mode()));
        }
        write(place.resolve(STATE), json.writeValueAsBytes(content.state()));
        Path draft = place.resolve(MANIFEST + ".new");
        write(draft, json.writeValueAsBytes(new Manifest(content.point(), content.project(), entries)));
        Files.move(draft, place.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        return content;
    }

    /**
     * Returns all restore points, newest first.
     *
     * @throws IOException if one cannot be read
     */
    public List<RestorePoint> list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<RestorePoint> points = new ArrayList<>();
        try (Stream<Path> places = Files.list(directory)) {
            for (Path place :
                    places.filter(p -> Files.isRegularFile(p.resolve(MANIFEST))).toList()) {
                points.add(manifest(place).point());
            }
        }
        points.sort(Comparator.comparing(RestorePoint::taken)
                .thenComparing(RestorePoint::id)
                .reversed());
        return points;
    }

    /**
     * Returns what a restore point holds; empty if there is none of that name.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<RestoreContent> load(String id) throws IOException {
        Path place = directory.resolve(id).normalize();
        if (!directory.equals(place.getParent()) || !Files.isRegularFile(place.resolve(MANIFEST))) {
            return Optional.empty();
        }
        Manifest manifest = manifest(place);
        List<FileCopy> copies = new ArrayList<>();
        for (Entry entry : manifest.files()) {
            Optional<byte[]> bytes = entry.stored().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(
                            place.resolve("files").resolve(entry.stored().get())));
            copies.add(new FileCopy(Path.of(entry.path()), entry.name(), bytes, entry.mode()));
        }
        ObservedState state = json.readValue(Files.readAllBytes(place.resolve(STATE)), ObservedState.class);
        return Optional.of(new RestoreContent(manifest.point(), manifest.project(), copies, state));
    }

    private Manifest manifest(Path place) throws IOException {
        return json.readValue(Files.readAllBytes(place.resolve(MANIFEST)), Manifest.class);
    }

    private static void createClosed(Path place) throws IOException {
        boolean posix = Files.getFileStore(place.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] closed = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectory(place, closed);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
