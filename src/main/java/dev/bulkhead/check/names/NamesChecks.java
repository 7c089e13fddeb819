package dev.bulkhead.check.names;

import dev.bulkhead.check.Check;
import java.util.List;

/** List of the checks of names. */
public final class NamesChecks {

    private NamesChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(new NameTakenTwiceCheck(), new NameTooLongCheck(), new NameUnreachableCheck());
    }
}
