package dev.bulkhead.reach.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Index of the ordered pairs of subjects that break rules; immutable once it is handed out. */
public final class BrokenPairs {

    /** No pair breaks a rule. */
    public static final BrokenPairs NONE = new BrokenPairs(Map.of());

    private final Map<Rule, Map<Integer, BitSet>> byRule;

    private BrokenPairs(Map<Rule, Map<Integer, BitSet>> byRule) {
        this.byRule = byRule;
    }

    /** Returns the pairs that certainly break rules. */
    static BrokenPairs of(Map<Rule, List<ViolationBuilder>> breaches) {
        Map<Rule, Map<Integer, BitSet>> byRule = new LinkedHashMap<>();
        breaches.forEach((rule, found) -> {
            Map<Integer, BitSet> pairs = new LinkedHashMap<>();
            found.forEach(violation -> violation
                    .certainPairs()
                    .forEach((from, to) ->
                            pairs.computeIfAbsent(from, key -> new BitSet()).or(to)));
            if (!pairs.isEmpty()) {
                byRule.put(rule, pairs);
            }
        });
        return new BrokenPairs(byRule);
    }

    /** Returns whether a pair, by its numbers in the matrix, breaks some rule. */
    public boolean broken(int from, int to) {
        for (Map<Integer, BitSet> pairs : byRule.values()) {
            BitSet targets = pairs.get(from);
            if (targets != null && targets.get(to)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the rules that a pair breaks, in file order. */
    public List<Rule> rules(int from, int to) {
        List<Rule> rules = new ArrayList<>();
        byRule.forEach((rule, pairs) -> {
            BitSet targets = pairs.get(from);
            if (targets != null && targets.get(to)) {
                rules.add(rule);
            }
        });
        return rules;
    }

    /** Returns how many pairs break at least one rule. */
    public int count() {
        Map<Integer, BitSet> all = new LinkedHashMap<>();
        byRule.values()
                .forEach(pairs -> pairs.forEach((from, to) ->
                        all.computeIfAbsent(from, key -> new BitSet()).or(to)));
        return all.values().stream().mapToInt(BitSet::cardinality).sum();
    }
}
