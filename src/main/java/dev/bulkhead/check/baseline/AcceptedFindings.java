package dev.bulkhead.check.baseline;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Baseline of a project: the findings that its operator accepts, each with a reason and a last day.
 *
 * @param file the name of the file that lists them
 * @param entries what is accepted
 * @param faults findings about the file itself
 * @param today the day it is looked at, by UTC
 */
public record AcceptedFindings(String file, List<BaselineEntry> entries, List<Finding> faults, LocalDate today) {

    /** The name of the file in a project's directory. */
    public static final String FILE = "bulkhead-baseline.yml";

    /** Nothing is accepted. */
    public static final AcceptedFindings NONE = new AcceptedFindings(FILE, List.of(), List.of(), LocalDate.EPOCH);

    /** The rule that tells how many findings are accepted. */
    public static final String SUM = "accepted";

    /** The rule of a baseline that cannot be read. */
    public static final String UNREADABLE_RULE = "baseline-file";

    private static final CheckRule ACCEPTED =
            new CheckRule(SUM, "Findings that are accepted for a time", Severity.INFO);
    private static final CheckRule EXPIRED =
            new CheckRule("accepted-expired", "Accepted findings are gone by their day", Severity.WARNING);
    static final CheckRule INCOMPLETE = new CheckRule(
            "accepted-incomplete",
            "Entries of the baseline name a finding, a reason and a day that is to come",
            Severity.WARNING);
    private static final CheckRule UNUSED =
            new CheckRule("accepted-unused", "Entries of the baseline match a finding", Severity.INFO);
    private static final CheckRule UNREADABLE =
            new CheckRule(UNREADABLE_RULE, "The baseline can be read", Severity.ERROR);

    /** The rules about the baseline itself, which it cannot accept. */
    public static final List<CheckRule> RULES = List.of(ACCEPTED, EXPIRED, INCOMPLETE, UNUSED, UNREADABLE);

    private static final Set<String> IDS =
            Set.of(ACCEPTED.id(), EXPIRED.id(), INCOMPLETE.id(), UNUSED.id(), UNREADABLE.id());

    public AcceptedFindings {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** A finding with its fingerprint, which is made once. */
    private record Printed(Finding finding, String print) {}

    /** Returns a baseline that cannot be read: it accepts nothing, and that is a finding. */
    public static AcceptedFindings unreadable(String file, ComposeException fault, LocalDate today) {
        Finding finding = new Finding(
                UNREADABLE.id(),
                UNREADABLE.severity(),
                List.of(new Element.FileElement(file)),
                fault.sentence() + " Nothing is accepted until it can be read.",
                Optional.of(fault.mark().orElse(new SourceMark(file, 1, 1))),
                Optional.empty(),
                Optional.empty());
        return new AcceptedFindings(file, List.of(), List.of(finding), today);
    }

    /** Returns whether a rule speaks of baselines: what it finds is accepted by nobody. */
    public static boolean isAbout(String rule) {
        return IDS.contains(rule);
    }

    /**
     * Findings after the baseline was held against them.
     *
     * @param counting those that count, and what is to be said of the baseline
     * @param accepted those that do not
     */
    public record Held(List<Finding> counting, List<Accepted> accepted) {}

    /** Returns this baseline without the entries of some rules. */
    public AcceptedFindings without(List<String> rules) {
        return entries.stream().noneMatch(entry -> rules.contains(entry.rule()))
                ? this
                : new AcceptedFindings(
                        file,
                        entries.stream()
                                .filter(entry -> !rules.contains(entry.rule()))
                                .toList(),
                        faults,
                        today);
    }

    /** Returns the entries that match none of the findings, each finding being matched once. */
    public List<BaselineEntry> unmatched(List<Finding> findings) {
        List<String> there =
                new ArrayList<>(findings.stream().map(Fingerprint::of).toList());
        return inOrder().stream()
                .filter(entry -> !there.remove(entry.fingerprint()))
                .toList();
    }

    /** Returns the entries that are over and of which others of the same findings take the place. */
    public List<BaselineEntry> over(List<Finding> findings) {
        List<String> anew = findings.stream().map(Fingerprint::of).toList();
        return entries.stream()
                .filter(entry -> entry.isOver(today) && anew.contains(entry.fingerprint()))
                .toList();
    }

    /** One that holds takes its finding before one that is over can complain of it. */
    private List<BaselineEntry> inOrder() {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.isOver(today) || entry.isFromTheFuture(today)))
                .toList();
    }

    /** Takes out what is accepted; each entry takes out one finding, so that the next one alike counts. */
    public Held applyTo(List<Finding> findings) {
        if (entries.isEmpty()) {
            return new Held(Stream.concat(findings.stream(), faults.stream()).toList(), List.of());
        }
        List<Printed> counting = new ArrayList<>(findings.stream()
                .map(finding -> new Printed(finding, Fingerprint.of(finding)))
                .toList());
        List<Printed> all = List.copyOf(counting);
        List<Finding> said = new ArrayList<>(faults);
        List<Accepted> accepted = new ArrayList<>();
        for (BaselineEntry entry : inOrder()) {
            Optional<Printed> found = counting.stream()
                    .filter(one -> one.print().equals(entry.fingerprint()))
                    .filter(one -> !isAbout(one.finding().rule()))
                    .findFirst();
            Optional<Finding> meant = found.map(Printed::finding);
            if (meant.isEmpty()) {
                said.add(unused(entry, all));
            } else if (entry.isFromTheFuture(today)) {
                said.add(fault(
                        INCOMPLETE,
                        entry,
                        "This was accepted on " + entry.since().orElseThrow() + ", and the clock of this machine says "
                                + today + ", so the entry does not count.",
                        "Set the clock right, or since."));
            } else if (entry.isOver(today)) {
                said.add(fault(
                        EXPIRED,
                        entry,
                        "This was accepted until " + entry.until() + " (" + entry.because() + ") and counts again: "
                                + meant.get().message(),
                        "Mend it, or accept it anew with a later day and a reason that still holds; today is " + today
                                + " by the clock of this machine."));
            } else {
                counting.remove(found.get());
                accepted.add(new Accepted(meant.get(), entry.because(), Optional.of(entry.until())));
            }
        }
        if (!accepted.isEmpty()) {
            said.add(sum(accepted));
        }
        return new Held(
                Stream.concat(counting.stream().map(Printed::finding), said.stream())
                        .toList(),
                List.copyOf(accepted));
    }

    private Finding sum(List<Accepted> accepted) {
        LocalDate first = accepted.stream()
                .flatMap(one -> one.until().stream())
                .min(LocalDate::compareTo)
                .orElse(today);
        long errors = accepted.stream()
                .filter(one -> one.finding().severity() == Severity.ERROR)
                .count();
        String all = accepted.size() == 1 ? "1 finding is accepted" : accepted.size() + " findings are accepted";
        String among = errors == 0 ? "" : ", " + errors + (errors == 1 ? " error" : " errors") + " among them";
        return new Finding(
                ACCEPTED.id(),
                ACCEPTED.severity(),
                List.of(new Element.FileElement(file)),
                all + " here" + among + "; the first until " + first + ".",
                Optional.of(new SourceMark(file, 1, 1)),
                Optional.empty(),
                Optional.empty());
    }

    private Finding unused(BaselineEntry entry, List<Printed> all) {
        List<Finding> ofRule = all.stream()
                .filter(one -> one.finding().rule().equals(entry.rule()))
                .filter(one ->
                        entries.stream().noneMatch(other -> other.fingerprint().equals(one.print())))
                .map(Printed::finding)
                .toList();
        String now = ofRule.size() == 1
                ? " What " + entry.rule() + " finds now is another one: "
                        + ofRule.getFirst().message()
                : "";
        return fault(
                UNUSED,
                entry,
                "This entry matches nothing that is found." + now,
                ofRule.isEmpty()
                        ? "Remove it: bulkhead accept --prune does. What only --live finds is found only there."
                        : "Remove it, and accept what is found now if that is meant: bulkhead accept.");
    }

    private static Finding fault(CheckRule rule, BaselineEntry entry, String message, String fix) {
        return new Finding(
                rule.id(),
                rule.severity(),
                List.of(new Element.FileElement(entry.at().file())),
                message,
                Optional.of(entry.at()),
                Optional.of(fix),
                Optional.empty());
    }
}
