package dev.bulkhead.migrate.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.migrate.record.RecordFile;
import dev.bulkhead.migrate.record.Sequence;
import dev.bulkhead.migrate.record.StoredJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The restore points of a project. Each is a directory that only its owner can read, since files can hold secrets; it
 * counts once its manifest is there, which is written last and holds the digest of everything else.
 */
public final class RestorePoints {

    private static final String MANIFEST = "manifest";
    private static final String STATE = "engine";
    private static final String FILES = "files";
    /** Names of folders, a line each; nothing but empty ones goes by it, so it needs no digest. */
    private static final String FOLDERS = "folders";

    private static final String KEPT = "kept";
    private static final RecordFile MANIFESTS = new RecordFile("restore-point", 2);
    private static final RecordFile STATES = new RecordFile("engine-state", 2);
    private static final ObjectMapper JSON = StoredJson.mapper().build();

    private final Path directory;

    /** What the manifest says. */
    record Manifest(RestorePoint point, String project, String directory, List<Entry> files, String state) {}

    /** What is kept of the engine. */
    record EngineState(ObservedState state, List<ContainerBlueprint> containers) {

        /** Of what earlier builds did not keep nothing is known: ports that were asked for, then host names. */
        static EngineState read(byte[] json) throws IOException {
            JsonNode tree = JSON.readTree(json);
            for (JsonNode container : tree.path("state").path("containers")) {
                if (container.path("made") instanceof ObjectNode made) {
                    made.withArray("publishes");
                    if (!made.has("hostname")) {
                        made.putNull("hostname");
                    }
                }
            }
            return JSON.treeToValue(tree, EngineState.class);
        }
    }

    /** A file in the manifest. */
    record Entry(String name, Optional<Stored> found, Optional<String> mode, Optional<Stored> written) {}

    /** Bytes beside the manifest: the name of their file, and their digest. */
    record Stored(String file, String digest) {}

    /**
     * What restore points there are.
     *
     * @param points those that can be used, the newest first
     * @param damaged those that cannot
     */
    public record Listing(List<RestorePoint> points, List<Damage> damaged) {
        public Listing {
            points = List.copyOf(points);
            damaged = List.copyOf(damaged);
        }
    }

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
        List<Entry> entries = new ArrayList<>();
        for (FileCopy copy : content.files()) {
            entries.add(new Entry(
                    copy.name(),
                    store(place, entries.size() + "-found", copy.found()),
                    copy.mode(),
                    store(place, entries.size() + "-written", copy.written())));
        }
        List<String> folders = NewFolders.missing(
                Path.of(content.directory()), content.files().stream().map(FileCopy::name));
        PrivateFiles.write(place.resolve(FOLDERS), String.join("\n", folders).getBytes(StandardCharsets.UTF_8));
        byte[] state = JSON.writeValueAsBytes(new EngineState(content.state(), content.blueprints()));
        STATES.write(place.resolve(STATE), state);
        Manifest manifest =
                new Manifest(content.point(), content.project(), content.directory(), entries, Digest.of(state));
        MANIFESTS.write(place.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
        return content;
    }

    /**
     * Returns the folders that were missing when a restore point or a later one was taken: who goes back past several runs goes
     * back past what each of them made. Points of an earlier build name none.
     */
    List<String> newFolders(String id) throws IOException {
        List<String> since;
        try (Stream<Path> points = Files.list(directory)) {
            since = points.map(point -> String.valueOf(point.getFileName()))
                    .filter(point -> Sequence.OLDEST_FIRST.compare(point, id) >= 0)
                    .toList();
        }
        List<String> folders = new ArrayList<>();
        for (String point : since) {
            Path names = directory.resolve(point).resolve(FOLDERS);
            if (Files.isRegularFile(names)) {
                Files.readString(names)
                        .lines()
                        .filter(name -> !name.isBlank() && !folders.contains(name))
                        .forEach(folders::add);
            }
        }
        return folders;
    }

    /**
     * Keeps a copy of a file that is about to be written over, beside a restore point.
     *
     * @return where the copy is
     * @throws IOException if it cannot be written
     */
    public Path keep(String id, String name, byte[] content) throws IOException {
        Path kept = directory.resolve(id).resolve(KEPT);
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        Path place = kept.resolve(plain);
        for (int n = 2; Files.exists(place); n++) {
            place = kept.resolve(n + "-" + plain);
        }
        return PrivateFiles.write(place, content);
    }

    /**
     * Removes a restore point with everything that is kept with it; the manifest first, so that half of one is none.
     *
     * @return whether there was one
     * @throws IOException if it cannot be removed
     */
    public boolean remove(String id) throws IOException {
        Path place = directory.resolve(id).normalize();
        if (!directory.equals(place.getParent()) || !Files.isDirectory(place)) {
            return false;
        }
        Files.deleteIfExists(place.resolve(MANIFEST));
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return true;
    }

    private static Optional<Stored> store(Path place, String name, Kept kept) throws IOException {
        if (!(kept instanceof Kept.Bytes(byte[] bytes))) {
            return Optional.empty();
        }
        PrivateFiles.write(place.resolve(FILES).resolve(name), bytes);
        return Optional.of(new Stored(name, Digest.of(bytes)));
    }

    /**
     * Returns all restore points.
     *
     * @throws IOException if their directory cannot be read; one that is damaged does not keep others from being listed
     */
    public Listing list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return new Listing(List.of(), List.of());
        }
        List<RestorePoint> points = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        try (Stream<Path> places = Files.list(directory)) {
            // without a manifest a run ended before it was complete, and before it touched anything
            for (Path place : places.filter(p -> Files.exists(p.resolve(MANIFEST)))
                    .sorted()
                    .toList()) {
                try {
                    points.add(manifest(place).point());
                } catch (DamagedRecordException e) {
                    damaged.add(new Damage(
                            String.valueOf(place.getFileName()),
                            e.getMessage() + "; it cannot be gone back to, every other one can."));
                }
            }
        }
        points.sort(
                Comparator.comparing(RestorePoint::id, Sequence.OLDEST_FIRST).reversed());
        return new Listing(points, damaged);
    }

    /**
     * Returns what a restore point holds, every digest checked; empty if there is none of that name. Files whose copies
     * are damaged are told as such; they may be what they were and need no copy.
     *
     * @throws DamagedRecordException if its manifest or the state of the engine is damaged
     * @throws IOException if it cannot be read
     */
    public Optional<RestoreContent> load(String id) throws IOException {
        Path place = directory.resolve(id).normalize();
        if (!directory.equals(place.getParent()) || !Files.exists(place.resolve(MANIFEST))) {
            return Optional.empty();
        }
        Manifest manifest = manifest(place);
        List<FileCopy> copies = new ArrayList<>();
        for (Entry entry : manifest.files()) {
            copies.add(
                    new FileCopy(entry.name(), kept(place, entry.found()), entry.mode(), kept(place, entry.written())));
        }
        byte[] state = STATES.read(place.resolve(STATE));
        if (!Digest.of(state).equals(manifest.state())) {
            throw new DamagedRecordException(place.resolve(STATE) + " is the state of another restore point");
        }
        EngineState engine = EngineState.read(state);
        return Optional.of(new RestoreContent(
                manifest.point(),
                manifest.project(),
                manifest.directory(),
                copies,
                engine.state(),
                engine.containers()));
    }

    /**
     * Returns the texts that a restore point keeps, by their digest.
     *
     * @throws IOException if it cannot be read
     */
    public Map<String, byte[]> texts(String id) throws IOException {
        Map<String, byte[]> texts = new TreeMap<>();
        for (FileCopy copy : load(id).map(RestoreContent::files).orElse(List.of())) {
            for (Kept kept : List.of(copy.found(), copy.written())) {
                if (kept instanceof Kept.Bytes(byte[] bytes)) {
                    texts.put(Digest.of(bytes), bytes);
                }
            }
        }
        return texts;
    }

    private static Kept kept(Path place, Optional<Stored> stored) throws IOException {
        if (stored.isEmpty()) {
            return new Kept.Absent();
        }
        try {
            byte[] bytes =
                    Files.readAllBytes(place.resolve(FILES).resolve(stored.get().file()));
            return Digest.of(bytes).equals(stored.get().digest())
                    ? new Kept.Bytes(bytes)
                    : new Kept.Damaged(stored.get().digest());
        } catch (NoSuchFileException gone) {
            return new Kept.Damaged(stored.get().digest());
        }
    }

    private Manifest manifest(Path place) throws IOException {
        Manifest manifest = JSON.readValue(MANIFESTS.read(place.resolve(MANIFEST)), Manifest.class);
        if (!place.endsWith(manifest.point().id())) {
            throw new DamagedRecordException(
                    place + " holds restore point " + manifest.point().id());
        }
        return manifest;
    }
}
