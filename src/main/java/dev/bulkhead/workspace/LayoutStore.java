package dev.bulkhead.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Positions that the operator chose, kept in {@code .bulkhead/layout.json}. */
public final class LayoutStore {

    private static final int SCHEMA = 1;

    private final ProjectDirectory directory;
    private final ObjectMapper json = new ObjectMapper();

    /** Keeps positions in the given state directory. */
    public LayoutStore(ProjectDirectory directory) {
        this.directory = directory;
    }

    /**
     * Returns the positions by element path ({@code services/x}, {@code networks/y}), sorted; empty when none were kept.
     *
     * @throws IOException if the file is there but cannot be read, with a sentence for the operator
     */
    public SortedMap<String, CanvasPosition> read() throws IOException {
        SortedMap<String, CanvasPosition> positions = new TreeMap<>();
        String text;
        try {
            text = Files.readString(directory.layoutFile());
        } catch (NoSuchFileException none) {
            return positions;
        }
        try {
            JsonNode root = json.readTree(text);
            if (root.path("schema").asInt() != SCHEMA) {
                throw new IOException(directory.layoutFile() + ": schema " + root.path("schema")
                        + " is not known to this version of Bulkhead, which writes schema " + SCHEMA + ".");
            }
            for (Map.Entry<String, JsonNode> entry : root.path("positions").properties()) {
                JsonNode at = entry.getValue();
                if (at.path("x").isNumber() && at.path("y").isNumber()) {
                    positions.put(
                            entry.getKey(),
                            new CanvasPosition(
                                    at.path("x").asDouble(), at.path("y").asDouble()));
                }
            }
            return positions;
        } catch (JsonProcessingException broken) {
            throw new IOException(
                    directory.layoutFile() + ":" + broken.getLocation().getLineNr()
                            + ": this is not JSON; delete the file to let Bulkhead lay the picture out anew.",
                    broken);
        }
    }

    /**
     * Keeps the positions, as one atomic write.
     *
     * @throws IOException if the file cannot be written, with a sentence for the operator
     */
    public void write(Map<String, CanvasPosition> positions) throws IOException {
        ObjectNode root = json.createObjectNode().put("schema", SCHEMA);
        ObjectNode all = root.putObject("positions");
        new TreeMap<>(positions)
                .forEach((key, at) -> all.putObject(key).put("x", at.x()).put("y", at.y()));
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        directory.create();
        try {
            new AtomicFileSet(directory.path(), directory.transactionDirectory())
                    .write(List.of(FileWrite.of(directory.layoutFile(), text.getBytes(StandardCharsets.UTF_8))));
        } catch (FileWriteException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
