package dev.bulkhead.compose.load;

import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.SecretValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets in fields that no element of a topology has: options of volumes, networks and logging, contents of configs. */
final class WrittenSecrets {

    private static final List<String> SECTIONS = List.of(Model.VOLUMES, Model.NETWORKS, Model.CONFIGS);

    /** Options of mounts are one text, and contents of configs are settings one below the other. */
    private static final Pattern SETTING =
            Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)[\"']?\\h*[:=]\\h*[\"']?([^\\s,;\"'{}]++)");

    private final Map<String, String> values = new HashMap<>();

    private WrittenSecrets() {}

    /** Returns the secrets of a project's files. */
    static SecretValues in(Model model) {
        WrittenSecrets secrets = new WrittenSecrets();
        SECTIONS.forEach(section -> model.section(section).forEach(secrets::add));
        model.section(Model.SERVICES)
                .values()
                .forEach(service -> Optional.of(service.value())
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .flatMap(map -> map.get("logging"))
                        .ifPresent(logging -> secrets.add("logging", logging)));
        return SecretValues.of(secrets.values);
    }

    private void add(String key, Field field) {
        add(key, field.value());
    }

    private void add(String key, Value value) {
        switch (value) {
            case ScalarValue scalar -> {
                note(key, scalar.text());
                SETTING.matcher(scalar.text()).results().forEach(found -> note(found.group(1), found.group(2)));
            }
            case ListValue list -> list.items().forEach(item -> add("", item));
            case MapValue map -> map.fields().forEach(this::add);
        }
    }

    private void note(String name, String value) {
        if (SecretNames.isSecret(name)) {
            values.put(values.size() + "." + name, value);
        }
    }
}
