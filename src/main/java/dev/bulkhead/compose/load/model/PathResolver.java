package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.source.RemoteRef;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolver of the relative paths of services to absolute ones, so that a service can move to a project in another
 * directory.
 */
final class PathResolver {

    private final Path directory;
    private final Variables variables;

    /** Resolves against a directory; {@code ~} is the {@code HOME} of the variables. */
    PathResolver(Path directory, Variables variables) {
        this.directory = directory;
        this.variables = variables;
    }

    /** Returns a service in long form with absolute paths. */
    Value service(Value value) {
        if (!(value instanceof MapValue service)) {
            return value;
        }
        MapValue result = service;
        result = each(result, "volumes", this::volume);
        result = each(result, "env_file", file -> in(file, "path"));
        result = each(result, "label_file", this::absolute);
        if (result.get("extends").orElse(value) instanceof MapValue extended && extended.has("file")) {
            result = result.withValue("extends", in(extended, "file"));
        }
        return result;
    }

    /** Returns a secret or config with an absolute path. */
    Value file(Value value) {
        return in(value, "file");
    }

    private interface Step {
        Value apply(Value item);
    }

    private static MapValue each(MapValue service, String name, Step step) {
        Field field = service.fields().get(name);
        if (field == null || !(field.value() instanceof ListValue list)) {
            return service;
        }
        List<Value> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(step.apply(item)));
        return service.withValue(name, new ListValue(list.place(), items));
    }

    private Value volume(Value value) {
        boolean bind = value instanceof MapValue volume
                && volume.get("type").orElse(volume) instanceof ScalarValue type
                && type.text().equals("bind");
        return bind ? in(value, "source") : value;
    }

    private Value in(Value value, String field) {
        if (!(value instanceof MapValue map)) {
            return value;
        }
        return map.get(field).map(old -> map.withValue(field, absolute(old))).orElse(map);
    }

    private Value absolute(Value value) {
        if (!(value instanceof ScalarValue scalar) || !scalar.isString()) {
            return value;
        }
        String text = scalar.text();
        String expanded = text;
        if (text.equals("~") || text.startsWith("~/")) {
            expanded = variables.lookup("HOME").orElse("~") + text.substring(1);
        }
        boolean remote = RemoteRef.isRemote(text);
        boolean absolute = expanded.startsWith("/") || expanded.startsWith("~") || isWindows(expanded);
        if (!remote && !absolute && !expanded.isEmpty()) {
            expanded = directory.resolve(expanded).normalize().toString();
        }
        return expanded.equals(text) ? value : Values.string(scalar.place(), expanded);
    }

    private static boolean isWindows(String path) {
        return path.startsWith("\\\\")
                || (path.length() > 1 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':');
    }
}
