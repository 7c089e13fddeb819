package dev.bulkhead.architecture.bad.reach;

/** A calculation that remembers for everybody. */
@SuppressWarnings("NonFinalStaticField")
public final class RemembersStatically {
    public static int count;

    private RemembersStatically() {}
}
