package dev.bulkhead.workspace.imported;

import java.util.List;
import java.util.Map;

/** Text of a file of variables that Compose reads back to the same values (compose-go {@code dotenv}). */
final class EnvText {

    private EnvText() {}

    /** Returns the text: comments, then a variable a line. */
    static String of(List<String> comments, Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
        variables.forEach((name, value) ->
                text.append(name).append('=').append(quoted(value)).append('\n'));
        return text.toString();
    }

    /** Single quotes keep everything as it is but themselves; double quotes know escapes and variables. */
    static String quoted(String value) {
        if (value.matches("[A-Za-z0-9_./:@%+,=-]*")) {
            return value;
        }
        if (value.indexOf('\'') < 0 && value.indexOf('\\') < 0 && value.indexOf('\r') < 0) {
            return "'" + value + "'";
        }
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
    }
}
