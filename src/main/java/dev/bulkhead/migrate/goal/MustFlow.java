package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.Protocol;
import java.util.OptionalInt;

/**
 * Flow from a service to another or to the internet, that has to work, now and after every step, or that the operator
 * forbids; the one form of a flow that is known of two services, wherever it is known from.
 *
 * @param from the service that calls
 * @param to the service that is called, or {@link #INTERNET}
 * @param port the port called; empty when it is not known
 * @param protocol transport protocol
 * @param source where the flow is known from
 * @param why the same as a sentence
 */
public record MustFlow(String from, String to, OptionalInt port, Protocol protocol, Source source, String why) {

    /** Where a flow is known from. */
    public enum Source {
        /** A reverse proxy has a route there. */
        ROUTE,
        /** A variable or label names the host. */
        SETTING,
        /** The files state a dependency. */
        DEPENDENCY,
        /** The two images usually work together; nothing in the files says so. */
        CATALOGUE,
        /** The operator's own rule. */
        RULE,
        /** The operator's own rule that it must not work. */
        FORBIDDEN
    }

    /** The target of flows that leave the host. */
    public static final String INTERNET = "internet";

    /** Returns this flow as known from elsewhere too. */
    public MustFlow from(Source other) {
        return new MustFlow(from, to, port, protocol, other, why);
    }

    /** Returns whether it is one that must not work. */
    public boolean forbidden() {
        return source == Source.FORBIDDEN;
    }

    /** Returns the flow as {@code bulkhead.yml} writes it, for instance {@code traefik -> jellyfin:8096}. */
    public String rule() {
        String target = port.isPresent() ? to + ":" + port.getAsInt() : to;
        return (forbidden() ? "must-not: " : "") + from + " -> " + target
                + (protocol == Protocol.TCP ? "" : "/" + protocol.text());
    }
}
