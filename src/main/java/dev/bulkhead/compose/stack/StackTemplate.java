package dev.bulkhead.compose.stack;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with variables, replaced the way {@code docker stack deploy} does (docker/cli {@code cli/compose/template}): nothing is
 * nested, {@code :+} and {@code +} are unknown, and {@code $NAME-x} is NAME with the default x.
 */
final class StackTemplate {

    private static final String SUBSTITUTION = "[_a-z][_a-z0-9]*(?::?[-?][^}]*)?";

    private static final Pattern VARIABLE = Pattern.compile(
            "\\$(?:(?<escaped>\\$)|(?<named>" + SUBSTITUTION + ")|\\{(?<braced>" + SUBSTITUTION + ")\\}|(?<invalid>))",
            Pattern.CASE_INSENSITIVE);

    /** A text that the client refuses. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String why) {
            super(why);
        }
    }

    private final Function<String, Optional<String>> lookup;

    StackTemplate(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /**
     * Returns the text with its variables replaced.
     *
     * @throws Fault if the client refuses the text, with the reason as the part of a sentence
     */
    String resolve(String text) throws Fault {
        if (text.indexOf('$') < 0) {
            return text;
        }
        Matcher found = VARIABLE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (found.find()) {
            if (found.group("escaped") != null) {
                found.appendReplacement(out, "\\$");
                continue;
            }
            String substitution = found.group("named") != null ? found.group("named") : found.group("braced");
            if (substitution == null) {
                throw new Fault("writes a variable in a form that stack files do not have");
            }
            found.appendReplacement(out, Matcher.quoteReplacement(value(substitution)));
        }
        return found.appendTail(out).toString();
    }

    /** The order is the client's own, the second step among it, which takes any hyphen for a default. */
    private String value(String substitution) throws Fault {
        int soft = substitution.indexOf(":-");
        if (soft >= 0) {
            return lookup.apply(substitution.substring(0, soft))
                    .filter(value -> !value.isEmpty())
                    .orElse(substitution.substring(soft + 2));
        }
        int hard = substitution.indexOf('-');
        if (hard >= 0) {
            return lookup.apply(substitution.substring(0, hard)).orElse(substitution.substring(hard + 1));
        }
        int filled = substitution.indexOf(":?");
        if (filled >= 0) {
            return lookup.apply(substitution.substring(0, filled))
                    .filter(value -> !value.isEmpty())
                    .orElseThrow(() -> missing(substitution.substring(0, filled)));
        }
        int set = substitution.indexOf('?');
        if (set >= 0) {
            return lookup.apply(substitution.substring(0, set))
                    .orElseThrow(() -> missing(substitution.substring(0, set)));
        }
        return lookup.apply(substitution).orElse("");
    }

    private static Fault missing(String name) {
        return new Fault("demands the variable " + name + ", which is not set in the environment of the command");
    }
}
