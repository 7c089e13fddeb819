package dev.bulkhead.architecture.bad.reach;

/** A calculation that talks. */
@SuppressWarnings("SystemOut")
public final class Prints {
    private Prints() {}

    public static void hello() {
        System.out.println("reached");
    }
}
