package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merger of two definitions by Compose's rules: mappings are united, lists appended, single values replaced, and some
 * fields follow rules of their own ({@link MergeRule}).
 */
final class Merger {

    private Merger() {}

    /** Returns a service with another definition of it laid over. */
    static MapValue service(MapValue base, MapValue over) throws ComposeException {
        return mappings(base, over, MergeRule.SERVICE);
    }

    /** Returns an element of another section with another definition of it laid over. */
    static Value element(String section, Value base, Value over) throws ComposeException {
        MergeRule rule = switch (section) {
            case "services" -> MergeRule.SERVICE;
            case "networks" -> MergeRule.NETWORK;
            case "volumes" -> MergeRule.VOLUME;
            default -> MergeRule.PLAIN;
        };
        return values(base, over, rule);
    }

    private static Value values(Value base, Value over, MergeRule rule) throws ComposeException {
        return switch (rule.kind()) {
            case REPLACE -> over;
            case SEQUENCE -> append(base, Values.toSequence(base), Values.toSequence(over));
            case NEW_ITEMS -> append(base, Values.toSequence(base), newItems(base, over));
            case NAMES -> names(base, over, rule, Map.of());
            case DEPENDENCIES -> names(base, over, rule, Dependencies.defaults(base.place()));
            case POOLS -> IpamMerge.merge(base, over);
            case BUILD -> mappings(build(base), build(over), rule);
            case LOGGING -> logging(base, over, rule);
            case DEFAULT -> plain(base, over, rule);
        };
    }

    private static Value plain(Value base, Value over, MergeRule rule) throws ComposeException {
        if (Value.absent(over)) {
            return base;
        }
        return switch (base) {
            case MapValue map when over instanceof MapValue other -> mappings(map, other, rule);
            case ListValue list when over instanceof ListValue other -> append(list, list.items(), other.items());
            case ScalarValue _ -> over;
            case MapValue _, ListValue _ ->
                throw over.place()
                        .fault("this is " + over.kindInWords() + ", but it extends " + base.kindInWords()
                                + " written at " + base.place().mark() + "; write both in the same form.");
        };
    }

    private static MapValue mappings(MapValue base, MapValue over, MergeRule rule) throws ComposeException {
        if (over.fields().isEmpty()) {
            return base;
        }
        Map<String, Field> merged = new LinkedHashMap<>(base.fields());
        for (Map.Entry<String, Field> entry : over.fields().entrySet()) {
            String name = entry.getKey();
            Field added = entry.getValue();
            Field old = merged.get(name);
            if (old == null) {
                merged.put(name, added);
            } else {
                Value value = values(old.value(), added.value(), rule.below(name));
                boolean united = value instanceof MapValue || Value.absent(added.value());
                merged.put(name, new Field(united ? old.key() : added.key(), value));
            }
        }
        return new MapValue(base.place(), merged);
    }

    private static ListValue append(Value at, List<Value> base, List<Value> over) {
        List<Value> items = new ArrayList<>(base);
        items.addAll(over);
        return new ListValue(at.place(), items);
    }

    private static List<Value> newItems(Value base, Value over) {
        List<Value> known = Values.toSequence(base);
        return Values.toSequence(over).stream()
                .filter(item -> known.stream().noneMatch(item::means))
                .toList();
    }

    private static MapValue names(Value base, Value over, MergeRule rule, Map<String, Value> defaults)
            throws ComposeException {
        return mappings(Values.toMapping(base, defaults), Values.toMapping(over, defaults), rule);
    }

    private static MapValue build(Value value) {
        return switch (value) {
            case MapValue map -> map;
            case ScalarValue scalar when scalar.isString() -> Values.map(scalar.place(), Map.of("context", scalar));
            case ScalarValue _, ListValue _ -> MapValue.empty(value.place());
        };
    }

    private static Value logging(Value base, Value over, MergeRule rule) throws ComposeException {
        if (!(base instanceof MapValue map) || !(over instanceof MapValue other)) {
            return over;
        }
        Optional<Value> driver = map.get("driver");
        Optional<Value> otherDriver = other.get("driver");
        boolean same = driver.isEmpty() || otherDriver.isEmpty() || driver.get().means(otherDriver.get());
        return same ? mappings(map, other, rule) : over;
    }
}
