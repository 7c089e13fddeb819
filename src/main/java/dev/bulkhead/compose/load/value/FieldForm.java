package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Form that a value may take (Compose Specification, {@code compose-spec.json}), for the fields that Bulkhead reads.
 */
public sealed interface FieldForm {

    /** A single value of one of some types. */
    record Single(Set<Kind> kinds, String words) implements FieldForm {}

    /** A list whose items have a shape. */
    record ListOf(FieldForm item, boolean unique, String words) implements FieldForm {}

    /**
     * A mapping.
     *
     * @param fields shapes of known fields; other fields are not looked at
     * @param others shape of every field that is not named
     * @param required fields that must be there
     */
    record Mapping(Map<String, FieldForm> fields, FieldForm others, List<String> required, String words)
            implements FieldForm {}

    /** One of several shapes, told apart by whether the value is a single value, a list or a mapping. */
    record AnyOf(List<FieldForm> shapes, String words) implements FieldForm {}

    /** Anything. */
    record Anything() implements FieldForm {
        @Override
        public String words() {
            return "anything";
        }
    }

    /** Returns what is expected, in words for the operator. */
    String words();

    /**
     * Checks a value.
     *
     * @param name the name of the field, for the sentence
     * @throws ComposeException at the first value of another form
     */
    default void check(String name, Value value) throws ComposeException {
        switch (this) {
            case Anything() -> {}
            case Single single -> single(name, value, single);
            case ListOf list -> list(name, value, list);
            case Mapping mapping -> mapping(name, value, mapping);
            case AnyOf any -> any(name, value, any);
        }
    }

    private static void single(String name, Value value, Single shape) throws ComposeException {
        if (!(value instanceof ScalarValue scalar) || !shape.kinds().contains(scalar.kind())) {
            throw misfit(name, value, shape);
        }
    }

    private static void list(String name, Value value, ListOf shape) throws ComposeException {
        if (!(value instanceof ListValue list)) {
            throw misfit(name, value, shape);
        }
        Set<String> seen = new HashSet<>();
        for (Value item : list.items()) {
            shape.item().check("an entry of " + name, item);
            if (shape.unique() && item instanceof ScalarValue scalar && !seen.add(scalar.text())) {
                throw item.place().fault(name + " names " + scalar.text() + " twice; remove one of the two.");
            }
        }
    }

    private static void mapping(String name, Value value, Mapping shape) throws ComposeException {
        if (!(value instanceof MapValue map)) {
            throw misfit(name, value, shape);
        }
        for (Map.Entry<String, Field> entry : map.fields().entrySet()) {
            FieldForm field = shape.fields().getOrDefault(entry.getKey(), shape.others());
            if (!entry.getKey().startsWith("x-")) {
                field.check(entry.getKey(), entry.getValue().value());
            }
        }
        for (String required : shape.required()) {
            if (!map.has(required)) {
                throw map.place().fault(name + " needs " + required + " here; add it.");
            }
        }
    }

    private static void any(String name, Value value, AnyOf shape) throws ComposeException {
        for (FieldForm candidate : shape.shapes()) {
            boolean fits = switch (candidate) {
                case Single single ->
                    value instanceof ScalarValue scalar && single.kinds().contains(scalar.kind());
                case ListOf _ -> value instanceof ListValue;
                case Mapping _ -> value instanceof MapValue;
                case AnyOf _, Anything _ -> true;
            };
            if (fits) {
                candidate.check(name, value);
                return;
            }
        }
        throw misfit(name, value, shape);
    }

    private static ComposeException misfit(String name, Value value, FieldForm shape) {
        String remedy = Value.absent(value) ? "give it a value, or remove the key." : "change the value.";
        return value.place()
                .fault(name + " takes " + shape.words() + ", but " + value.kindInWords() + " stands here; " + remedy);
    }
}
