package dev.bulkhead.check;

import java.util.List;
import java.util.function.Consumer;

/** Check of projects for one fault. Checks are pure: the same input gives the same findings. */
public interface Check {

    /** Returns the id that findings carry and that the operator can configure. */
    String id();

    /** Returns what the rule demands, in a few words. */
    String title();

    /** Returns how bad a finding is when nothing tells otherwise. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /** Returns the rules that its findings can name; most checks have one. */
    default List<CheckRule> rules() {
        return List.of(new CheckRule(id(), title(), severity()));
    }

    /** Reports every violation. */
    void run(CheckInput input, Consumer<Finding> findings);
}
