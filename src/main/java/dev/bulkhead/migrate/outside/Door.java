package dev.bulkhead.migrate.outside;

/**
 * Published TCP port of a service, by which it is asked from outside.
 *
 * @param service the key of the service that publishes it; of a shared network namespace, its owner
 * @param host where the port is reached from here
 * @param port the port of the host
 */
public record Door(String service, String host, int port) {

    @Override
    public String toString() {
        return service + " (" + host + ":" + port + ")";
    }
}
