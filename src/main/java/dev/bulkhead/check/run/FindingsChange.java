package dev.bulkhead.check.run;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.baseline.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Difference of two judgements: a finding stays the same where only its place moved, and one more alike is a new one.
 *
 * @param added what counts now and did not before
 * @param removed what counted before and does not now, nor is accepted now
 * @param stayed what counts as before
 * @param accepted what is accepted now and was not before
 */
public record FindingsChange(
        List<Finding> added, List<Finding> removed, List<Finding> stayed, List<Accepted> accepted) {

    public FindingsChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        stayed = List.copyOf(stayed);
        accepted = List.copyOf(accepted);
    }

    /** Compares what was with what is. */
    public static FindingsChange between(Judgement before, Judgement after) {
        List<Finding> added = missing(after.findings(), before.findings(), FindingsChange::key);
        List<Finding> stayed = new ArrayList<>(after.findings());
        added.forEach(finding -> removeSame(stayed, finding));
        List<Accepted> accepted = missing(after.accepted(), before.accepted(), one -> Fingerprint.of(one.finding()));
        List<Finding> gone = missing(before.findings(), after.findings(), FindingsChange::key);
        List<Finding> removed =
                missing(gone, accepted.stream().map(Accepted::finding).toList(), Fingerprint::of);
        // how many there are is said with what is accepted
        Predicate<Finding> counted = finding -> !finding.rule().equals(AcceptedFindings.SUM);
        return new FindingsChange(
                added.stream().filter(counted).toList(),
                removed.stream().filter(counted).toList(),
                stayed.stream().filter(counted).toList(),
                accepted);
    }

    private static String key(Finding finding) {
        return finding.severity() + Fingerprint.of(finding);
    }

    private static void removeSame(List<Finding> findings, Finding finding) {
        for (int i = findings.size() - 1; i >= 0; i--) {
            if (findings.get(i).equals(finding)) {
                findings.remove(i);
                return;
            }
        }
    }

    /** Returns what the second list has no match for; of several alike the last ones are too many. */
    private static <T> List<T> missing(List<T> list, List<T> others, Function<T, String> key) {
        List<String> there = new ArrayList<>(others.stream().map(key).toList());
        return list.stream().filter(one -> !there.remove(key.apply(one))).toList();
    }
}
