package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations on {@link Value}s. */
public final class Values {

    private Values() {}

    static boolean sameItems(List<Value> a, List<Value> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).means(b.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean sameFields(Map<String, Field> a, Map<String, Field> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<String, Field> entry : a.entrySet()) {
            Field other = b.get(entry.getKey());
            if (other == null || !entry.getValue().value().means(other.value())) {
                return false;
            }
        }
        return true;
    }

    public static ScalarValue string(Place place, String text) {
        return new ScalarValue(place, Kind.STRING, text);
    }

    public static ScalarValue nothing(Place place) {
        return new ScalarValue(place, Kind.NULL, "");
    }

    public static ScalarValue bool(Place place, boolean value) {
        return new ScalarValue(place, Kind.BOOLEAN, Boolean.toString(value));
    }

    /** Returns a mapping of fields that all stand at one place. */
    public static MapValue map(Place place, Map<String, Value> values) {
        Map<String, Field> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Field(place, value)));
        return new MapValue(place, fields);
    }

    /**
     * Returns the {@code key=value} list that a mapping stands for, as Compose makes it before it merges (compose-go
     * {@code override/merge.go}); a list stays, a string becomes its only item.
     */
    public static List<Value> toSequence(Value value) {
        return switch (value) {
            case ListValue list -> list.items();
            case MapValue map -> keyValues(map);
            case ScalarValue scalar when scalar.isString() -> List.of(scalar);
            case ScalarValue _ -> List.of();
        };
    }

    private static List<Value> keyValues(MapValue map) {
        List<Value> items = new ArrayList<>();
        map.fields().forEach((name, field) -> {
            switch (field.value()) {
                case ScalarValue scalar when scalar.isNull() -> items.add(string(field.key(), name));
                case ScalarValue scalar -> items.add(string(field.key(), name + "=" + scalar.text()));
                case ListValue list ->
                    list.items().forEach(item -> items.add(string(field.key(), name + "=" + text(item))));
                case MapValue _ -> items.add(field.value());
            }
        });
        return items;
    }

    private static String text(Value value) {
        return value instanceof ScalarValue scalar ? scalar.text() : "";
    }

    /**
     * Returns the mapping that a list of names stands for, as Compose makes it before it merges; a mapping stays,
     * anything else is empty.
     */
    public static MapValue toMapping(Value value, Map<String, Value> defaults) {
        return switch (value) {
            case MapValue map -> map;
            case ListValue list -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                for (Value item : list.items()) {
                    Place place = item.place();
                    Value fieldValue = defaults.isEmpty() ? nothing(place) : map(place, defaults);
                    fields.put(text(item), new Field(place, fieldValue));
                }
                yield new MapValue(list.place(), fields);
            }
            case ScalarValue scalar -> MapValue.empty(scalar.place());
        };
    }
}
