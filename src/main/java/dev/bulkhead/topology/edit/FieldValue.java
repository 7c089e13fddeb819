package dev.bulkhead.topology.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Value that an edit writes into a field of a project's files; it can hold a secret, so its text never shows it. */
public sealed interface FieldValue {

    /** Text; it is quoted where it would read as something else. */
    record Text(String value) implements FieldValue {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** Text as a file writes it: its variables stay variables, and a dollar sign that is none is doubled already. */
    record Written(String text) implements FieldValue {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** Number, switch or nothing, written without quotes. */
    record Literal(String value) implements FieldValue {

        private static final Pattern LITERAL = Pattern.compile("true|false|null|-?[0-9]+(\\.[0-9]+)?");

        public Literal {
            if (!LITERAL.matcher(value).matches()) {
                throw new IllegalArgumentException("A literal is a number, true, false or null.");
            }
        }
    }

    /** List. */
    record Items(List<FieldValue> items) implements FieldValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Mapping, in the order in which it is written. */
    record Fields(SequencedMap<String, FieldValue> fields) implements FieldValue {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }

        @Override
        public SequencedMap<String, FieldValue> fields() {
            return new LinkedHashMap<>(fields);
        }

        /** Returns this mapping with one field more, or another value of one. */
        public Fields with(String name, FieldValue value) {
            SequencedMap<String, FieldValue> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Fields(more);
        }
    }

    /** Returns a text. */
    static FieldValue text(String value) {
        return new Text(value);
    }

    /** Returns a switch. */
    static FieldValue flag(boolean value) {
        return new Literal(Boolean.toString(value));
    }

    /** Returns a whole number. */
    static FieldValue number(long value) {
        return new Literal(Long.toString(value));
    }

    /** Returns a list of texts. */
    static FieldValue texts(String... values) {
        return new Items(List.of(values).stream().map(FieldValue::text).toList());
    }

    /** Returns an empty mapping, to be filled with {@link Fields#with}. */
    static Fields fields() {
        return new Fields(new LinkedHashMap<>(Map.of()));
    }
}
