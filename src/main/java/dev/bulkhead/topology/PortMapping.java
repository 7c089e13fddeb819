package dev.bulkhead.topology;

import java.util.Optional;

/**
 * A container port published on the host.
 *
 * @param hostIp the host address it binds to; empty means all addresses
 * @param published host port or range ({@code 8000-8010}); empty means one the engine chooses
 * @param target container port
 * @param protocol transport protocol
 * @param mode {@code ingress} (default) or {@code host}
 */
public record PortMapping(
        Optional<String> hostIp, Optional<String> published, int target, Protocol protocol, String mode) {

    public static final String INGRESS = "ingress";

    /** Returns a mapping on all host addresses. */
    public static PortMapping of(int published, int target, Protocol protocol) {
        return new PortMapping(Optional.empty(), Optional.of(Integer.toString(published)), target, protocol, INGRESS);
    }

    /** Returns the short form of Compose, the protocol only when it is not TCP. */
    public String text() {
        StringBuilder text = new StringBuilder();
        hostIp.ifPresent(
                ip -> text.append(ip.contains(":") ? "[" + ip + "]" : ip).append(':'));
        if (published.isPresent()) {
            text.append(published.get()).append(':');
        } else if (hostIp.isPresent()) {
            text.append(':');
        }
        text.append(target);
        if (protocol != Protocol.TCP) {
            text.append('/').append(protocol.text());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
