package dev.bulkhead.compose.load.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables that a file can refer to; the values can be secret and are never printed. */
public final class Variables {

    private final Map<String, String> values;

    Variables(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> lookup(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns these variables with others added where they are not set yet. */
    public Variables withDefaults(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> merged = new HashMap<>(more);
        merged.putAll(values);
        return new Variables(merged);
    }

    /** Returns these variables with one set. */
    public Variables with(String name, String value) {
        Map<String, String> merged = new HashMap<>(values);
        merged.put(name, value);
        return new Variables(merged);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Variables variables && values.equals(variables.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Variables" + values.keySet();
    }
}
