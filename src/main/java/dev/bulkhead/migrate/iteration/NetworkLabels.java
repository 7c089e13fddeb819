package dev.bulkhead.migrate.iteration;

/** Labels of the networks that Bulkhead makes, which tell on the engine whose they are. */
public final class NetworkLabels {

    /** The project a network was made for. */
    public static final String PROJECT = "dev.bulkhead.project";

    /** The tier a network stands for. */
    public static final String TIER = "dev.bulkhead.tier";

    private NetworkLabels() {}
}
