package dev.bulkhead.topology;

import java.util.Set;
import java.util.regex.Pattern;

/** Signs of secrets: the names of variables, labels and options that hold one, and the tell-tale forms of values. */
public final class SecretNames {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(passw(or)?d|passwd|passphrase|secret|token|api[_.-]?key|apikey|private[_.-]?key|access[_.-]?key"
                    + "|encryption[_.-]?key|credential|basicauth|digestauth|htpasswd|requirepass|masterauth|(^|[_.-])(pass|pw|pwd|auth|key|salt)([_.-]|$))");

    /** The shell's names for the working directory. */
    private static final Set<String> DIRECTORIES = Set.of("PWD", "OLDPWD");

    /** A URL with a password in it, or a private key in PEM form. */
    private static final Pattern VALUE =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY");

    /** A long word of letters of both kinds and digits, as programs make it. */
    private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/_=-]{24,}");

    /** Bits that a character of such a word carries at least; names and sentences carry fewer. */
    private static final double RANDOM_BITS = 4.0;

    private SecretNames() {}

    /** Returns whether a value looks as if a program had made it by chance. */
    public static boolean looksRandom(String value) {
        return RANDOM.matcher(value).matches() && bits(value) >= RANDOM_BITS;
    }

    /** Shannon's measure of how much each character tells. */
    private static double bits(String value) {
        double bits = 0;
        for (int character : value.chars().distinct().toArray()) {
            double share = (double) value.chars().filter(c -> c == character).count() / value.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    /** Returns whether the name says that its value is a secret. */
    public static boolean isSecret(String name) {
        return NAME.matcher(name).find() && !DIRECTORIES.contains(name);
    }

    /** Returns whether the name or the value itself says that the value is a secret. */
    public static boolean isSecret(String name, String value) {
        return isSecret(name) || VALUE.matcher(value).find();
    }
}
