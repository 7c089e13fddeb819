package dev.bulkhead.migrate.run;

/** Hears what a run tells; called on the run's own thread or on the engine's event thread, one event at a time. */
@FunctionalInterface
public interface RunListener {

    /** Takes one event; must return soon. */
    void onEvent(RunEvent event);
}
