package dev.bulkhead.compose.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bulkhead.compose.schema.Form.Keys;
import dev.bulkhead.compose.schema.Form.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reader of forms out of a JSON schema; words that it does not know are an error, so that a newer schema is not half read. */
final class FormReader {

    private static final String REFERENCE = "#/definitions/";

    private static final Set<String> KNOWN = Set.of(
            "type",
            "properties",
            "patternProperties",
            "additionalProperties",
            "required",
            "items",
            "uniqueItems",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "format",
            "oneOf",
            "$ref",
            // What explains and does not decide.
            "$schema",
            "$id",
            "id",
            "title",
            "description",
            "deprecated",
            "default",
            "definitions");

    private FormReader() {}

    /**
     * Returns a schema as maps, lists, texts, numbers and switches.
     *
     * <p>The parser alone is several times quicker to start than a mapper, and every command reads files.
     */
    static Object parse(InputStream in) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getText();
        };
    }

    /** Returns what stands at a word of a mapping, as a mapping; empty where there is none. */
    static Map<?, ?> map(Map<?, ?> node, String word) {
        return node.get(word) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Returns the forms below a node, by name. */
    static Map<String, Form> forms(Map<?, ?> named) {
        Map<String, Form> forms = new LinkedHashMap<>();
        named.forEach((name, node) -> forms.put(String.valueOf(name), form((Map<?, ?>) node)));
        return forms;
    }

    static Form form(Map<?, ?> node) {
        for (Object word : node.keySet()) {
            if (!KNOWN.contains(String.valueOf(word))) {
                throw new IllegalArgumentException("the schema says " + word + ", which is not known here");
            }
        }
        if (node.get("$ref") instanceof String reference) {
            return new Form.Defined(reference.substring(REFERENCE.length()));
        }
        if (node.get("oneOf") instanceof List<?> choices) {
            return new Form.OneOf(
                    choices.stream().map(each -> form((Map<?, ?>) each)).toList());
        }
        if (!node.containsKey("type")) {
            return new Form.Anything();
        }
        Form items = node.get("items") instanceof Map<?, ?> stated ? form(stated) : new Form.Anything();
        return new Form.Typed(types(node), keys(node), items, Boolean.TRUE.equals(node.get("uniqueItems")), text(node));
    }

    private static Set<Form.Type> types(Map<?, ?> node) {
        EnumSet<Form.Type> types = EnumSet.noneOf(Form.Type.class);
        texts(node, "type").forEach(each -> types.add(Form.Type.valueOf(each.toUpperCase(Locale.ROOT))));
        return types;
    }

    private static Keys keys(Map<?, ?> node) {
        Map<Pattern, Form> patterns = new LinkedHashMap<>();
        forms(map(node, "patternProperties")).forEach((name, form) -> patterns.put(Pattern.compile(name), form));
        Optional<Form> others = node.get("additionalProperties") instanceof Map<?, ?> form
                ? Optional.of(form(form))
                : Optional.<Form>of(new Form.Anything())
                        .filter(_ -> !Boolean.FALSE.equals(node.get("additionalProperties")));
        return new Keys(forms(map(node, "properties")), patterns, others, texts(node, "required"));
    }

    private static Text text(Map<?, ?> node) {
        return new Text(
                texts(node, "enum"),
                texts(node, "pattern").stream().findFirst().map(Pattern::compile),
                number(node, "minimum"),
                number(node, "maximum"));
    }

    private static Optional<Double> number(Map<?, ?> node, String word) {
        return node.get(word) instanceof Double number ? Optional.of(number) : Optional.empty();
    }

    private static List<String> texts(Map<?, ?> node, String word) {
        return switch (node.get(word)) {
            case String text -> List.of(text);
            case List<?> items -> items.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
