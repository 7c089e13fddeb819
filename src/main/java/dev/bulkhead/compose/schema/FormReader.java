package dev.bulkhead.compose.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bulkhead.compose.schema.Form.Keys;
import dev.bulkhead.compose.schema.Form.Text;
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
            "title",
            "description",
            "deprecated",
            "default",
            "definitions");

    private FormReader() {}

    /** Returns the forms below a node, by name. */
    static Map<String, Form> forms(JsonNode named) {
        Map<String, Form> forms = new LinkedHashMap<>();
        named.properties().forEach(entry -> forms.put(entry.getKey(), form(entry.getValue())));
        return forms;
    }

    static Form form(JsonNode node) {
        node.fieldNames().forEachRemaining(word -> {
            if (!KNOWN.contains(word)) {
                throw new IllegalArgumentException("the schema says " + word + ", which is not known here");
            }
        });
        if (node.has("$ref")) {
            return new Form.Defined(node.path("$ref").asText().substring(REFERENCE.length()));
        }
        if (node.has("oneOf")) {
            List<Form> forms = new ArrayList<>();
            node.path("oneOf").forEach(each -> forms.add(form(each)));
            return new Form.OneOf(List.copyOf(forms));
        }
        if (!node.has("type")) {
            return new Form.Anything();
        }
        Form items = node.has("items") ? form(node.path("items")) : new Form.Anything();
        return new Form.Typed(
                types(node.path("type")),
                keys(node),
                items,
                node.path("uniqueItems").asBoolean(),
                text(node));
    }

    private static Set<Form.Type> types(JsonNode node) {
        EnumSet<Form.Type> types = EnumSet.noneOf(Form.Type.class);
        (node.isArray() ? node : List.of(node))
                .forEach(each -> types.add(Form.Type.valueOf(each.asText().toUpperCase(Locale.ROOT))));
        return types;
    }

    private static Keys keys(JsonNode node) {
        Map<Pattern, Form> patterns = new LinkedHashMap<>();
        forms(node.path("patternProperties")).forEach((name, form) -> patterns.put(Pattern.compile(name), form));
        JsonNode others = node.path("additionalProperties");
        Optional<Form> form = others.isObject()
                ? Optional.of(form(others))
                : Optional.<Form>of(new Form.Anything()).filter(_ -> others.asBoolean(true));
        return new Keys(forms(node.path("properties")), patterns, form, texts(node.path("required")));
    }

    private static Text text(JsonNode node) {
        return new Text(
                texts(node.path("enum")),
                Optional.of(node.path("pattern")).filter(JsonNode::isTextual).map(p -> Pattern.compile(p.asText())),
                number(node.path("minimum")),
                number(node.path("maximum")));
    }

    private static Optional<Double> number(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isNumber).map(JsonNode::asDouble);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
