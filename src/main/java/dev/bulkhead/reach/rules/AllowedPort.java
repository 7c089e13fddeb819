package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.Protocol;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Entry of the list of host ports that may be published.
 *
 * @param first lowest port
 * @param last highest port
 */
public record AllowedPort(int first, int last, Protocol protocol) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,5}(-[0-9]{1,5})?");

    /** Returns the ports of {@code PORT[-PORT][/PROTO]}, if the text is that. */
    public static Optional<AllowedPort> parse(String text) {
        int slash = text.indexOf('/');
        String numbers = slash < 0 ? text : text.substring(0, slash);
        Optional<Protocol> protocol = slash < 0 ? Optional.of(Protocol.TCP) : Protocol.parse(text.substring(slash + 1));
        if (!NUMBERS.matcher(numbers).matches()) {
            return Optional.empty();
        }
        int dash = numbers.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? numbers : numbers.substring(0, dash));
        int last = Integer.parseInt(numbers.substring(dash + 1));
        return first < 1 || last > 65_535 || last < first
                ? Optional.empty()
                : protocol.map(p -> new AllowedPort(first, last, p));
    }

    /** Returns whether a range of host ports is allowed as a whole. */
    boolean covers(int from, int to, Protocol other) {
        return protocol == other && first <= from && to <= last;
    }
}
