package dev.bulkhead.migrate.goal;

/**
 * Stage of a run at which a service's turn comes; those that others enter through come first, those that watch come
 * last.
 */
public enum Stage {
    /** Reverse proxies and tunnels. */
    INGRESS,
    /** Owners of a shared network namespace, together with those who share it. */
    NAMESPACE,
    /** Databases and sign-in, which others wait for. */
    CORE,
    /** Everything else that works in the background. */
    BACKGROUND,
    /** What people open. */
    APPS,
    /** Monitoring, so that it watches everybody else's turn. */
    MONITORING
}
