package dev.bulkhead.workspace.imported;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fields of a mapping of a Compose file in their order, without those that say nothing. */
final class Fields {

    private static final List<Map.Entry<Long, String>> SPANS =
            List.of(Map.entry(TimeUnit.SECONDS.toNanos(1), "s"), Map.entry(TimeUnit.MILLISECONDS.toNanos(1), "ms"));
    private static final List<Map.Entry<Long, String>> SIZES =
            List.of(Map.entry(1L << 30, "g"), Map.entry(1L << 20, "m"), Map.entry(1L << 10, "k"));

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Adds a field whatever its value is; null is a field without a value. */
    Fields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds a field with a text unless that is empty. */
    Fields text(String name, String value) {
        return value.isEmpty() ? this : put(name, value);
    }

    /** Adds a field with a list unless that is empty. */
    Fields list(String name, List<?> value) {
        return value.isEmpty() ? this : put(name, value);
    }

    /** Adds a field with a mapping unless that is empty. */
    Fields map(String name, Map<String, ?> value) {
        return value.isEmpty() ? this : put(name, value);
    }

    /** Adds a field with a number unless that is 0. */
    Fields number(String name, long value) {
        return value == 0 ? this : put(name, value);
    }

    /** Adds a field that is true. */
    Fields flag(String name, boolean value) {
        return value ? put(name, true) : this;
    }

    /** Adds a field with a span of time in nanoseconds unless that is 0. */
    Fields span(String name, long nanos) {
        return nanos == 0 ? this : put(name, span(nanos));
    }

    /** Adds a field with a size in bytes unless that is 0. */
    Fields size(String name, long bytes) {
        return bytes == 0 ? this : put(name, size(bytes));
    }

    Map<String, @Nullable Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** Returns a span of time as Compose reads it. */
    static String span(long nanos) {
        return SPANS.stream()
                .filter(unit -> nanos % unit.getKey() == 0)
                .findFirst()
                .map(unit -> nanos / unit.getKey() + unit.getValue())
                .orElse(nanos + "ns");
    }

    /** Returns a size as Compose reads it; -1 means no limit. */
    static Object size(long bytes) {
        return SIZES.stream()
                .filter(unit -> bytes > 0 && bytes % unit.getKey() == 0)
                .findFirst()
                .map(unit -> (Object) (bytes / unit.getKey() + unit.getValue()))
                .orElse(bytes);
    }
}
