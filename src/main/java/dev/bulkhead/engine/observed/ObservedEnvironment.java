package dev.bulkhead.engine.observed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Environment of a container as digests: it can be compared with what files say, and holds no value.
 *
 * @param salt what keeps equal values of different containers from being recognised as equal
 * @param digests name of each variable to the digest of its value
 */
public record ObservedEnvironment(String salt, Map<String, String> digests) {

    /** Environment of which nothing is known. */
    public static final ObservedEnvironment UNKNOWN = new ObservedEnvironment("", Map.of());

    public ObservedEnvironment {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** Returns the environment of the values. */
    public static ObservedEnvironment of(String salt, Map<String, String> values) {
        Map<String, String> digests = new TreeMap<>();
        values.forEach((name, value) -> digests.put(name, digest(salt, name, value)));
        return new ObservedEnvironment(salt, digests);
    }

    /** Returns the names of the variables. */
    public Set<String> names() {
        return digests.keySet();
    }

    /** Returns whether a variable is there and has that value. */
    public boolean has(String name, String value) {
        return digest(salt, name, value).equals(digests.get(name));
    }

    private static String digest(String salt, String name, String value) {
        try {
            byte[] text = (salt + "\0" + name + "\0" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Tells the names only. */
    @Override
    public String toString() {
        return names().toString();
    }
}
