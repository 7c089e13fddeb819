package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Form that a value may take, with those words of JSON Schema that the Compose Specification uses. */
sealed interface Form {

    /** Any value. */
    record Anything() implements Form {}

    /** The form that the schema defines under a name. */
    record Defined(String name) implements Form {}

    /** One of several forms; no two of them take values of one type. */
    record OneOf(List<Form> forms) implements Form {}

    /**
     * A value of some types.
     *
     * @param types the types it may have
     * @param keys what a mapping may hold
     * @param items the form of the items of a list
     * @param unique whether no item of a list may stand there twice
     * @param text what a text or number may be
     */
    record Typed(Set<Type> types, Keys keys, Form items, boolean unique, Text text) implements Form {

        boolean takes(Value value) {
            return types.stream().anyMatch(type -> type.has(value));
        }
    }

    /**
     * What a mapping may hold.
     *
     * @param named forms of named fields
     * @param patterns forms of fields whose names have a pattern
     * @param others the form of every other field; empty where there may be none
     * @param required fields that must be there
     */
    record Keys(Map<String, Form> named, Map<Pattern, Form> patterns, Optional<Form> others, List<String> required) {

        /** Returns the form of a field; empty where there may be none of that name. */
        Optional<Form> of(String name) {
            Form form = named.get(name);
            if (form != null) {
                return Optional.of(form);
            }
            return patterns.entrySet().stream()
                    .filter(pattern -> pattern.getKey().matcher(name).find())
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .or(() -> others);
        }
    }

    /**
     * What a text or number may be.
     *
     * @param words the only texts; any where there are none
     * @param pattern what some part of the text looks like
     * @param least the smallest number
     * @param most the largest number
     */
    record Text(List<String> words, Optional<Pattern> pattern, Optional<Double> least, Optional<Double> most) {}

    /** The types of JSON, with their words for operators. */
    enum Type {
        STRING("text"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing"),
        ARRAY("a list"),
        OBJECT("a mapping");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Returns whether a value has this type; a date has none, and 2.0 is a whole number, as for Compose. */
        boolean has(Value value) {
            return switch (value) {
                case MapValue _ -> this == OBJECT;
                case ListValue _ -> this == ARRAY;
                case ScalarValue scalar ->
                    switch (scalar.kind()) {
                        case STRING -> this == STRING;
                        case TIMESTAMP -> false;
                        case BOOLEAN -> this == BOOLEAN;
                        case NULL -> this == NULL;
                        case INTEGER -> this == INTEGER || this == NUMBER;
                        case FLOAT -> this == NUMBER || (this == INTEGER && isWhole(scalar.text()));
                    };
            };
        }

        private static boolean isWhole(String number) {
            try {
                return Math.rint(Double.parseDouble(number)) == Double.parseDouble(number);
            } catch (NumberFormatException other) {
                return false;
            }
        }
    }
}
