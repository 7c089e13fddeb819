package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.ComposeSchema;
import dev.bulkhead.topology.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Check of the keys at the top of a Compose file. */
final class TopLevelSections {

    private static final Set<String> KNOWN = ComposeSchema.bundled().sections();

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
                problem(
                        context,
                        place,
                        "Compose does not know " + key + " at the top of a file and refuses it",
                        NearestName.to(key, KNOWN)
                                        .map(near -> "did you mean " + near + "? Otherwise start")
                                        .orElse("start")
                                + " the name with x- if it is meant as an extension");
            }
        }
        Optional<Field> version = root.field("version");
        if (version.isPresent()) {
            text(context, "version", version.get().value());
            context.warn(version.get().key(), "the version is obsolete and ignored; remove it.");
        }
        root.get("name").ifPresent(name -> text(context, "name", name));
    }

    private static void text(LoadContext context, String name, Value value) {
        if (!(value instanceof ScalarValue scalar) || !scalar.isString()) {
            problem(
                    context,
                    value.place(),
                    name + " takes text, but " + value.kindInWords() + " stands here",
                    "put it in quotes, or remove the key");
        }
    }

    private static void problem(LoadContext context, Place at, String message, String fix) {
        context.problem(new LoadProblem(LoadProblem.Rule.INVALID, List.of(), at.mark(), message, fix));
    }

    private static boolean looksLikeService(Value value) {
        return value instanceof MapValue map
                && (map.get("image").orElse(map) instanceof ScalarValue || map.has("build"));
    }

    /**
     * Returns the elements of a section.
     *
     * @throws ComposeException if it is no mapping
     */
    static MapValue mapping(String section, Value value) throws ComposeException {
        if (value instanceof MapValue map) {
            return map;
        }
        throw value.place()
                .fault(section + " takes a mapping, but " + value.kindInWords() + " stands here; "
                        + (Value.absent(value) ? "give it a value, or remove the key." : "change the value."));
    }
}
