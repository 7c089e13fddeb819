package dev.bulkhead.architecture.bad.reach;

/** A decision by a number that differs from one call to the next. */
public final class AsksMathForChance {
    private AsksMathForChance() {}

    public static boolean reachable() {
        return Math.random() < 0.5;
    }
}
