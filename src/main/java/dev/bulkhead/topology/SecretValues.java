package dev.bulkhead.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secrets that a project's environment variables hold, to take them out of texts that others wrote. */
public final class SecretValues {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** Shorter ones would be found in texts that have nothing to do with them. */
    private static final int SHORTEST = 6;

    /** No secrets. */
    public static final SecretValues NONE = new SecretValues(Stream.of());

    private final List<String> values;

    private SecretValues(Stream<String> values) {
        // A secret can be part of a longer one, for instance of a URL.
        this.values = values.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns the secrets among the variables of a project's services. */
    public static SecretValues of(Topology topology) {
        return new SecretValues(topology.services().values().stream()
                .flatMap(service -> secrets(service.container().environment())));
    }

    /** Returns the secrets among variables: values whose name, or whose own form, says that they are one. */
    public static SecretValues of(Map<String, String> variables) {
        return new SecretValues(secrets(variables));
    }

    private static Stream<String> secrets(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getValue().length() >= SHORTEST
                        && SecretNames.isSecret(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getValue);
    }

    /** Returns these secrets and others. */
    public SecretValues and(SecretValues others) {
        return new SecretValues(Stream.concat(values.stream(), others.values.stream()));
    }

    /** Returns the text with every secret masked. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValues secrets && values.equals(secrets.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Tells how many there are. */
    @Override
    public String toString() {
        return "SecretValues[" + values.size() + "]";
    }
}
