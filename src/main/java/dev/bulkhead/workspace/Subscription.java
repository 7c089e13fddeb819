package dev.bulkhead.workspace;

/** A listener that can be taken away again. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** Ends it; further calls do nothing. */
    @Override
    void close();
}
