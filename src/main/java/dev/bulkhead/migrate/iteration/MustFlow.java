package dev.bulkhead.migrate.iteration;

import dev.bulkhead.topology.Protocol;
import java.util.OptionalInt;

/**
 * A flow that has to work, now and after every step.
 *
 * @param from the service that calls
 * @param to the service that is called, or {@link #INTERNET}
 * @param port the port called; empty when it is not known
 * @param protocol transport protocol
 * @param why where the flow is known from, as a sentence
 */
public record MustFlow(String from, String to, OptionalInt port, Protocol protocol, String why) {

    /** The target of flows that leave the host. */
    public static final String INTERNET = "internet";

    /** Returns the flow as {@code bulkhead.yml} writes it, for instance {@code traefik -> jellyfin:8096}. */
    public String rule() {
        String target = port.isPresent() ? to + ":" + port.getAsInt() : to;
        return from + " -> " + target + (protocol == Protocol.TCP ? "" : "/" + protocol.text());
    }
}
