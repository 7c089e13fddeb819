package dev.bulkhead.migrate.web;

import java.util.Optional;

/**
 * Answer of a web server to a request.
 *
 * @param status status code
 * @param location where a redirect leads, as the server wrote it
 * @param body digest of the body, to tell two answers apart
 * @param text the body as it came, its beginning where it is long; it is looked into and never told
 * @param tls what the encryption showed; empty for a request in clear
 */
public record WebAnswer(int status, Optional<String> location, String body, String text, Optional<TlsSeen> tls) {

    /** Returns whether another answer is the very same, but for the encryption. */
    public boolean sameAs(WebAnswer other) {
        return status == other.status && body.equals(other.body) && location.equals(other.location);
    }
}
