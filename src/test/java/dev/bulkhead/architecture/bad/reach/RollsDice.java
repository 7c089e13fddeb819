package dev.bulkhead.architecture.bad.reach;

import java.util.Random;

/** A decision by an unseeded chance. */
public final class RollsDice {
    private RollsDice() {}

    public static boolean reachable() {
        return new Random().nextBoolean();
    }
}
