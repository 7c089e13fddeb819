package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reader of the {@code env_file} and {@code label_file} of services.
 *
 * <p>Compose refuses a project whose env file is missing. Here it is a warning: such files hold secrets and are often
 * kept away from where the project is looked at, and they do not change how services are connected.
 */
public final class VariableFiles {

    private final LoadContext context;
    private final Variables variables;

    public VariableFiles(LoadContext context, Variables variables) {
        this.context = context;
        this.variables = variables;
    }

    /** Returns the variables of a service's env files; those it states itself can be used inside. */
    public Map<String, String> environment(MapValue service, Map<String, String> stated) {
        Map<String, String> values = new LinkedHashMap<>();
        Function<String, Optional<String>> lookup =
                name -> variables.lookup(name).or(() -> Optional.ofNullable(stated.get(name)));
        for (Value item : FieldReader.items(service, "env_file")) {
            if (item instanceof MapValue file) {
                Optional<ScalarValue> path = FieldReader.scalar(file, "path");
                boolean optional = FieldReader.text(file, "required").orElse("").equals("false");
                boolean raw = FieldReader.text(file, "format").orElse("").equals("raw");
                path.ifPresent(p -> read(p, optional, raw, lookup, values));
            }
        }
        return values;
    }

    /** Returns the labels of a service's label files. */
    public Map<String, String> labels(MapValue service) {
        Map<String, String> values = new HashMap<>();
        for (Value item : FieldReader.items(service, "label_file")) {
            if (item instanceof ScalarValue path) {
                read(path, false, false, _ -> Optional.empty(), values);
            }
        }
        return values;
    }

    private void read(
            ScalarValue path,
            boolean optional,
            boolean raw,
            Function<String, Optional<String>> lookup,
            Map<String, String> values) {
        try {
            Path file = Path.of(path.text());
            if (!context.store().isFile(file)) {
                if (!optional) {
                    context.warn(
                            path.place(),
                            "the file " + context.store().name(file)
                                    + " does not exist, and Compose does not start the project without it; create it.");
                }
                return;
            }
            if (raw) {
                raw(context.store().text(file).text(), values);
            } else {
                DotEnv.parse(context.store().text(file), values, lookup);
            }
        } catch (InvalidPathException e) {
            context.warn(path.place(), "this is no path; correct it.");
        } catch (ComposeException e) {
            context.warn(path.place(), String.valueOf(e.getMessage()));
        }
    }

    private static void raw(String text, Map<String, String> values) {
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
    }
}
