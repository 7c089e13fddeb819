package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lint of the rules themselves: names that do not exist, rules that contradict, repeat, or speak of nobody. */
final class RulesLint {

    private final Rules rules;
    private final SubjectSets sets;
    private final List<RuleViolation> faults = new ArrayList<>();

    RulesLint(Rules rules, SubjectSets sets) {
        this.rules = rules;
        this.sets = sets;
    }

    List<RuleViolation> run() {
        rules.groups().values().forEach(group -> unknown(group.members(), "group " + group.name(), group.at()));
        rules.wanted()
                .after()
                .ifPresent(after -> iteration(after, "exposure", rules.wanted().at()));
        for (int i = 0; i < rules.stated().size(); i++) {
            Rule rule = rules.stated().get(i);
            rule.statement()
                    .after()
                    .ifPresent(after -> iteration(after, "rule '" + rule + "'", Optional.of(rule.at())));
            boolean named = unknown(selectors(rule), "rule '" + rule + "'", rule.at());
            if (named && matchesNobody(rule)) {
                fault(
                        RuleViolation.Kind.NEVER_MATCHES,
                        "Rule '" + rule + "' speaks of nobody: one of its sides has no members.",
                        "Add members to the group or network, or drop the rule.",
                        rule.at());
            }
            for (Rule earlier : rules.stated().subList(0, i)) {
                compare(earlier, rule);
            }
        }
        return faults;
    }

    private static Set<Selector> selectors(Rule rule) {
        Set<Selector> selectors = new LinkedHashSet<>(rule.from());
        rule.to().forEach(target -> selectors.add(target.selector()));
        return selectors;
    }

    /** Reports names that do not exist; returns whether all do. */
    private boolean unknown(Iterable<Selector> selectors, String where, SourceMark at) {
        boolean known = true;
        for (Selector selector : selectors) {
            Optional<String> sentence = sets.unknown(selector);
            if (sentence.isPresent()) {
                known = false;
                fault(
                        RuleViolation.Kind.UNKNOWN_SUBJECT,
                        sentence.get() + " It is named in " + where + ".",
                        "Correct the name, or drop it.",
                        at);
            }
        }
        return known;
    }

    private void iteration(String id, String where, Optional<SourceMark> at) {
        if (rules.progress().unheardOf(id)) {
            faults.add(new RuleViolation(
                    RuleViolation.Kind.UNKNOWN_SUBJECT,
                    List.of(),
                    "There is no iteration " + id + ", so what waits for it is a goal for ever. It is named in " + where
                            + ".",
                    "Name one of "
                            + String.join(
                                    ", ",
                                    rules.progress().known().stream().sorted().toList())
                            + ".",
                    at,
                    Optional.empty()));
        }
    }

    private boolean matchesNobody(Rule rule) {
        // Who else is on a shared network is not the project's to say.
        boolean foreign = rule.from().stream().anyMatch(Selector.Foreign.class::isInstance);
        return (sets.of(rule.from()).isEmpty() && !foreign)
                || rule.to().stream().allMatch(t -> sets.of(t.selector()).isEmpty());
    }

    private void compare(Rule earlier, Rule later) {
        if (contradict(earlier, later)) {
            fault(
                    RuleViolation.Kind.CONTRADICTION,
                    "Rule '" + later + "' contradicts rule '" + earlier + "' of line "
                            + earlier.at().line() + ".",
                    "Narrow one of the two.",
                    later.at());
        } else if (covers(earlier, later)) {
            shadowed(later, earlier);
        } else if (covers(later, earlier)) {
            shadowed(earlier, later);
        }
    }

    private void shadowed(Rule narrow, Rule wide) {
        fault(
                RuleViolation.Kind.SHADOWED,
                "Rule '" + narrow + "' demands nothing that rule '" + wide + "' of line "
                        + wide.at().line() + " does not.",
                "Drop it.",
                narrow.at());
    }

    private boolean contradict(Rule a, Rule b) {
        if (a.kind() == Rule.Kind.ONLY && b.kind() == Rule.Kind.ONLY) {
            return excludeEachOther(a, b);
        }
        if (a.kind() == Rule.Kind.MUST && b.kind() != Rule.Kind.MUST) {
            return forbids(b, a);
        }
        return b.kind() == Rule.Kind.MUST && a.kind() != Rule.Kind.MUST && forbids(a, b);
    }

    /**
     * Returns whether a rule is broken by nothing but what a rule that contradicts it demands or lets in: then the contradiction is
     * the cause, and it is told once.
     *
     * @param pairs who breaks it towards whom, by their numbers
     */
    boolean isOfContradiction(Rule broken, Map<Integer, BitSet> pairs) {
        List<Rule> against = rules.stated().stream()
                .filter(rule -> !rule.equals(broken) && (contradict(rule, broken) || contradict(broken, rule)))
                .toList();
        return !against.isEmpty()
                && pairs.entrySet().stream()
                        .allMatch(pair -> pair.getValue().stream()
                                .allMatch(to ->
                                        against.stream().anyMatch(rule -> wantsOtherwise(rule, pair.getKey(), to))));
    }

    /** A flow that is missing is forbidden by the other; one that is there is demanded or let in by it. */
    private boolean wantsOtherwise(Rule rule, int from, int to) {
        boolean aimed =
                rule.to().stream().anyMatch(target -> sets.of(target.selector()).get(to));
        boolean named = sets.of(rule.from()).get(from);
        return aimed
                && (named
                        || (rule.kind() == Rule.Kind.ONLY && sets.barredBy(rule).get(from)));
    }

    /** Two rules about one target that name nobody in common let nobody in at all. */
    private boolean excludeEachOther(Rule a, Rule b) {
        for (Target one : a.to()) {
            for (Target other : b.to()) {
                boolean samePort = one.port().isEmpty()
                        || other.port().isEmpty()
                        || one.port().equals(other.port());
                BitSet both = and(sets.of(one.selector()), sets.of(other.selector()));
                BitSet inA = named(a, both);
                BitSet inB = named(b, both);
                if (samePort && !both.isEmpty() && !inA.isEmpty() && !inB.isEmpty() && !inA.intersects(inB)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whom a rule lets in beside those who always may: the targets themselves and the host. */
    private BitSet named(Rule rule, BitSet targets) {
        BitSet named = minus(sets.of(rule.from()), targets);
        named.clear(ReachMatrix.HOST);
        return named;
    }

    /** Returns whether a must-not or only rule forbids a flow that another demands. */
    private boolean forbids(Rule ban, Rule must) {
        BitSet barred = sets.of(must.from());
        if (ban.kind() == Rule.Kind.MUST_NOT) {
            barred = and(barred, sets.of(ban.from()));
        } else {
            barred = minus(barred, sets.of(ban.from()));
            barred.clear(ReachMatrix.HOST);
            for (Target target : ban.to()) {
                barred.andNot(sets.of(target.selector()));
            }
        }
        for (Target banned : ban.to()) {
            for (Target demanded : must.to()) {
                boolean samePort = banned.port().isEmpty() || banned.port().equals(demanded.port());
                BitSet targets = and(sets.of(banned.selector()), sets.of(demanded.selector()));
                if (samePort && differs(barred, targets)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some source and some target are not one and the same. */
    private static boolean differs(BitSet sources, BitSet targets) {
        return !sources.isEmpty() && !targets.isEmpty() && !(sources.cardinality() == 1 && sources.equals(targets));
    }

    /** Returns whether a rule demands everything that another of its kind demands. */
    private boolean covers(Rule wide, Rule narrow) {
        boolean comparable = wide.kind() == narrow.kind() && !matchesNobody(narrow);
        if (!comparable) {
            return false;
        }
        // What holds later demands less now.
        boolean asSoon = wide.statement().after().isEmpty()
                || wide.statement().after().equals(narrow.statement().after());
        return asSoon
                && within(sources(narrow), sources(wide))
                && narrow.to().stream().allMatch(t -> wide.to().stream().anyMatch(w -> covers(wide.kind(), w, t)));
    }

    /** Whom a rule speaks of as sources; one that lets only some in bars all others. */
    private BitSet sources(Rule rule) {
        if (rule.kind() != Rule.Kind.ONLY) {
            return sets.of(rule.from());
        }
        return sets.barredBy(rule);
    }

    private boolean covers(Rule.Kind kind, Target wide, Target narrow) {
        boolean port = wide.port().equals(narrow.port())
                || (kind == Rule.Kind.MUST
                        ? narrow.port().isEmpty()
                        : wide.port().isEmpty());
        return port && within(sets.of(narrow.selector()), sets.of(wide.selector()));
    }

    private static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    private static BitSet minus(BitSet set, BitSet taken) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(taken);
        return rest;
    }

    /** Each rule is held against each other one with every edit, so that no set is made for it. */
    private static boolean within(BitSet set, BitSet whole) {
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            if (!whole.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void fault(RuleViolation.Kind kind, String message, String fix, SourceMark at) {
        faults.add(new RuleViolation(kind, List.of(), message, fix, Optional.of(at), Optional.empty()));
    }
}
