package dev.bulkhead.compose;

import dev.bulkhead.topology.SourceMark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A part of a project after includes, extends, anchors and merges; it can hold secrets: never print it as it is. */
public sealed interface ResolvedValue {

    /**
     * A single value.
     *
     * @param text its text with variables replaced
     * @param string whether it is text to Compose, and not a number, a switch or nothing
     * @param template what the file says, where that holds variables and means this value and nothing else
     * @param at where it was written
     */
    record Scalar(String text, boolean string, Optional<String> template, SourceMark at) implements ResolvedValue {

        /** Returns whether nothing stands there. */
        public boolean isNothing() {
            return !string && text.isEmpty();
        }

        /** Names the place but not the value. */
        @Override
        public String toString() {
            return "Scalar[" + at + "]";
        }
    }

    /** A list. */
    record Items(List<ResolvedValue> items) implements ResolvedValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in file order. */
    record Fields(SequencedMap<String, ResolvedValue> fields) implements ResolvedValue {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** Returns the value of a field. */
        public Optional<ResolvedValue> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Returns the value of a field below others. */
        public Optional<ResolvedValue> at(String... path) {
            Optional<ResolvedValue> value = Optional.of(this);
            for (String name : path) {
                value = value.flatMap(v -> v instanceof Fields below ? below.get(name) : Optional.empty());
            }
            return value;
        }

        /** Returns the text of a single value below others. */
        public Optional<String> text(String... path) {
            return at(path).flatMap(value -> value instanceof Scalar scalar && !scalar.isNothing()
                    ? Optional.of(scalar.text())
                    : Optional.empty());
        }

        /** Returns the single values of a list below others; one value stands for a list of it. */
        public List<Scalar> scalars(String... path) {
            return switch (at(path).orElse(none())) {
                case Scalar one -> one.isNothing() ? List.of() : List.of(one);
                case Items(var items) ->
                    items.stream()
                            .flatMap(item -> item instanceof Scalar one ? Stream.of(one) : Stream.of())
                            .toList();
                case Fields _ -> List.of();
            };
        }

        /** Returns this mapping with a field set. */
        public Fields with(String name, ResolvedValue value) {
            SequencedMap<String, ResolvedValue> copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new Fields(copy);
        }

        /** Returns an empty mapping. */
        public static Fields none() {
            return new Fields(new LinkedHashMap<>(Map.of()));
        }
    }
}
