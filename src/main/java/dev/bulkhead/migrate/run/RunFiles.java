package dev.bulkhead.migrate.run;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.outside.AnsweredWay;
import dev.bulkhead.migrate.outside.Door;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.migrate.record.RecordFile;
import dev.bulkhead.migrate.record.StoredJson;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Files that a run keeps beside its journal, so that it can be taken up again: its plan, and what worked before. */
final class RunFiles {

    private static final String PLAN = "plan";
    private static final String BASELINE = "baseline";
    private static final String ENTRANCES = "entrances";
    private static final RecordFile PLANS = new RecordFile(PLAN, 2);
    private static final RecordFile BASELINES = new RecordFile(BASELINE, 2);
    private static final RecordFile ENTERED = new RecordFile(ENTRANCES, 1);
    private static final ObjectMapper JSON = StoredJson.mapper()
            .addMixIn(AnsweredWay.class, WayOfEarlierBuilds.class)
            .build();

    /** Earlier builds kept only those ways that stay. */
    abstract static class WayOfEarlierBuilds {
        @JsonCreator
        WayOfEarlierBuilds(
                @JsonProperty("request") RouteRequest request,
                @JsonProperty("door") Optional<Door> door,
                @JsonProperty("status") int status,
                @JsonProperty("goes") @JacksonInject(value = StoredJson.CAME_LATER, useInput = OptBoolean.TRUE)
                        boolean goes) {}
    }

    private final Path directory;

    RunFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Journal journal() {
        return new Journal(directory);
    }

    void create() throws IOException {
        PrivateFiles.createDirectories(directory);
    }

    void writeDecided(RunRequest.Decided decided) throws IOException {
        PLANS.write(
                directory.resolve(PLAN),
                plans(new PlanTexts(directory, Map.of())).writeValueAsBytes(decided));
    }

    /**
     * Returns what was decided, with every text of its files.
     *
     * @param project the project directory as it is named now
     * @param texts the texts that the restore point keeps, by their digest
     * @throws DamagedRecordException if it is damaged, or a text is missing
     */
    RunRequest.Decided readDecided(Path project, Map<String, byte[]> texts) throws IOException {
        PlanTexts found = new PlanTexts(project, texts);
        RunRequest.Decided decided =
                plans(found).readValue(PLANS.read(directory.resolve(PLAN)), RunRequest.Decided.class);
        if (!found.missing().isEmpty()) {
            throw new DamagedRecordException(
                    "the new text of " + String.join(", ", found.missing()) + " is not kept, or its copy is damaged");
        }
        return decided;
    }

    /**
     * Returns what was decided, without the texts of its files.
     *
     * @throws DamagedRecordException if it is damaged
     */
    RunRequest.Decided readOutline(Path project) throws IOException {
        return plans(new PlanTexts(project, Map.of()))
                .readValue(PLANS.read(directory.resolve(PLAN)), RunRequest.Decided.class);
    }

    /** Removes what only going on needs; returns whether there was something. */
    boolean removePlan() throws IOException {
        boolean plan = Files.deleteIfExists(directory.resolve(PLAN));
        boolean baseline = Files.deleteIfExists(directory.resolve(BASELINE));
        boolean entrances = Files.deleteIfExists(directory.resolve(ENTRANCES));
        return plan || baseline || entrances;
    }

    private static ObjectMapper plans(PlanTexts texts) {
        return StoredJson.mapper(
                        Operation.class,
                        SecretTask.class,
                        SwarmTask.class,
                        SecretSource.class,
                        Awaited.class,
                        Awaited.Trust.class)
                .addMixIn(Plan.class, StoredJson.WithoutDerived.class)
                .addMixIn(SecretSource.Generated.class, Journal.GeneratedOfEarlierBuilds.class)
                .addModule(texts.module())
                .build();
    }

    void writeBaseline(Baseline baseline) throws IOException {
        BASELINES.write(directory.resolve(BASELINE), JSON.writeValueAsBytes(baseline));
    }

    /** Returns what worked before; unknown where the record is missing or damaged, since it only spares judgement. */
    Baseline readBaseline() throws IOException {
        try {
            return JSON.readValue(BASELINES.read(directory.resolve(BASELINE)), Baseline.class);
        } catch (DamagedRecordException e) {
            return Baseline.UNKNOWN;
        }
    }

    void writeEntrances(List<AnsweredWay> entrances) throws IOException {
        ENTERED.write(directory.resolve(ENTRANCES), JSON.writeValueAsBytes(entrances));
    }

    /** Returns what was answered before; empty where that is not known: the record is damaged or, in runs of earlier builds, missing. */
    Optional<List<AnsweredWay>> readEntrances() throws IOException {
        try {
            return Optional.of(
                    List.of(JSON.readValue(ENTERED.read(directory.resolve(ENTRANCES)), AnsweredWay[].class)));
        } catch (DamagedRecordException e) {
            return Optional.empty();
        }
    }

    Path writeReport(String markdown) throws IOException {
        return PrivateFiles.write(directory.resolve("report.md"), markdown.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Path> report() {
        return Optional.of(directory.resolve("report.md")).filter(Files::isRegularFile);
    }

    /**
     * Texts of files as they stand in a kept plan: by name and digest only, since they can hold secrets and the restore
     * point keeps each of them once. Names are relative to the project directory, so that the directory may move.
     */
    static final class PlanTexts {

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
            public void serialize(TextChange change, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
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
}
