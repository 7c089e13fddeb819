package dev.bulkhead.engine.lifecycle;

/** Change of a container's life that the operator asks for. */
public enum LifecycleAction {
    START("Start", "started"),
    STOP("Stop", "stopped"),
    RESTART("Restart", "restarted");

    private final String verb;
    private final String participle;

    LifecycleAction(String verb, String participle) {
        this.verb = verb;
        this.participle = participle;
    }

    /** Returns what to do, as a button says it. */
    public String verb() {
        return verb;
    }

    /** Returns what was done. */
    public String participle() {
        return participle;
    }
}
