package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachOptions;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules file as it was read.
 *
 * @param groups groups by name
 * @param rules rules in file order
 * @param checks how severe the operator takes findings, in file order
 */
public record Rules(SortedMap<String, Group> groups, List<Rule> rules, Exposure exposure, List<CheckSetting> checks) {

    /** The name of the rules file, beside the project's main file. */
    public static final String FILE = "bulkhead.yml";

    /** No rules at all. */
    public static final Rules NONE = new Rules(new TreeMap<>(), List.of(), Exposure.UNSTATED);

    public Rules {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
    }

    /** A rules file that leaves every check as severe as it is. */
    public Rules(SortedMap<String, Group> groups, List<Rule> rules, Exposure exposure) {
        this(groups, rules, exposure, List.of());
    }

    /** Returns whether nothing is demanded of the project. */
    public boolean demandNothing() {
        return groups.isEmpty() && rules.isEmpty() && exposure.equals(Exposure.UNSTATED);
    }

    /** Returns options that know whether the host is public. */
    public ReachOptions applyTo(ReachOptions options) {
        return options.withHostIsPublic(exposure.isPublic());
    }
}
