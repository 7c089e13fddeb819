package dev.bulkhead.topology;

import java.util.regex.Pattern;

/** Signs of secrets: the names of variables, labels and options that hold one, and the tell-tale forms of values. */
public final class SecretNames {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(passw(or)?d|passwd|passphrase|secret|token|api[_.-]?key|apikey|private[_.-]?key|access[_.-]?key"
                    + "|encryption[_.-]?key|credential|basicauth|digestauth|htpasswd|requirepass|masterauth|(^|[_.-])(pass|pw|pwd|auth|key|salt)([_.-]|$))");

    /** A URL with a password in it, or a private key in PEM form. */
    private static final Pattern VALUE =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY");

    private SecretNames() {}

    /** Returns whether the name says that its value is a secret. */
    public static boolean isSecret(String name) {
        return NAME.matcher(name).find();
    }

    /** Returns whether the name or the value itself says that the value is a secret. */
    public static boolean isSecret(String name, String value) {
        return isSecret(name) || VALUE.matcher(value).find();
    }
}
