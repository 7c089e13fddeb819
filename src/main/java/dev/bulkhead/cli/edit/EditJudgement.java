package dev.bulkhead.cli.edit;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.workspace.RulesFile;
import dev.bulkhead.workspace.TopologyDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judgement of a change of a project: the findings that it adds and removes. */
final class EditJudgement {

    private final CliContext context;
    private final List<Finding> before;

    EditJudgement(CliContext context, ComposeProject project) throws MigrationException {
        this.context = context;
        this.before = findings(project, () -> RulesFile.read(context.files(), project, Optional.empty()));
    }

    /**
     * Difference of two lists of findings.
     *
     * @param added what was not there before
     * @param removed what is not there any more
     */
    record Difference(List<Finding> added, List<Finding> removed) {

        /** Returns whether the change adds an error. */
        boolean addsError() {
            return added.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }

        /** Returns one line for each finding; empty where nothing differs. */
        String text() {
            StringBuilder text = new StringBuilder();
            added.forEach(finding -> line("adds ", finding, text));
            removed.forEach(finding -> line("removes ", finding, text));
            return text.toString();
        }

        private static void line(String verb, Finding finding, StringBuilder text) {
            text.append(verb)
                    .append(finding.severity().text())
                    .append(": ")
                    .append(finding.message())
                    .append(" [")
                    .append(finding.rule())
                    .append("]\n");
        }
    }

    /** Returns what the edits of a document change. */
    Difference of(TopologyDocument document) throws MigrationException, IOException {
        ComposeProject project = document.project();
        Optional<String> text = document.rulesText();
        List<Finding> after = findings(project, () -> {
            Rules stood = RulesFile.read(context.files(), project, Optional.empty());
            return text.isPresent() ? RulesReader.parse(Rules.FILE, text.get()).at(stood.progress()) : stood;
        });
        return new Difference(without(after, before), without(before, after));
    }

    private List<Finding> findings(ComposeProject project, CheckInput.RulesSource rules) throws MigrationException {
        ReachOptions assumed = ReachOptions.defaults()
                .withProfiles(project.activeProfiles())
                .withProxyFiles(new ProxyFileReader(context.files()).read(project));
        return Checks.run(CheckInput.of(project)
                .withRulesFrom(rules)
                .withAround(Surroundings.unasked(assumed))
                .withCatalogue(context.knowledge().read().catalogue()));
    }

    /** A finding stays the same where only its place moved. */
    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        List<String> there =
                new ArrayList<>(others.stream().map(EditJudgement::said).toList());
        return findings.stream().filter(finding -> !there.remove(said(finding))).toList();
    }

    private static String said(Finding finding) {
        return finding.severity() + finding.rule() + finding.message();
    }
}
