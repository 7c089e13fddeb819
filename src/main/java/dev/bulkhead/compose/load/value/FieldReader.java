package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reader of typed values out of mappings whose shape has been checked. */
public final class FieldReader {

    private FieldReader() {}

    /** Returns a text; empty when it is missing, null or empty. */
    public static Optional<String> text(MapValue map, String name) {
        return scalar(map, name).map(ScalarValue::text).filter(Predicate.not(String::isEmpty));
    }

    public static Optional<ScalarValue> scalar(MapValue map, String name) {
        return map.get(name)
                .filter(ScalarValue.class::isInstance)
                .map(ScalarValue.class::cast)
                .filter(Predicate.not(ScalarValue::isNull));
    }

    /**
     * Returns a switch, off when it is missing; text is read as Compose casts it.
     *
     * @throws ComposeException if the text is neither true nor false
     */
    public static boolean flag(MapValue map, String name) throws ComposeException {
        Optional<ScalarValue> value = scalar(map, name);
        if (value.isEmpty()) {
            return false;
        }
        return switch (value.get().text().toLowerCase(Locale.ROOT)) {
            case "true", "y", "yes", "on" -> true;
            case "false", "n", "no", "off" -> false;
            default -> throw value.get().place().fault(name + " is true or false; write one of them.");
        };
    }

    /** Returns a whole number; a fraction is cut off, as in Compose. */
    public static int number(MapValue map, String name) throws ComposeException {
        Optional<ScalarValue> value = scalar(map, name);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(value.get().text());
            if (number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            throw value.get().place().fault(name + " is a whole number; write digits only.");
        }
        throw value.get().place().fault(name + " is out of range; write a smaller number.");
    }

    public static Optional<MapValue> map(MapValue map, String name) {
        return map.get(name).filter(MapValue.class::isInstance).map(MapValue.class::cast);
    }

    public static List<Value> items(MapValue map, String name) {
        return map.get(name).orElse(map) instanceof ListValue list ? list.items() : List.of();
    }

    /** Returns the texts of a list. */
    public static List<String> texts(MapValue map, String name) {
        List<String> texts = new ArrayList<>();
        for (Value item : items(map, name)) {
            if (item instanceof ScalarValue scalar) {
                texts.add(scalar.text());
            }
        }
        return texts;
    }

    /** Returns a mapping of options as texts. */
    public static Map<String, String> options(MapValue map, String name) {
        Map<String, String> options = new LinkedHashMap<>();
        map(map, name).ifPresent(m -> m.fields().forEach((key, field) -> options.put(key, string(field.value()))));
        return options;
    }

    /** A {@code NAME=value} entry; the value is empty where only a name stands. */
    public record Pair(String name, Optional<String> value, Place place) {}

    /** Returns the pairs of a field that is a {@code NAME=value} list or a mapping. */
    public static List<Pair> pairs(MapValue map, String name) {
        List<Pair> pairs = new ArrayList<>();
        switch (map.get(name).orElse(Values.nothing(map.place()))) {
            case MapValue fields ->
                fields.fields().forEach((key, field) -> pairs.add(new Pair(key, value(field), field.key())));
            case ListValue list -> {
                for (Value item : list.items()) {
                    String text = string(item);
                    int equals = text.indexOf('=');
                    pairs.add(
                            equals < 0
                                    ? new Pair(text, Optional.empty(), item.place())
                                    : new Pair(
                                            text.substring(0, equals),
                                            Optional.of(text.substring(equals + 1)),
                                            item.place()));
                }
            }
            case ScalarValue _ -> {}
        }
        return pairs;
    }

    private static Optional<String> value(Field field) {
        return Value.absent(field.value()) ? Optional.empty() : Optional.of(string(field.value()));
    }

    private static String string(Value value) {
        return value instanceof ScalarValue scalar ? scalar.text() : "";
    }
}
