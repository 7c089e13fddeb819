package dev.bulkhead.topology;

import java.util.Comparator;
import java.util.List;

/** The secrets that a project's environment variables hold, to take them out of texts that others wrote. */
public final class SecretValues {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** Shorter ones would be found in texts that have nothing to do with them. */
    private static final int SHORTEST = 6;

    private final List<String> values;

    private SecretValues(List<String> values) {
        this.values = values;
    }

    /** Returns the secrets of a project: values of variables whose name, or whose own form, says that they are one. */
    public static SecretValues of(Topology topology) {
        return new SecretValues(topology.services().values().stream()
                .flatMap(service -> service.container().environment().entrySet().stream())
                .filter(variable -> variable.getValue().length() >= SHORTEST
                        && SecretNames.isSecret(variable.getKey(), variable.getValue()))
                .map(variable -> variable.getValue())
                .distinct()
                // A secret can be part of a longer one, for instance of a URL.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns the text with every secret masked. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** Tells how many there are. */
    @Override
    public String toString() {
        return "SecretValues[" + values.size() + "]";
    }
}
