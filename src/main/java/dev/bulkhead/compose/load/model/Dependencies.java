package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Meaning of {@code depends_on} where it says little. */
public final class Dependencies {

    public static final String STARTED = "service_started";

    private Dependencies() {}

    /** Returns what the short form stands for. */
    static Map<String, Value> defaults(Place place) {
        Map<String, Value> defaults = new LinkedHashMap<>();
        defaults.put("condition", Values.string(place, STARTED));
        defaults.put("required", Values.bool(place, true));
        return defaults;
    }

    /** Returns {@code depends_on} in its long form with every field stated. */
    static MapValue canonical(Value value) {
        MapValue map = Values.toMapping(value, defaults(value.place()));
        Map<String, Field> fields = new LinkedHashMap<>();
        map.fields().forEach((service, field) -> {
            Value entry = field.value();
            if (entry instanceof MapValue stated) {
                MapValue complete = stated;
                for (Map.Entry<String, Value> each : defaults(field.key()).entrySet()) {
                    if (!complete.has(each.getKey())) {
                        complete = complete.with(each.getKey(), new Field(field.key(), each.getValue()));
                    }
                }
                entry = complete;
            }
            fields.put(service, new Field(field.key(), entry));
        });
        return new MapValue(map.place(), fields);
    }
}
