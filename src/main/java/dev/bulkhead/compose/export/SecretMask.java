package dev.bulkhead.compose.export;

import dev.bulkhead.topology.SecretNames;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mask of secrets in texts of a Compose file: variables in their place.
 *
 * <p>Works on texts in which a plain dollar sign is doubled, and returns such texts.
 */
final class SecretMask {

    private static final Pattern SINGLE = Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?:[:?+-].*)?})");
    private static final Pattern WITH_WORD = Pattern.compile("\\$\\{([A-Za-z_]\\w*):?[-+?][^{}]*}");
    private static final Pattern OPTION =
            Pattern.compile("(--?([A-Za-z][A-Za-z0-9_.-]*)(?:=| +))([^-\\s,;\"'$/.\\[{][^\\s,;\"']*)");
    private static final Pattern PAIR =
            Pattern.compile("(\\b([A-Za-z][A-Za-z0-9_.-]*)=)([^\\s,;\"'$/.\\[{][^\\s,;\"']*)");
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/\\s:@]*:)([^/\\s@$]+)(@)");

    /** Values that must not appear, with the variables that stand for them. */
    private final Map<String, String> known;

    SecretMask(Map<String, String> known) {
        this.known = known;
    }

    /** Returns the text without what looks like a secret in it. */
    String text(String escaped) {
        String masked =
                replace(escaped, WITH_WORD, m -> SecretNames.isSecret(m.group(1)) ? variable(m.group(1)) : m.group());
        masked = replace(masked, URL_PASSWORD, m -> m.group(1) + variable("PASSWORD") + m.group(3));
        masked = replace(masked, OPTION, SecretMask::assigned);
        masked = replace(masked, PAIR, SecretMask::assigned);
        for (Map.Entry<String, String> secret : known.entrySet()) {
            masked = masked.replace(secret.getKey(), variable(secret.getValue()));
        }
        return masked;
    }

    private static String assigned(MatchResult m) {
        return SecretNames.isSecret(m.group(2)) ? m.group(1) + variable(m.group(2)) : m.group();
    }

    /** Returns the value of a label or option. */
    String named(String name, String escaped) {
        boolean literal = escaped.indexOf('$') < 0 || !SINGLE.matcher(escaped).matches();
        return SecretNames.isSecret(name) && literal && !escaped.isEmpty() ? variable(name) : text(escaped);
    }

    /** Returns the value of an argument that follows an option in a list. */
    String argument(String option, String escaped) {
        boolean belongs = option.startsWith("-") && option.indexOf('=') < 0 && !escaped.startsWith("-");
        return belongs && !escaped.startsWith("/") ? named(option, escaped) : text(escaped);
    }

    /** Returns what is left of the value of an environment variable: a reference to one variable, or nothing. */
    static Optional<String> environment(String template) {
        Matcher single = SINGLE.matcher(template);
        if (!single.matches()) {
            return Optional.empty();
        }
        String name = single.group(1) == null ? single.group(2) : single.group(1);
        return Optional.of(variable(name));
    }

    private static String variable(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+", "");
        return "${" + (word.matches("[A-Za-z_].*") ? word : "SECRET") + "}";
    }

    private static String replace(String text, Pattern pattern, UnaryMatch replacement) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }

    /** Text to put in the place of a match. */
    @FunctionalInterface
    private interface UnaryMatch {
        String apply(MatchResult match);
    }
}
