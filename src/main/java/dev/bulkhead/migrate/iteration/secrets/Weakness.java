package dev.bulkhead.migrate.iteration.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Weakness of a secret: why somebody who does not know it would guess it. */
final class Weakness {

    private static final Set<String> GUESSED = Set.of(
            "123456",
            "12345678",
            "admin",
            "administrator",
            "changeit",
            "changeme",
            "default",
            "example",
            "guest",
            "letmein",
            "minioadmin",
            "mysecretpassword",
            "none",
            "password",
            "passw0rd",
            "postgres",
            "qwerty",
            "root",
            "secret",
            "test",
            "toor",
            "user",
            "welcome");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i).*(change.?(me|this|it)|replace.?(me|this)|your.?(pass|secret|token|key)|<.*>|xxxx).*");

    /** Shorter ones are tried through within hours. */
    private static final int SHORT = 8;

    private Weakness() {}

    /** Returns why a value is weak, as part of a sentence and without the value; empty where it does not look so. */
    static Optional<String> of(String name, String service, String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        if (PLACEHOLDER.matcher(value).matches()) {
            return Optional.of("is what examples put in the place of one");
        }
        if (GUESSED.contains(plain)) {
            return Optional.of("is among the first that are guessed");
        }
        if (plain.equals(service.toLowerCase(Locale.ROOT)) || plain.equals(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("is a name that everybody knows");
        }
        return value.length() < SHORT ? Optional.of("is shorter than " + SHORT + " characters") : Optional.empty();
    }
}
