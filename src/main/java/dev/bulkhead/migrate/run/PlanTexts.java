package dev.bulkhead.migrate.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts of files as they stand in a kept plan: by name and digest only, since they can hold secrets and the restore
 * point keeps each of them once. Names are relative to the project directory, so that the directory may move.
 */
final class PlanTexts {

    private final Path project;
    private final Map<String, byte[]> texts;
    private final Set<String> missing = new TreeSet<>();

    /**
     * Finds texts again.
     *
     * @param project the project directory as it is named now
     * @param texts digest to bytes
     */
    PlanTexts(Path project, Map<String, byte[]> texts) {
        this.project = project;
        this.texts = Map.copyOf(texts);
    }

    /** Returns the names of the files whose texts were asked for and are not there. */
    Set<String> missing() {
        return missing;
    }

    /** Returns what teaches a mapper this way of writing. */
    SimpleModule module() {
        return new SimpleModule("texts")
                .addSerializer(TextChange.class, new Writer())
                .addDeserializer(TextChange.class, new Reader());
    }

    private static final class Writer extends JsonSerializer<TextChange> {
        @Override
        public void serialize(TextChange change, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", change.name());
            json.writeObjectField("before", change.before().map(Digest::of));
            json.writeObjectField("after", change.after().map(Digest::of));
            json.writeObjectField("modeAfter", change.modeAfter().map(FileMode::octal));
            json.writeEndObject();
        }
    }

    private final class Reader extends JsonDeserializer<TextChange> {
        @Override
        public TextChange deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.readValueAsTree();
            String name = node.required("name").asText();
            return new TextChange(
                    project.resolve(name).normalize(),
                    name,
                    text(name, node, "before"),
                    text(name, node, "after"),
                    Optional.empty(),
                    Optional.ofNullable(node.path("modeAfter").textValue()).map(FileMode::new));
        }

        private Optional<String> text(String name, JsonNode node, String field) {
            JsonNode digest = node.required(field);
            if (digest.isNull()) {
                return Optional.empty();
            }
            byte[] bytes = texts.get(digest.asText());
            if (bytes == null) {
                missing.add(name);
                return Optional.empty();
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
