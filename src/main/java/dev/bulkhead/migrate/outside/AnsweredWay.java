package dev.bulkhead.migrate.outside;

import dev.bulkhead.migrate.goal.RouteRequest;
import java.util.Collection;
import java.util.Optional;

/**
 * Way into a project: a request by which people come in, and the status that it was answered with before a change.
 *
 * @param request the request; of a published port, to the service that publishes it
 * @param door the published port; empty for a host name that a proxy has a route for
 * @param status the status code that came
 * @param goes whether the change is meant to close it; only the way back has to open it again
 */
public record AnsweredWay(RouteRequest request, Optional<Door> door, int status, boolean goes) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns the entrance by a published port that nobody has asked yet. */
    static AnsweredWay by(Door door, boolean goes) {
        // what speaks TLS is told by its number only: 443, 8443, 9443
        boolean tls = door.port() % 1000 == HTTPS;
        Optional<Integer> written = door.port() == (tls ? HTTPS : HTTP) ? Optional.empty() : Optional.of(door.port());
        return new AnsweredWay(
                new RouteRequest(door.service(), door.port(), tls, door.host(), "/", door.service(), written),
                Optional.of(door),
                0,
                goes);
    }

    /** Returns the entrance by a host name that nobody has asked yet. */
    static AnsweredWay by(RouteRequest request) {
        return new AnsweredWay(request, Optional.empty(), 0, false);
    }

    /** Returns the same with what was answered. */
    AnsweredWay answered(int status) {
        return new AnsweredWay(request, door, status, goes);
    }

    /** Returns whether somebody of some services stands behind it: the proxy or whom it leads to. */
    public boolean leadsTo(Collection<String> services) {
        return services.contains(request.proxy()) || services.contains(request.service());
    }

    /** Returns what is asked, for lists. */
    String subject() {
        return door.map(port -> "port " + port.port() + " of " + port.service()).orElseGet(request::url);
    }
}
