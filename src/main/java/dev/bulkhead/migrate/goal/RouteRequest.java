package dev.bulkhead.migrate.goal;

/**
 * Request that a reverse proxy has to answer by a route: as a browser sends it, with the name of the host.
 *
 * @param proxy the service that runs the proxy
 * @param port the port of its container that it takes such requests on
 * @param tls whether they are encrypted there
 * @param host the host name
 * @param path the path, with a slash at its front
 * @param service the service that the route leads to; the proxy itself for a page of its own
 */
public record RouteRequest(String proxy, int port, boolean tls, String host, String path, String service) {

    /** Returns the address as people open it, without the port of the proxy. */
    public String url() {
        return (tls ? "https://" : "http://") + host + path;
    }
}
