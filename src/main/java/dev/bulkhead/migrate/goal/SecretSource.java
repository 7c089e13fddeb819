package dev.bulkhead.migrate.goal;

import java.util.List;
import java.util.Optional;

/** Source of the value of a secret file; the value itself is in none. */
public sealed interface SecretSource {

    /**
     * It is made when the file is written.
     *
     * @param form what it consists of
     * @param length how many characters it has; for {@link Form#BASE64}, how many bytes stand behind them
     * @param shown whether it takes the place of a value that people know, so that the operator is shown it once
     */
    record Generated(Form form, int length, boolean shown) implements SecretSource {
        public Generated {
            if (length < 1) {
                throw new IllegalArgumentException("A secret has a length.");
            }
        }

        /** One that only programs know. */
        public Generated(Form form, int length) {
            this(form, length, false);
        }
    }

    /**
     * It stands in the project's files, and is fetched before they change.
     *
     * @param path where it stands, from the section down, for instance {@code services, db, environment, DB_PASSWORD}; an
     *     item of a list by its number
     * @param part regular expression whose first group is the secret within that text; empty where it is all of it
     */
    record Moved(List<String> path, String part) implements SecretSource {
        public Moved {
            path = List.copyOf(path);
        }

        /** One that is the whole of what stands there. */
        public Moved(String... path) {
            this(List.of(path), "");
        }
    }

    /**
     * The operator gives it when the change is applied.
     *
     * @param id its name: what environment variables and windows ask for it by
     * @param what what it is, for people
     */
    record Given(String id, String what) implements SecretSource {

        /** Returns the environment variable that the command line takes it from. */
        public String variable() {
            return "BULKHEAD_SECRET_" + id.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        }
    }

    /** A private key, made when the file is written, as PEM: on the curve P-256, which every server and browser knows. */
    record PrivateKey() implements SecretSource {}

    /**
     * A certificate, signed when the file is written, as PEM.
     *
     * @param key the file with the private key that it belongs to
     * @param authority the file of the certificate that signs it, beside which its key stands in {@code .key}; empty for a
     *     root, which signs itself
     * @param name what a root is called
     * @param hosts host names that a leaf is for, or that a root will sign for
     */
    record Signed(String key, Optional<String> authority, String name, List<String> hosts) implements SecretSource {
        public Signed {
            hosts = List.copyOf(hosts);
        }
    }

    /** What a value that is made consists of. */
    enum Form {
        /** Letters and digits: survives shells, URLs and every kind of configuration. */
        LETTERS_AND_DIGITS,
        /** Hexadecimal digits in lower case. */
        HEX,
        /** Base64 of random bytes. */
        BASE64
    }

    /** Returns it in a few words. */
    default String text() {
        return switch (this) {
            case Generated(Form form, int length, boolean _) ->
                switch (form) {
                    case LETTERS_AND_DIGITS -> "made anew, " + length + " letters and digits";
                    case HEX -> "made anew, " + length + " hexadecimal digits";
                    case BASE64 -> "made anew, " + length + " bytes in base64";
                };
            case Moved(List<String> path, String part) ->
                "moved from " + String.join("/", path.subList(1, path.size()))
                        + (part.isEmpty() ? "" : ", a part of it");
            case PrivateKey _ -> "made anew, a private key";
            case Signed signed ->
                signed.authority()
                        .map(root ->
                                "signed by " + root + " for " + signed.hosts().size() + " host names")
                        .orElse("made anew, a root that signs itself");
            case Given given -> "given when it is applied: " + given.what();
        };
    }
}
