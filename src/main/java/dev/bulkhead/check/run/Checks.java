package dev.bulkhead.check.run;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.address.AddressChecks;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.lint.LintChecks;
import dev.bulkhead.check.names.NamesChecks;
import dev.bulkhead.check.project.ProjectChecks;
import dev.bulkhead.check.proxied.ProxiedChecks;
import dev.bulkhead.check.stack.StackCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assembly of findings: runs every check over a project. */
public final class Checks {

    private static final List<Check> ALL = Stream.of(
                    AddressChecks.all(), ProjectChecks.all(), NamesChecks.all(), ProxiedChecks.all(), LintChecks.all())
            .flatMap(List::stream)
            .toList();

    /** Finds nothing unless it was asked what becomes of the project as a stack. */
    private static final Check STACK = new StackCheck();

    /** What is wrong with the project itself comes before what its operator demands beyond that. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Checks::demanded)
            .thenComparing(f -> f.at().map(m -> m.file()).orElse(""))
            .thenComparing(f -> f.at().map(m -> m.line()).orElse(0))
            .thenComparing(f -> f.at().map(m -> m.column()).orElse(0))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private Checks() {}

    /** Returns the findings of {@link #judge} for a project without a baseline. */
    public static List<Finding> run(CheckInput input) {
        return judge(input, AcceptedFindings.NONE).findings();
    }

    /**
     * Returns everything that is found and that the operator wants to know, worst first, then by place: the one list
     * that the command line prints and the window shows; and beside it what the operator accepts.
     */
    public static Judgement judge(CheckInput input, AcceptedFindings baseline) {
        List<Finding> found = found(input);
        List<CheckRule> asked = asked(input);
        Levels levels = new Levels(input.rules().checks(), withStack());
        SuppressedFindings suppressed =
                new SuppressedFindings(input.notes().suppressions(), withStack(), asked, levels);
        List<Finding> weighed = levels.applyTo(found);
        List<Finding> findings = new ArrayList<>(suppressed.without(weighed));
        findings.addAll(levels.applyTo(levels.faults()));
        findings.addAll(levels.applyTo(suppressed.faults(found)));
        AcceptedFindings.Held held = asked(baseline, input).applyTo(findings);
        List<Finding> counting = new ArrayList<>(levels.applyTo(held.counting()));
        counting.sort(ORDER);
        List<Accepted> accepted = new ArrayList<>(held.accepted());
        accepted.addAll(suppressed.hidden(weighed));
        return new Judgement(counting, accepted, asked);
    }

    private static List<CheckRule> asked(CheckInput input) {
        return input.notes().stack().isPresent() ? withStack() : rules();
    }

    /** Returns a baseline without the entries of rules that were not asked: they are about another list. */
    public static AcceptedFindings asked(AcceptedFindings baseline, CheckInput input) {
        return input.notes().stack().isPresent()
                ? baseline
                : baseline.without(STACK.rules().stream().map(CheckRule::id).toList());
    }

    /**
     * Returns whether findings fail a build: one that is worse than info does, save a doubt of the reader, over which
     * Compose goes on too; the operator may set those to error.
     */
    public static boolean fail(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> switch (finding.severity()) {
            case ERROR -> true;
            case WARNING -> !finding.rule().equals(ProjectChecks.reading());
            case INFO -> false;
        });
    }

    private static List<Finding> found(CheckInput input) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : ALL) {
            check.run(input, findings::add);
        }
        STACK.run(input, findings::add);
        List<Finding> fromReader = new ArrayList<>();
        ProjectChecks.ofTheReader().run(input, fromReader::add);
        // Where a check sees the same fault, it has more to offer than the reader.
        Set<String> rules = fromReader.stream().map(Finding::rule).collect(Collectors.toSet());
        List<Finding> seenToo =
                findings.stream().filter(f -> rules.contains(f.rule())).toList();
        fromReader.removeIf(f -> seenToo.stream().anyMatch(seen -> sameFault(seen, f)));
        findings.addAll(fromReader);
        return findings;
    }

    private static boolean demanded(Finding finding) {
        return finding.rule().startsWith("rule-") || finding.rule().startsWith("exposure-");
    }

    private static boolean sameFault(Finding a, Finding b) {
        return a.rule().equals(b.rule()) && !Collections.disjoint(a.subjects(), b.subjects());
    }

    /** Returns every rule there is, those about stacks among them, which are asked on demand. */
    public static List<CheckRule> withStack() {
        return Stream.concat(rules().stream(), STACK.rules().stream()).toList();
    }

    /** Returns the rules that findings of {@link #run} name. */
    public static List<CheckRule> rules() {
        Stream<CheckRule> ofChecks = Stream.concat(ALL.stream(), Stream.of(ProjectChecks.ofTheReader()))
                .flatMap(c -> c.rules().stream());
        return Stream.of(
                        ofChecks,
                        Stream.of(Levels.RULE),
                        SuppressedFindings.RULES.stream(),
                        AcceptedFindings.RULES.stream())
                .flatMap(rules -> rules)
                .collect(Collectors.toMap(CheckRule::id, r -> r, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
