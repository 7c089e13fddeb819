package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldForms;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Check of the keys at the top of a Compose file. */
final class TopLevelSections {

    private static final Set<String> KNOWN =
            Set.of("version", "name", "include", "services", "models", "networks", "volumes", "secrets", "configs");
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-zA-Z0-9._-]+");

    private TopLevelSections() {}

    static void check(MapValue root, LoadContext context) throws ComposeException {
        for (Map.Entry<String, Field> entry : root.fields().entrySet()) {
            String key = entry.getKey();
            Place place = entry.getValue().key();
            if (!KNOWN.contains(key) && !key.startsWith("x-")) {
                if (looksLikeService(entry.getValue().value()) && !root.has("services")) {
                    throw place.fault(key + " looks like a service at the top of the file, the form of version 1, which"
                            + " Compose no longer reads; write services: and put the services below it.");
                }
                context.warn(
                        place,
                        "Compose does not know " + key + " at the top of a file and refuses it; start the"
                                + " name with x- if it is meant as an extension.");
            }
        }
        Optional<Field> version = root.field("version");
        if (version.isPresent()) {
            FieldForms.TEXT.check("version", version.get().value());
            context.warn(version.get().key(), "the version is obsolete and ignored; remove it.");
        }
        Optional<Value> name = root.get("name");
        if (name.isPresent()) {
            FieldForms.TEXT.check("name", name.get());
        }
    }

    private static boolean looksLikeService(Value value) {
        return value instanceof MapValue map
                && (map.get("image").orElse(map) instanceof ScalarValue || map.has("build"));
    }

    static void checkServiceName(String name, Place place) throws ComposeException {
        if (!SERVICE_NAME.matcher(name).matches()) {
            throw place.fault("a service cannot be called " + name + "; use letters, digits, '.', '_' and '-'.");
        }
    }
}
