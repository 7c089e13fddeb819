package dev.bulkhead.check;

import java.util.List;
import java.util.function.Consumer;

/** One rule about projects. Checks are pure: the same input gives the same findings. */
interface Check {

    /** Returns the id that findings carry and that the operator can configure. */
    String id();

    /** Returns what the rule demands, in a few words. */
    String title();

    /** Returns the rules that its findings can name; most checks have one. */
    default List<CheckRule> rules() {
        return List.of(new CheckRule(id(), title()));
    }

    /** Reports every violation. */
    void run(CheckInput input, Consumer<Finding> findings);
}
