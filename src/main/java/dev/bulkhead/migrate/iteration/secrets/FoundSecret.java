package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.goal.SecretSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secret that stands where others see it.
 *
 * @param service the service whose container gets it
 * @param kind where it stands
 * @param name the variable, label or option that holds it
 * @param source its place, as a secret file is filled from it
 * @param template what the file says there, where that holds variables
 * @param value its value: never print or log it
 */
record FoundSecret(
        String service, Kind kind, String name, SecretSource.Moved source, Optional<String> template, String value) {

    private static final Pattern ONE_VARIABLE =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::?[-?+][^{}$]*)?}|\\$([A-Za-z_][A-Za-z0-9_]*)");

    /** Where a secret stands. */
    enum Kind {
        ENVIRONMENT("the environment"),
        ENV_FILE("an env file"),
        COMMAND("the command"),
        LABEL("a label"),
        HEALTH_CHECK("the health check"),
        BUILD_ARGUMENT("a build argument");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Returns whether it is a variable of the container. */
        boolean variable() {
            return this == ENVIRONMENT || this == ENV_FILE;
        }
    }

    /** Returns the id of its row. */
    String row() {
        String place = kind.variable()
                ? ""
                : kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".";
        return SecretQuestions.SECRETS + "." + service + "." + place + name;
    }

    /** Returns what it is, without its value. */
    String text() {
        return kind.variable() ? name + " of " + service : name + " in " + kind.words() + " of " + service;
    }

    /** Returns the variable that stands there and nothing else. */
    Optional<String> variable() {
        Matcher one = ONE_VARIABLE.matcher(template.orElse(""));
        return one.matches() ? Optional.of(one.group(1) == null ? one.group(2) : one.group(1)) : Optional.empty();
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "FoundSecret[" + row() + "]";
    }
}
