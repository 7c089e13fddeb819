package dev.bulkhead.catalogue;

import dev.bulkhead.topology.SecretNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Signs by which a variable is taken for a secret: what is known of its image, its name, and the form of its value. */
public final class SecretSigns {

    private static final Pattern LAST_WORD = Pattern.compile(
            "(?i)(passw(or)?d|passwd|pass|pwd?|passphrase|secret|token|key|credentials?|auth|salt|htpasswd)$");
    private static final Pattern NO_SECRET = Pattern.compile("(?i)[0-9]{0,5}|true|false|yes|no|on|off|none|null");
    private static final Set<String> PATHS = Set.of("/", "./", "../", "~/", "file:", "http://", "https://");

    private SecretSigns() {}

    /** Returns whether a variable holds a secret. */
    public static boolean holdsSecret(String name, String value, Optional<SecretVariables> known) {
        if (SecretNames.isSecret("", value)) {
            return true;
        }
        boolean named = known.map(secrets -> secrets.holds(name)).orElse(false)
                || (SecretNames.isSecret(name) && LAST_WORD.matcher(name).find() && !isPublic(name))
                || (SecretNames.looksRandom(value) && !isPublic(name));
        return named
                && !NO_SECRET.matcher(value.strip()).matches()
                && PATHS.stream().noneMatch(value.strip()::startsWith);
    }

    private static boolean isPublic(String name) {
        return name.toLowerCase(Locale.ROOT).contains("public");
    }
}
