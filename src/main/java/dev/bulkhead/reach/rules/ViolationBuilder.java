package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builder of a rule's violation: collects the pairs that break it, the first for words, all for counting. */
final class ViolationBuilder {

    /** Beyond this many subjects a finding only counts. */
    private static final int NAMED = 20;

    private final ReachMatrix matrix;
    private final Target target;
    private final Set<Element> subjects = new LinkedHashSet<>();
    /** Sources of the pairs that certainly break the rule, by target: thousands reach one, seldom the other way round. */
    private final Map<Integer, BitSet> sources = new HashMap<>();

    private String first = "";
    private Pair pair = new Pair(0, 0, Optional.empty());
    private int pairs;
    private boolean certain;

    ViolationBuilder(ReachMatrix matrix, Target target) {
        this.matrix = matrix;
        this.target = target;
    }

    /**
     * A pair that breaks a rule, by its numbers in the matrix.
     *
     * @param proxy the reverse proxy that connects it, where packets do not
     */
    record Pair(int from, int to, Optional<String> proxy) {}

    /** Notes a pair; one that is certain is told before one that is not. */
    void add(int from, int to, Verdict verdict) {
        pairs++;
        if (verdict != Verdict.UNKNOWN) {
            note(from, to);
        }
        boolean better = verdict != Verdict.UNKNOWN && !certain;
        if (first.isEmpty() || better) {
            pair = new Pair(from, to, Optional.empty());
            first = new Explainer(matrix).firstSentence(from, to, target.port());
        }
        certain |= verdict != Verdict.UNKNOWN;
        name(from, to);
    }

    /** Notes a pair that a reverse proxy connects. */
    void addRouted(int from, int to, String proxy) {
        pairs++;
        note(from, to);
        if (!certain) {
            pair = new Pair(from, to, Optional.of(proxy));
            first = matrix.subjects().get(from).text() + " gets to "
                    + matrix.subjects().get(to).text() + " through a route of " + proxy + ".";
        }
        certain = true;
        name(from, to);
    }

    private void name(int from, int to) {
        if (subjects.size() < NAMED) {
            subjects.add(name(from));
        }
        if (subjects.size() < NAMED) {
            subjects.add(name(to));
        }
    }

    private void note(int from, int to) {
        sources.computeIfAbsent(to, key -> new BitSet(matrix.size())).set(from);
    }

    /** Returns by source the targets of the pairs that certainly break the rule. */
    Map<Integer, BitSet> certainPairs() {
        Map<Integer, BitSet> targets = new HashMap<>();
        sources.forEach((to, from) -> from.stream()
                .forEach(source ->
                        targets.computeIfAbsent(source, key -> new BitSet()).set(to)));
        return targets;
    }

    private Element name(int subject) {
        return switch (matrix.subjects().get(subject)) {
            case Subject.Internet _ -> Element.OutsideElement.INTERNET;
            case Subject.Lan _ -> Element.OutsideElement.LAN;
            case Subject.Host _ -> Element.OutsideElement.HOST;
            case Subject.Foreign _ -> Element.OutsideElement.FOREIGN;
            case Subject.OfService(String key) -> Element.service(key);
        };
    }

    boolean isEmpty() {
        return pairs == 0;
    }

    boolean certain() {
        return certain;
    }

    List<Element> subjects() {
        return new ArrayList<>(subjects);
    }

    /** Returns the pair that is told in words. */
    Pair first() {
        return pair;
    }

    /** Returns the first pair in words and how many there are beside it. */
    String sentence() {
        return pairs == 1
                ? first
                : first + " So it is for " + (pairs - 1) + " more " + (pairs == 2 ? "pair." : "pairs.");
    }
}
