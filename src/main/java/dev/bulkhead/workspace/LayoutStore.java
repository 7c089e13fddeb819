package dev.bulkhead.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.layout.ZonePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places on the map, kept in {@code .bulkhead/layout.json}. */
public final class LayoutStore {

    private static final int SCHEMA = 1;
    private static final String ASIDE = "layout.json.damaged";
    private static final String KEPT =
            "the picture is laid out anew, and the file is kept as " + ASIDE + " when places are next saved.";

    private final ProjectDirectory directory;
    private final ObjectMapper json = new ObjectMapper();

    /** Keeps places in the given state directory. */
    public LayoutStore(ProjectDirectory directory) {
        this.directory = directory;
    }

    /**
     * Returns the places that were kept; none when none were.
     *
     * @throws IOException if the file is there but cannot be read, with a sentence for the operator
     */
    public LayoutPositions read() throws IOException {
        String text;
        try {
            text = Files.readString(directory.layoutFile());
        } catch (NoSuchFileException none) {
            return LayoutPositions.EMPTY;
        }
        return parse(text);
    }

    private LayoutPositions parse(String text) throws IOException {
        try {
            JsonNode root = json.readTree(text);
            if (root.path("schema").asInt() != SCHEMA) {
                throw new IOException(directory.layoutFile() + ": schema " + root.path("schema")
                        + " is not known to this version of Bulkhead, which writes schema " + SCHEMA + "; " + KEPT);
            }
            Map<String, ZonePlace> zones = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("zones").properties()) {
                zones.put(entry.getKey(), zone(entry.getValue()));
            }
            Map<String, CardPlace> cards = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("cards").properties()) {
                cards.put(entry.getKey(), card(entry.getValue()));
            }
            return LayoutPositions.of(zones, cards);
        } catch (JsonProcessingException broken) {
            throw new IOException(
                    directory.layoutFile() + ":" + broken.getLocation().getLineNr() + ": this is not JSON; " + KEPT,
                    broken);
        }
    }

    /** Opening never writes, so that a damaged file stays until there is something to put in its place. */
    private void putDamagedAside() throws IOException {
        try {
            read();
        } catch (IOException damaged) {
            Path aside = directory.path().resolve(ASIDE);
            Files.move(directory.layoutFile(), aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the picture that was chosen by hand; empty where none was, or where that cannot be read. */
    public Optional<Picture> picture() {
        try {
            JsonNode root = json.readTree(Files.readString(directory.layoutFile()));
            return root.path("schema").asInt() == SCHEMA
                    ? Picture.parse(root.path("picture").asText())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps the choice of a picture, and the places as they are.
     *
     * @throws IOException if the file cannot be written, with a sentence for the operator
     */
    public void write(Picture picture) throws IOException {
        LayoutPositions places;
        try {
            places = read();
        } catch (IOException damaged) {
            // Put aside by the write, which says so.
            places = LayoutPositions.EMPTY;
        }
        write(places, Optional.of(picture));
    }

    /**
     * Keeps the places, as one atomic write.
     *
     * @throws IOException if the file cannot be written, with a sentence for the operator
     */
    public void write(LayoutPositions positions) throws IOException {
        write(positions, picture());
    }

    private void write(LayoutPositions positions, Optional<Picture> picture) throws IOException {
        ObjectNode root = json.createObjectNode().put("schema", SCHEMA);
        picture.ifPresent(chosen -> root.put("picture", chosen.text()));
        ObjectNode zones = root.putObject("zones");
        positions
                .zones()
                .forEach((key, place) -> zones.putObject(key)
                        .put("x", place.x())
                        .put("y", place.y())
                        .put("width", place.width())
                        .put("height", place.height())
                        .put("columns", place.columns())
                        .put("manual", place.manual()));
        ObjectNode cards = root.putObject("cards");
        positions
                .cards()
                .forEach((key, place) -> cards.putObject(key)
                        .put("zone", place.zone())
                        .put("section", place.section())
                        .put("column", place.column())
                        .put("row", place.row())
                        .put("manual", place.manual()));
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        directory.create();
        putDamagedAside();
        PrivateFiles.write(directory.layoutFile(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static ZonePlace zone(JsonNode at) {
        return new ZonePlace(
                at.path("x").asDouble(),
                at.path("y").asDouble(),
                at.path("width").asDouble(),
                at.path("height").asDouble(),
                Math.max(1, at.path("columns").asInt()),
                at.path("manual").asBoolean());
    }

    private static CardPlace card(JsonNode at) {
        return new CardPlace(
                at.path("zone").asText(),
                at.path("section").asText(),
                at.path("column").asInt(),
                at.path("row").asInt(),
                at.path("manual").asBoolean());
    }
}
