package dev.bulkhead.migrate.iteration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as YAML, read and written, so that the command line can replay what the wizard asked. */
public final class AnswersYaml {

    private static final String TIERS = "tiers";
    private static final int VERSION = 1;
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** Returns the answers as a file. */
    public String write(Answers answers) {
        ObjectNode root = yaml.createObjectNode();
        root.put("version", VERSION);
        root.put("iteration", answers.iteration());
        ObjectNode given = root.putObject("answers");
        answers.values().forEach(given::put);
        ObjectNode tiers = root.putObject(TIERS);
        answers.tiers().forEach((service, ids) -> ids.forEach(tiers.putArray(service)::add));
        try {
            return "# Answers for Bulkhead: bulkhead apply --iteration " + answers.iteration()
                    + " --answers THIS_FILE --yes\n" + yaml.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts is always YAML", e);
        }
    }

    /**
     * Returns the answers of a file.
     *
     * @param name the file's name, for messages
     * @throws AnswersException if it is not a file of answers
     */
    public Answers read(String name, String text) throws AnswersException {
        JsonNode root = tree(name, text);
        if (!root.isObject() || !root.path("iteration").isValueNode()) {
            throw new AnswersException(name + ": 'iteration' is missing; a file of answers names its iteration.");
        }
        if (root.path("version").asInt(VERSION) != VERSION) {
            throw new AnswersException(name + ": version "
                    + root.path("version").asText() + " is not known; this Bulkhead reads version " + VERSION + ".");
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("answers").properties()) {
            if (!entry.getValue().isValueNode()) {
                throw new AnswersException(name + ": the answer to " + entry.getKey() + " has to be one value.");
            }
            values.put(entry.getKey(), entry.getValue().asText());
        }
        SortedMap<String, List<String>> tiers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path(TIERS).properties()) {
            if (!entry.getValue().isArray()) {
                throw new AnswersException(name + ": the tiers of " + entry.getKey() + " have to be a list.");
            }
            List<String> ids = new ArrayList<>();
            entry.getValue().forEach(id -> ids.add(id.asText()));
            tiers.put(entry.getKey(), ids);
        }
        return new Answers(root.path("iteration").asText(), values, tiers);
    }

    private JsonNode tree(String name, String text) throws AnswersException {
        try {
            return yaml.readTree(text);
        } catch (JsonProcessingException e) {
            String place = place(e);
            String reason = e.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
            throw new AnswersException(
                    name + place + ": this is not YAML (" + reason + "); correct it, or save the answers anew.");
        }
    }

    /** The parser tells the last good token as its location and the bad one in its words; the last place named is it. */
    private static String place(JsonProcessingException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getOriginalMessage()));
        String last = "";
        while (place.find()) {
            last = ":" + place.group(1) + ":" + place.group(2);
        }
        return last;
    }
}
