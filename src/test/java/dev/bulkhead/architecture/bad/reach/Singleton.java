package dev.bulkhead.architecture.bad.reach;

/** A class that hands itself out. */
public final class Singleton {
    private static final Singleton ONLY = new Singleton();

    private Singleton() {}

    public static Singleton getInstance() {
        return ONLY;
    }
}
