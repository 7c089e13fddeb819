package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.model.DockerObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A walk through an answer as it came, for what docker-java has no getter for.
 *
 * <p>docker-java keeps the raw values of the outermost object only, so the walk starts there.
 */
record RawJson(Optional<Object> value) {

    static RawJson of(DockerObject outermost) {
        return new RawJson(Optional.of(outermost.getRawValues()));
    }

    RawJson at(String key) {
        return new RawJson(value.flatMap(
                v -> v instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty()));
    }

    RawJson at(int index) {
        return new RawJson(value.flatMap(v -> v instanceof List<?> list && index < list.size()
                ? Optional.ofNullable(list.get(index))
                : Optional.empty()));
    }

    /** Returns a number; 0 when there is none. */
    int number() {
        return value.map(v -> v instanceof Number number ? number.intValue() : 0)
                .orElse(0);
    }

    /** Returns a map of texts; empty when there is none. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        if (value.orElse(null) instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
        return texts;
    }
}
