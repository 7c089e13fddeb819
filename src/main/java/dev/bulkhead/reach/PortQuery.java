package dev.bulkhead.reach;

import dev.bulkhead.topology.Protocol;
import java.util.Optional;

/**
 * Port that a question is about.
 *
 * @param port container port; where only the host's published ports lead there, the published number is understood too
 * @param protocol transport protocol
 */
public record PortQuery(int port, Protocol protocol) {

    /** Returns the port of {@code PORT[/PROTO]}, if the text is one. */
    public static Optional<PortQuery> parse(String text) {
        int slash = text.indexOf('/');
        String number = slash < 0 ? text : text.substring(0, slash);
        Optional<Protocol> protocol = slash < 0 ? Optional.of(Protocol.TCP) : Protocol.parse(text.substring(slash + 1));
        if (!number.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(number);
        return port < 1 || port > 65_535 ? Optional.empty() : protocol.map(p -> new PortQuery(port, p));
    }

    @Override
    public String toString() {
        return port + "/" + protocol.text();
    }
}
