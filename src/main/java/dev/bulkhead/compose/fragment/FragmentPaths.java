package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Relative paths of an element that stands in another folder of the project, written as from the project's own. A path that
 * begins with a variable is taken for what it is now: the folder comes before a relative one, and a default follows where the
 * variable is not set.
 */
final class FragmentPaths {

    /** Fields whose texts are paths whatever they begin with. */
    private static final Set<String> PATHS = Set.of("env_file", "build", "context", "file");

    /** A path that counts where nobody sets the variable. */
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{\\w+:?-(\\.{1,2}(?:/[^}:]*)?)}");

    /** The variable that a text begins with. */
    private static final Pattern FIRST = Pattern.compile("\\$\\{?(\\w+)");

    private final Path folder;
    private final Path directory;
    private final Variables variables;

    FragmentPaths(Path folder, Path directory, Variables variables) {
        this.folder = folder;
        this.directory = directory;
        this.variables = variables;
    }

    FieldValue.Fields from(FieldValue.Fields body) {
        FieldValue.Fields result = FieldValue.fields();
        for (Map.Entry<String, FieldValue> entry : body.fields().entrySet()) {
            result = result.with(entry.getKey(), from(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    private FieldValue from(String field, FieldValue value) {
        return switch (value) {
            case FieldValue.Written(String text) -> new FieldValue.Written(path(field, text));
            case FieldValue.Items items ->
                new FieldValue.Items(
                        items.items().stream().map(item -> from(field, item)).toList());
            case FieldValue.Fields fields -> from(fields);
            case FieldValue.Text _, FieldValue.Literal _ -> value;
        };
    }

    private String path(String field, String text) {
        Matcher first = FIRST.matcher(text);
        if (first.lookingAt()
                && variables
                        .lookup(first.group(1))
                        .filter(FragmentPaths::relative)
                        .isPresent()) {
            return path(field, "./") + "/" + text;
        }
        Matcher variable = DEFAULT.matcher(text);
        if (variable.lookingAt()) {
            return text.substring(0, variable.start(1))
                    + path(field, variable.group(1))
                    + text.substring(variable.end(1));
        }
        boolean dots = relative(text);
        boolean named = PATHS.contains(field)
                && !text.startsWith("/")
                && !text.startsWith("~")
                && !text.startsWith("$")
                && !text.contains("://");
        if (!dots && !named) {
            return text;
        }
        int end = text.indexOf(':') < 0 ? text.length() : text.indexOf(':');
        String path = directory
                .relativize(folder.resolve(text.substring(0, end)).normalize())
                .toString()
                .replace('\\', '/');
        return (path.startsWith("..") ? "" : "./") + path + text.substring(end);
    }

    private static boolean relative(String text) {
        return text.equals(".") || text.equals("..") || text.startsWith("./") || text.startsWith("../");
    }
}
