package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Value.MapValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The schema of stack files, as {@code docker stack deploy} checks each file by it (docker/cli 28.5 {@code
 * cli/compose/schema/data/config_schema_v3.13.json}); what older versions of the format lack is told by {@link
 * StackVersions}.
 */
public final class StackSchema {

    /** The version of the format that counts where a file states none, or only 3 (docker/cli {@code schema.go}). */
    public static final int NEWEST = 13;

    private final Form file;
    private final Map<String, Form> definitions;

    private StackSchema(Form file, Map<String, Form> definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    /** Returns the schema that comes with the program. */
    public static StackSchema bundled() {
        return Bundled.SCHEMA;
    }

    /** Read when the first project is looked at as a stack, and once. */
    private static final class Bundled {
        static final StackSchema SCHEMA = read();

        private static StackSchema read() {
            try (InputStream in =
                    Objects.requireNonNull(StackSchema.class.getResourceAsStream("stack-schema-v3.13.json"))) {
                if (!(FormReader.parse(in) instanceof Map<?, ?> root)) {
                    throw new IllegalStateException("the schema of stack files is no mapping");
                }
                Map<Object, Object> definitions = new LinkedHashMap<>(FormReader.map(root, "definitions"));
                // A rule that the client does not apply.
                definitions.remove("constraints");
                return new StackSchema(FormReader.form(root), FormReader.forms(definitions));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Tells everything of a file that the schema does not allow.
     *
     * @param version the version of the format, the number behind {@code 3.}
     */
    public void check(MapValue root, int version, Consumer<StackMisfit> misfits) {
        new StackFitting(definitions, version, misfits).fit(file, root);
    }

    /** Returns what keys of a service there may be, to tell those that are misspelt. */
    public List<String> serviceKeys() {
        return definitions.get("service") instanceof Form.Typed(var _, var keys, var _, var _, var _)
                ? List.copyOf(keys.named().keySet())
                : List.of();
    }
}
