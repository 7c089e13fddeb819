package dev.bulkhead.topology;

import java.util.Locale;
import java.util.Optional;

/** Transport protocols that a port can be published for. */
public enum Protocol {
    TCP,
    UDP,
    SCTP;

    /** Returns the protocol of Compose's lower-case name, if it is one. */
    public static Optional<Protocol> parse(String text) {
        for (Protocol protocol : values()) {
            if (protocol.text().equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** Returns the name as Compose writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
