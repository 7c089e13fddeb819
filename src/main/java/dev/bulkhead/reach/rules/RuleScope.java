package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.diff.ChangeGroup;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Scope of rules: which of them speak of which pairs, whether they hold or not. */
public final class RuleScope {

    private final Rules rules;
    private final ReachMatrix matrix;
    private final SubjectSets sets;

    /**
     * Looks rules up in a project.
     *
     * @param matrix whose subjects the rules mean
     */
    public RuleScope(Rules rules, ReachMatrix matrix) {
        this.rules = rules;
        this.matrix = matrix;
        this.sets = new SubjectSets(rules, matrix);
    }

    /** Returns the rules that speak of some pair of a group of changes, in file order. */
    public List<Rule> touchedBy(ChangeGroup group) {
        return rules.rules().stream()
                .filter(rule -> group.blocks().stream().anyMatch(block -> speaksOf(rule, block)))
                .toList();
    }

    private boolean speaksOf(Rule rule, ChangeGroup.Block block) {
        BitSet from = sets.of(rule.from());
        if (rule.kind() == Rule.Kind.ONLY) {
            from = (BitSet) from.clone();
            from.flip(0, matrix.size());
        }
        BitSet sources = from;
        return anyOf(block.from(), sources)
                && rule.to().stream().anyMatch(target -> anyOf(block.to(), sets.of(target.selector())));
    }

    private boolean anyOf(Collection<String> names, BitSet set) {
        return names.stream()
                .anyMatch(name -> matrix.indexOf(Subject.of(name)).map(set::get).orElse(false));
    }
}
