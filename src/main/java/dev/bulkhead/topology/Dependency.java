package dev.bulkhead.topology;

/**
 * Dependency of a service on another that has to be up first.
 *
 * @param service the key of that service
 * @param condition {@code service_started}, {@code service_healthy} or {@code service_completed_successfully}
 * @param restart whether this service restarts with that one
 * @param required whether its absence is an error
 */
public record Dependency(String service, String condition, boolean restart, boolean required) {

    /** Returns whether the service is not started where nobody can tell whether the other works. */
    public boolean refusesWithoutHealth() {
        return required && condition.equals("service_healthy");
    }

    /** Returns what an entry of the short form means. */
    public static Dependency on(String service) {
        return new Dependency(service, "service_started", false, true);
    }
}
