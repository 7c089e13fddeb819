package dev.bulkhead.proxy.guard;

import java.util.List;

/**
 * Forward authentication: a program that a proxy asks about every request before it hands the request on (Traefik
 * documentation, ForwardAuth; Caddy documentation, {@code forward_auth}).
 *
 * @param name what it is called in the proxy's settings
 * @param host where the proxy finds it
 * @param port the port that it listens on
 * @param path what it is asked
 * @param headers what of its answer the service behind is told: who has come
 */
public record ForwardAuth(String name, String host, int port, String path, List<String> headers) {

    public ForwardAuth {
        headers = List.copyOf(headers);
    }

    /** Authelia, which runs as a service of this name (Authelia documentation, Proxy Authorization, ForwardAuth). */
    public static ForwardAuth authelia(String service) {
        return new ForwardAuth(
                "authelia",
                service,
                9091,
                "/api/authz/forward-auth",
                List.of("Remote-User", "Remote-Groups", "Remote-Email", "Remote-Name"));
    }

    /** Returns its host and port. */
    public String at() {
        return host + ":" + port;
    }

    /** Returns its address. */
    public String url() {
        return "http://" + at() + path;
    }
}
