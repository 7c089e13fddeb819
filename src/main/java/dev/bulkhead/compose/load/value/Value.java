package dev.bulkhead.compose.load.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the Compose model while it is put together: aliases and merge keys are resolved, variables are replaced, and
 * every part still knows where it was written. Values are never changed; merging makes new ones.
 */
public sealed interface Value {

    /** Returns where the value was written. */
    Place place();

    /** Returns what kind of value this is, in words for the operator. */
    String kindInWords();

    /** Returns whether two values mean the same, wherever they are written. */
    default boolean means(Value other) {
        return switch (this) {
            case ScalarValue(var _, var kind, var text) ->
                other instanceof ScalarValue o && kind == o.kind() && text.equals(o.text());
            case ListValue(var _, var items) -> other instanceof ListValue o && Values.sameItems(items, o.items());
            case MapValue(var _, var fields) -> other instanceof MapValue o && Values.sameFields(fields, o.fields());
        };
    }

    /**
     * A single value.
     *
     * @param text the value as Compose prints it when it makes a string of it
     */
    record ScalarValue(Place place, Kind kind, String text) implements Value {

        /** The types of plain YAML values. */
        public enum Kind {
            STRING("text"),
            INTEGER("a whole number"),
            FLOAT("a number"),
            BOOLEAN("true or false"),
            TIMESTAMP("a date"),
            NULL("nothing");

            private final String words;

            Kind(String words) {
                this.words = words;
            }
        }

        boolean isNull() {
            return kind == Kind.NULL;
        }

        public boolean isString() {
            return kind == Kind.STRING;
        }

        boolean isNumber() {
            return kind == Kind.INTEGER || kind == Kind.FLOAT;
        }

        @Override
        public String kindInWords() {
            return kind.words;
        }
    }

    /** A list. */
    record ListValue(Place place, List<Value> items) implements Value {
        @Override
        public String kindInWords() {
            return "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param fields the fields in file order; never changed once the value is made
     */
    record MapValue(Place place, Map<String, Field> fields) implements Value {

        public static MapValue empty(Place place) {
            return new MapValue(place, Map.of());
        }

        /** Returns the value of a field, null included; empty when the field is not there. */
        public Optional<Value> get(String name) {
            Field field = fields.get(name);
            return field == null ? Optional.empty() : Optional.of(field.value());
        }

        /** Returns the field of a name. */
        public Optional<Field> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        public boolean has(String name) {
            return fields.containsKey(name);
        }

        /** Returns this mapping with one field set. */
        public MapValue with(String name, Field field) {
            Map<String, Field> copy = new LinkedHashMap<>(fields);
            copy.put(name, field);
            return new MapValue(place, copy);
        }

        /** Returns this mapping with the value of an existing field replaced. */
        public MapValue withValue(String name, Value value) {
            Field old = fields.get(name);
            return with(name, new Field(old == null ? value.place() : old.key(), value));
        }

        /** Returns this mapping without one field. */
        public MapValue without(String name) {
            if (!fields.containsKey(name)) {
                return this;
            }
            Map<String, Field> copy = new LinkedHashMap<>(fields);
            copy.remove(name);
            return new MapValue(place, copy);
        }

        @Override
        public String kindInWords() {
            return "a mapping";
        }
    }

    /**
     * One field of a mapping.
     *
     * @param key where its key (or the list entry that stands for it) was written
     */
    record Field(Place key, Value value) {}

    /** Returns whether a field's value is missing or null. */
    static boolean absent(@Nullable Value value) {
        return value == null || (value instanceof ScalarValue scalar && scalar.isNull());
    }
}
