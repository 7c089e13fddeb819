package dev.bulkhead.architecture.bad.reach;

/** A calculation with a thread of its own. */
public final class StartsAThread {
    private StartsAThread() {}

    public static Thread start() {
        return new Thread(() -> {}, "reach");
    }
}
