package dev.bulkhead.cli.edit;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.surroundings.host.ProjectLook;
import dev.bulkhead.workspace.RulesFile;
import dev.bulkhead.workspace.TopologyDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judgement of a change of a project: the findings that it adds and removes. */
final class EditJudgement {

    private final CliContext context;
    private final Judgement before;

    EditJudgement(CliContext context, ComposeProject project) throws MigrationException {
        this.context = context;
        this.before = findings(project, () -> RulesFile.read(context.files(), project, Optional.empty()));
    }

    /** Difference that an edit makes. */
    record Difference(FindingsChange change) {

        /** Returns whether the change adds an error. */
        boolean addsError() {
            return change.added().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }

        /** Returns one line for each finding; empty where nothing differs. */
        String text() {
            StringBuilder text = new StringBuilder();
            change.added().forEach(finding -> line("adds ", finding, text));
            change.removed().forEach(finding -> line("removes ", finding, text));
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

    /**
     * Returns what the edits of a document change. What only names a network otherwise is no change.
     *
     * @param renamed names that went, and what took their place
     */
    Difference of(TopologyDocument document, Map<String, String> renamed) throws MigrationException, IOException {
        ComposeProject project = document.project();
        Optional<String> text = document.rulesText();
        Judgement after = findings(project, () -> {
            Rules stood = RulesFile.read(context.files(), project, Optional.empty());
            return text.isPresent() ? RulesReader.parse(Rules.FILE, text.get()).at(stood.progress()) : stood;
        });
        return new Difference(withoutRenamed(FindingsChange.between(before, after), renamed));
    }

    private static FindingsChange withoutRenamed(FindingsChange change, Map<String, String> renamed) {
        List<Finding> added = new ArrayList<>(change.added());
        List<Finding> removed = new ArrayList<>();
        for (Finding gone : change.removed()) {
            String now = named(gone.message(), renamed);
            Optional<Finding> same = added.stream()
                    .filter(come -> come.rule().equals(gone.rule())
                            && come.severity() == gone.severity()
                            && come.message().equals(now))
                    .findFirst();
            same.ifPresentOrElse(added::remove, () -> removed.add(gone));
        }
        return new FindingsChange(added, removed, change.stayed(), change.accepted());
    }

    private static String named(String sentence, Map<String, String> renamed) {
        String text = sentence;
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            text = text.replaceAll(
                    "(?<![\\w.-])" + Pattern.quote(name.getKey()) + "(?![\\w-])",
                    Matcher.quoteReplacement(name.getValue()));
        }
        return text;
    }

    private Judgement findings(ComposeProject project, CheckInput.RulesSource rules) throws MigrationException {
        return Checks.judge(
                CheckInput.of(project)
                        .withRulesFrom(rules)
                        .withAround(ProjectLook.unasked(project, context.files()))
                        .withCatalogue(context.knowledge().read().catalogue()),
                AcceptedFindings.NONE);
    }
}
