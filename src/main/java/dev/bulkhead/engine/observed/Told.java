package dev.bulkhead.engine.observed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A part of an engine's answer as it came, walked through field by field; a field that is not there is empty.
 *
 * @param value a map, a list, a text, a number or a truth; it can hold secrets
 */
public record Told(Optional<Object> value) {

    /** Nothing. */
    public static final Told NOTHING = new Told(Optional.empty());

    /** Returns the answer whose outermost fields are given. */
    public static Told of(Map<String, ?> fields) {
        return new Told(Optional.of(fields));
    }

    /** Returns the value of a field. */
    public Told at(String key) {
        return value.orElse(null) instanceof Map<?, ?> map ? new Told(Optional.ofNullable(map.get(key))) : NOTHING;
    }

    /** Returns an entry of a list. */
    public Told at(int index) {
        return value.orElse(null) instanceof List<?> list && index < list.size()
                ? new Told(Optional.ofNullable(list.get(index)))
                : NOTHING;
    }

    /** Returns whether there is nothing, or nothing in it. */
    public boolean isEmpty() {
        return switch (value.orElse(null)) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case String text -> text.isEmpty();
            default -> false;
        };
    }

    /** Returns a number; 0 when there is none. */
    public int number() {
        return Math.toIntExact(amount());
    }

    /** Returns a number that can be large; 0 when there is none. */
    public long amount() {
        return value.orElse(null) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns whether it is said to be so. */
    public boolean truth() {
        return Boolean.TRUE.equals(value.orElse(null));
    }

    /** Returns a text; empty when there is none. */
    public String text() {
        return value.map(String::valueOf).orElse("");
    }

    /** Returns the entries of a list. */
    public List<Told> items() {
        List<Told> items = new ArrayList<>();
        if (value.orElse(null) instanceof List<?> list) {
            list.forEach(item -> items.add(new Told(Optional.ofNullable(item))));
        }
        return items;
    }

    /** Returns the entries of a list of texts. */
    public List<String> words() {
        return items().stream().map(Told::text).toList();
    }

    /** Returns a map of texts, sorted by key; empty when there is none. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        each((key, told) -> texts.put(key, told.text()));
        return texts;
    }

    /** Returns the fields of a map in their order. */
    public Map<String, Told> fields() {
        Map<String, Told> fields = new LinkedHashMap<>();
        each(fields::put);
        return fields;
    }

    private void each(BiConsumer<String, Told> use) {
        if (value.orElse(null) instanceof Map<?, ?> map) {
            map.forEach((key, told) -> use.accept(String.valueOf(key), new Told(Optional.ofNullable(told))));
        }
    }

    /** Tells nothing of what it holds. */
    @Override
    public String toString() {
        return isEmpty() ? "nothing" : "what an engine told";
    }
}
