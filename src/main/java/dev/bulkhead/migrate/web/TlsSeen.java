package dev.bulkhead.migrate.web;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a handshake showed.
 *
 * @param protocol the version that both agreed on, such as {@code TLSv1.3}; empty where they did not come to it
 * @param chain the certificates as the server sent them, its own first
 * @param objection what Java's TLS has against the chain, the name or the dates; empty where it is satisfied
 */
public record TlsSeen(Optional<String> protocol, List<X509Certificate> chain, Optional<String> objection) {
    public TlsSeen {
        chain = List.copyOf(chain);
    }
}
