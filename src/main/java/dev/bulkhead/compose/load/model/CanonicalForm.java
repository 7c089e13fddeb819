package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.Place;
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
 * Long form of fields: short forms are turned into it, so that every later step sees one form only (compose-go {@code
 * transform}).
 */
final class CanonicalForm {

    private final LoadContext context;

    CanonicalForm(LoadContext context) {
        this.context = context;
    }

    /** Returns a service in long form; its shape has been checked. */
    MapValue service(MapValue service) throws ComposeException {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Field> entry : service.fields().entrySet()) {
            Field field = entry.getValue();
            fields.put(entry.getKey(), new Field(field.key(), field(entry.getKey(), field.value())));
        }
        return new MapValue(service.place(), fields);
    }

    private Value field(String name, Value value) throws ComposeException {
        return switch (name) {
            case "build" -> named("context", value);
            case "extends" -> named("service", value);
            case "depends_on" -> Dependencies.canonical(value);
            case "networks", "models" -> Values.toMapping(value, Map.of());
            case "ports" -> ports(value);
            case "volumes" -> items(value, CanonicalForm::volume);
            case "env_file" -> items(list(value), CanonicalForm::envFile);
            case "label_file", "dns" -> list(value);
            case "secrets", "configs" -> items(value, item -> named("source", item));
            default -> value;
        };
    }

    private Value ports(Value value) throws ComposeException {
        if (!(value instanceof ListValue list)) {
            return value;
        }
        List<Value> ports = new ArrayList<>();
        for (Value item : list.items()) {
            if (item instanceof ScalarValue scalar) {
                List<MapValue> expanded = PortSpec.parse(scalar);
                context.countPorts(scalar.place(), expanded.size());
                ports.addAll(expanded);
            } else {
                ports.add(item);
            }
        }
        return new ListValue(list.place(), ports);
    }

    private interface Step {
        Value apply(Value item);
    }

    private static Value items(Value value, Step step) {
        if (!(value instanceof ListValue list)) {
            return value;
        }
        List<Value> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(step.apply(item)));
        return new ListValue(list.place(), items);
    }

    private static Value list(Value value) {
        return value instanceof ScalarValue scalar && scalar.isString()
                ? new ListValue(scalar.place(), List.of(scalar))
                : value;
    }

    private static Value named(String field, Value value) {
        return value instanceof ScalarValue scalar && scalar.isString()
                ? Values.map(scalar.place(), Map.of(field, scalar))
                : value;
    }

    private static Value volume(Value item) {
        return item instanceof ScalarValue scalar ? VolumeSpec.parse(scalar) : item;
    }

    private static Value envFile(Value item) {
        return switch (item) {
            case ScalarValue path -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("path", path);
                fields.put("required", Values.bool(path.place(), true));
                yield Values.map(path.place(), fields);
            }
            case MapValue file
            when !file.has("required") ->
                file.with("required", new Field(file.place(), Values.bool(file.place(), true)));
            case MapValue file -> file;
            case ListValue list -> list;
        };
    }

    /**
     * Returns a network, volume, secret or config with the old form {@code external: {name: x}} turned into {@code
     * external: true} and {@code name: x}.
     *
     * @throws ComposeException if both forms name it differently
     */
    Value resource(Value value) throws ComposeException {
        if (!(value instanceof MapValue resource)) {
            return value;
        }
        Field external = resource.fields().get("external");
        if (external == null || !(external.value() instanceof MapValue old)) {
            return value;
        }
        Place place = external.key();
        MapValue result = resource.with("external", new Field(place, Values.bool(place, true)));
        Optional<Field> oldName = old.field("name");
        Optional<Value> name = resource.get("name");
        if (oldName.isEmpty()) {
            return result;
        }
        context.warn(place, "external.name is the old form; write external: true and name: beside it.");
        if (name.isPresent() && !name.get().means(oldName.get().value())) {
            throw oldName.get().key().fault("external.name and name differ; keep only name.");
        }
        return name.isPresent() ? result : result.with("name", oldName.get());
    }
}
