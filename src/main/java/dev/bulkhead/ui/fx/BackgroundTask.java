package dev.bulkhead.ui.fx;

/**
 * Task away from the user interface, with a result.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface BackgroundTask<T> {

    /**
     * Does the work.
     *
     * @throws Exception what keeps it from finishing; its message is shown
     */
    T run(TaskProgress progress) throws Exception;
}
