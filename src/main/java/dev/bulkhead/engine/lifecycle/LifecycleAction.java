package dev.bulkhead.engine.lifecycle;

/** Change of a container's life that the operator asks for. */
public enum LifecycleAction {
    START,
    STOP,
    RESTART
}
