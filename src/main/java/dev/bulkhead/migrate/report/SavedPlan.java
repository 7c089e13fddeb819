package dev.bulkhead.migrate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plan kept in a file, to be carried out exactly so or not at all. It holds no text of the project's files, which can be
 * secret: it holds where the plan comes from, so that it can be made again and compared.
 *
 * @param iteration id of the iteration
 * @param answers the answers it was made from, as YAML
 * @param plan the plan as JSON
 * @param seen what it was made from
 */
public record SavedPlan(String iteration, String answers, String plan, Seen seen) {

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * State that a plan was made from and leads to, without a secret.
     *
     * @param files name of each file to a digest of its text
     * @param written name of each file that the plan writes to a digest of the text it writes
     * @param engine name of each container and network to what is known of it, one line each
     */
    public record Seen(
            SortedMap<String, String> files,
            SortedMap<String, String> written,
            SortedMap<String, List<String>> engine) {

        public Seen {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
            written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
            engine = Collections.unmodifiableSortedMap(new TreeMap<>(engine));
        }
    }

    /** Returns what is different in another plan for the same, one sentence each; empty when it is this plan. */
    public List<String> differencesTo(SavedPlan now) {
        List<String> sentences = new ArrayList<>();
        changed(seen.files, now.seen.files)
                .forEach(name -> sentences.add("File " + name + " is not as it was when the plan was made."));
        changed(seen.engine, now.seen.engine)
                .forEach(name -> sentences.add(name + " is not as it was when the plan was made."));
        if (sentences.isEmpty() && (!plan.equals(now.plan) || !seen.written.equals(now.seen.written))) {
            sentences.add("This Bulkhead makes another plan of the same files and engine than the one that made it.");
        }
        return sentences;
    }

    private static <T> List<String> changed(SortedMap<String, T> before, SortedMap<String, T> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(now.get(name))))
                .toList();
    }

    /** Returns the text of the file. */
    public String write() {
        try {
            ObjectNode root = JSON.createObjectNode();
            root.put("schema", SCHEMA);
            root.put("iteration", iteration);
            root.put("answers", answers);
            root.set("plan", JSON.readTree(plan));
            ObjectNode state = root.putObject("seen");
            seen.files().forEach(state.putObject("files")::put);
            seen.written().forEach(state.putObject("written")::put);
            ObjectNode engine = state.putObject("engine");
            seen.engine().forEach((name, lines) -> {
                ArrayNode list = engine.putArray(name);
                lines.forEach(list::add);
            });
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers is always JSON", e);
        }
    }

    /** Returns the plan of a text; empty if it is none, or one of another kind than this Bulkhead writes. */
    public static Optional<SavedPlan> read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null
                    || root.path("schema").asInt() != SCHEMA
                    || !root.path("plan").isObject()) {
                return Optional.empty();
            }
            TreeMap<String, List<String>> engine = new TreeMap<>();
            root.path("seen").path("engine").properties().forEach(entry -> {
                List<String> lines = new ArrayList<>();
                entry.getValue().forEach(line -> lines.add(line.asText()));
                engine.put(entry.getKey(), List.copyOf(lines));
            });
            return Optional.of(new SavedPlan(
                    root.path("iteration").asText(),
                    root.path("answers").asText(),
                    JSON.writeValueAsString(root.path("plan")) + "\n",
                    new Seen(
                            texts(root.path("seen").path("files")),
                            texts(root.path("seen").path("written")),
                            engine)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        TreeMap<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
