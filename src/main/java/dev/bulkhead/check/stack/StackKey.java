package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.KeyPattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What becomes of a key in a stack: one line of the tables {@link ServiceKeys} and {@link ResourceKeys}.
 *
 * @param path which keys
 * @param fate what becomes of them
 * @param severity how bad that is
 * @param when for which values; a key that is refused by the schema is refused whatever it says
 * @param meaning what follows, as the part of a sentence
 * @param remedy what would be right, as a sentence
 */
record StackKey(
        KeyPattern path, StackFate fate, Severity severity, Predicate<Value> when, String meaning, String remedy) {

    static StackKey refused(String path, String meaning, String remedy) {
        return new StackKey(KeyPattern.of(path), StackFate.REFUSED, Severity.ERROR, _ -> true, meaning, remedy);
    }

    static StackKey changed(String path, String meaning, String remedy) {
        return new StackKey(KeyPattern.of(path), StackFate.CHANGED, Severity.WARNING, _ -> true, meaning, remedy);
    }

    static StackKey dropped(String path, String meaning, String remedy) {
        return new StackKey(KeyPattern.of(path), StackFate.DROPPED, Severity.WARNING, StackKey::says, meaning, remedy);
    }

    /** Returns this line for some values only. */
    StackKey when(Predicate<Value> values) {
        return new StackKey(path, fate, severity, values, meaning, remedy);
    }

    /** Returns this line as something that is only worth knowing. */
    StackKey harmless() {
        return new StackKey(path, fate, Severity.INFO, when, meaning, remedy);
    }

    /** Returns whether a value says anything: nothing, an empty list and a switch that is off do not. */
    static boolean says(Value value) {
        return switch (value) {
            case ScalarValue scalar ->
                !Value.absent(scalar)
                        && !scalar.text().isEmpty()
                        && !scalar.text().equals("false");
            case ListValue(var _, List<Value> items) -> !items.isEmpty();
            case MapValue(var _, var fields) -> !fields.isEmpty();
        };
    }

    /** Returns the values that are one of some words. */
    static Predicate<Value> word(String... words) {
        return value -> value instanceof ScalarValue scalar
                && List.of(words).contains(scalar.text().toLowerCase(Locale.ROOT));
    }

    /** Returns the texts with one of some beginnings. */
    static Predicate<Value> begins(String... beginnings) {
        return value ->
                value instanceof ScalarValue scalar && Stream.of(beginnings).anyMatch(scalar.text()::startsWith);
    }

    /** Returns the lists. */
    static Predicate<Value> list() {
        return ListValue.class::isInstance;
    }
}
