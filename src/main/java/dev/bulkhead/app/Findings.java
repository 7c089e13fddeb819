package dev.bulkhead.app;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.ui.live.AddressSurroundings;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at a project and at what the engine's other networks use. */
final class Findings implements Function<WorkingCopy, List<Finding>> {

    private final AddressSurroundings around;
    private final Function<WorkingCopy, ReachOptions> reach;
    private final Supplier<Catalogue> catalogue;

    /**
     * Looks at projects.
     *
     * @param around what is in use around a project
     * @param reach what beside a project decides who reaches whom
     * @param catalogue what is known of images; asked away from the user interface's thread
     */
    Findings(AddressSurroundings around, Function<WorkingCopy, ReachOptions> reach, Supplier<Catalogue> catalogue) {
        this.around = around;
        this.reach = reach;
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> apply(WorkingCopy copy) {
        ComposeProject project = copy.project();
        List<Finding> findings = new ArrayList<>();
        CheckInput input = CheckInput.of(project)
                .withAround(around.around(project).withReach(reach.apply(copy)))
                .withRules(rules(copy, findings))
                .withCatalogue(catalogue.get());
        findings.addAll(Checks.run(input));
        // What is wrong with the project itself comes before what its operator demands beyond that.
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Findings::demanded));
        project.warnings()
                .forEach(warning -> findings.add(new Finding(
                        "reading",
                        Severity.WARNING,
                        List.of(),
                        warning.message(),
                        warning.at(),
                        Optional.empty(),
                        Optional.empty())));
        return findings;
    }

    /** Returns the operator's rules; a file that cannot be read is a finding itself. */
    private Rules rules(WorkingCopy copy, List<Finding> findings) {
        try {
            return copy.rules();
        } catch (ComposeException unreadable) {
            findings.add(new Finding(
                    "rules-file",
                    Severity.ERROR,
                    List.of(),
                    String.valueOf(unreadable.getMessage()),
                    unreadable.mark(),
                    Optional.of("Until it can be read none of its rules is checked."),
                    Optional.empty()));
            return Rules.NONE;
        }
    }

    private static boolean demanded(Finding finding) {
        return finding.rule().startsWith("rule-") || finding.rule().startsWith("exposure-");
    }
}
