package dev.bulkhead.workspace.unsaved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.Digests;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Store of a project's edits that are not saved yet, in the operator's own directory and readable by nobody else, since texts
 * can hold secrets. Each process has a file of its own; what one that is gone left there is offered to the next.
 */
public final class UnsavedStore {

    private static final int SCHEMA = 1;
    private static final int NAME_LENGTH = 32;

    /**
     * Process that edits.
     *
     * @param started when it began; empty where the system does not tell
     */
    public record Owner(long pid, String started) {

        /** Returns this process. */
        public static Owner current() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info().startInstant().map(Instant::toString).orElse(""));
        }

        /** A number is given again to another process, which began at another time. */
        boolean lives() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .map(Owner::of)
                    .filter(other -> started.isEmpty() || other.started.isEmpty() || other.started.equals(started))
                    .isPresent();
        }
    }

    private final Path directory;
    private final Path project;
    private final Owner owner;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Keeps the edits of a project.
     *
     * @param directory where files go; made when there is something to keep
     * @param project the project's directory
     * @param owner who edits
     */
    public UnsavedStore(Path directory, Path project, Owner owner) {
        this.directory = directory;
        this.project = project;
        this.owner = owner;
    }

    /**
     * Keeps the edits as they are now in the place of those before; without any nothing is kept.
     *
     * @throws IOException if they cannot be written; those before are kept then
     */
    public synchronized void keep(List<TextChange> changes, Instant at) throws IOException {
        if (changes.isEmpty()) {
            Files.deleteIfExists(own());
            return;
        }
        ObjectNode root = json.createObjectNode()
                .put("schema", SCHEMA)
                .put("project", project.toString())
                .put("pid", owner.pid())
                .put("started", owner.started())
                .put("at", at.toString());
        for (TextChange change : changes) {
            LeftEdits.Left file = LeftEdits.Left.of(change);
            root.withArray("files")
                    .addObject()
                    .put("path", file.path().toString())
                    .put("name", file.name())
                    .put("before", file.before().orElse(null))
                    .put("text", file.text().orElse(null))
                    .put("mode", file.mode().map(FileMode::octal).orElse(null));
        }
        PrivateFiles.write(own(), json.writeValueAsBytes(root));
    }

    /** Keeps the edits unless they are out of date by the time it is their turn. */
    public synchronized void keepIf(BooleanSupplier present, List<TextChange> changes, Instant at) throws IOException {
        if (present.getAsBoolean()) {
            keep(changes, at);
        }
    }

    /**
     * Returns what a process left that is gone, of several the newest.
     *
     * @throws IOException if the directory is there but cannot be read
     */
    public Optional<LeftEdits> left() throws IOException {
        List<LeftEdits> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, prefix() + "*.json")) {
            for (Path file : files) {
                read(file).ifPresent(found::add);
            }
        } catch (NoSuchFileException nothingWasEverKept) {
            return Optional.empty();
        }
        return found.stream().max(Comparator.comparing(LeftEdits::at));
    }

    /** Takes away what was left, since it was restored or is not wanted. */
    public void forget(LeftEdits left) throws IOException {
        Files.deleteIfExists(left.kept());
    }

    /** What is no file of this kind, or of a process that lives, is nobody's to restore. */
    private Optional<LeftEdits> read(Path file) throws IOException {
        try {
            JsonNode root = json.readTree(Files.readAllBytes(file));
            boolean ours = root.path("schema").asInt() == SCHEMA
                    && root.path("project").asText().equals(project.toString());
            if (!ours
                    || new Owner(root.path("pid").asLong(), root.path("started").asText()).lives()) {
                return Optional.empty();
            }
            List<LeftEdits.Left> files = new ArrayList<>();
            for (JsonNode each : root.path("files")) {
                files.add(new LeftEdits.Left(
                        Path.of(each.path("path").asText()),
                        each.path("name").asText(),
                        text(each, "before"),
                        text(each, "text"),
                        text(each, "mode").map(FileMode::new)));
            }
            return Optional.of(new LeftEdits(file, Instant.parse(root.path("at").asText()), files));
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private Path own() {
        // A number alone may come again, in a container with every start.
        return directory.resolve(prefix() + owner.pid() + "-" + owner.started().replaceAll("\\D", "") + ".json");
    }

    private String prefix() {
        String digest = Digests.of(project.toString().getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.length() - NAME_LENGTH) + "-";
    }
}
