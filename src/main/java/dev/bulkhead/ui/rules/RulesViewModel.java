package dev.bulkhead.ui.rules;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesText;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.WorkingCopy;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rules of the operator: their text, what is wrong with it, and what could be added. */
public final class RulesViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(RulesViewModel.class);

    private final ProjectViewModel project;
    private final Messages messages;
    private final BiFunction<WorkingCopy, Rules, List<Rule.Statement>> proposer;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /**
     * Watches a project.
     *
     * @param proposer returns rules that a project suggests beyond those it has
     */
    public RulesViewModel(
            ProjectViewModel project,
            Messages messages,
            BiFunction<WorkingCopy, Rules, List<Rule.Statement>> proposer) {
        this.project = project;
        this.messages = messages;
        this.proposer = proposer;
        // The value is asked for, since an invalidation is told but once until somebody reads.
        project.workingCopyProperty().subscribe(copy -> refresh());
    }

    /** The text with all edits; empty where there is no file. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Returns the project, whose findings tell what is wrong with the rules. */
    ProjectViewModel project() {
        return project;
    }

    private void refresh() {
        try {
            text.set(project.rulesText().orElse(""));
        } catch (IOException unreadable) {
            // The list of problems says so.
            LOG.warn("{} cannot be read", Rules.FILE, unreadable);
            text.set("");
        }
    }

    /** Takes over what the operator typed. */
    void edit(String typed) {
        if (!typed.equals(text.get())) {
            project.applyRules(typed, Words.of("rulesviewmodel.edit-the-rules"));
        }
    }

    /** Adds rules to the operator's; returns whether that could be done. */
    public boolean add(Collection<Rule.Statement> rules) {
        try {
            String title = rules.size() == 1
                    ? Words.of("rulesviewmodel.add-a-rule")
                    : Words.of("rulesviewmodel.add-rules", rules.size());
            String now = RulesText.with(Rules.FILE, project.rulesText(), List.copyOf(rules));
            if (now.equals(text.get())) {
                messages.done(Words.of("rulesviewmodel.the-rule-stands-there-already"));
                return true;
            }
            return project.applyRules(now, title);
        } catch (ComposeException broken) {
            messages.refused(Words.of("rulesviewmodel.correct-it-before-rules-are", broken.getMessage()));
        } catch (IOException unreadable) {
            messages.failed(Words.of("rulesviewmodel.cannot-be-read", Rules.FILE));
        }
        return false;
    }

    /** Returns rules that the project suggests beyond those it has. */
    public List<Rule.Statement> proposals() {
        return project.workingCopyProperty()
                .get()
                .map(copy -> proposer.apply(copy, rules(copy)))
                .orElse(List.of());
    }

    private static Rules rules(WorkingCopy copy) {
        try {
            return copy.rules();
        } catch (ComposeException broken) {
            return Rules.NONE;
        }
    }

    /** Returns how many goals of iterations that are not done are not reached. */
    long goals() {
        return project.findings().stream().filter(Finding::isGoal).count();
    }

    /** Returns how the rules stand, problems and goals apart, in a sentence. */
    String standing() {
        if (text.get().isEmpty()) {
            return Words.of("rulesviewmodel.there-is-no-such-file");
        }
        int problems = problems().size();
        long goals = goals();
        if (problems == 0) {
            return goals == 0
                    ? Words.of("rulesviewmodel.all-rules-hold")
                    : Words.of("rulesviewmodel.all-rules-hold-that-have", goals(goals));
        }
        return (problems == 1
                        ? Words.of("rulesviewmodel.one-line-has-a-problem")
                        : Words.of("rulesviewmodel.lines-have-problems", problems))
                + (goals == 0 ? "." : "; " + goals(goals) + ".");
    }

    private static String goals(long count) {
        return count == 1
                ? Words.of("rulesviewmodel.one-goal-is-not-reached")
                : Words.of("rulesviewmodel.goals-are-not-reached-yet", count);
    }

    /** Returns what is wrong with the rules by line, counted from 1. */
    Map<Integer, Finding> problems() {
        return byLine(finding -> !finding.isGoal());
    }

    /** Returns the goals that are not reached by line, counted from 1. */
    Map<Integer, Finding> goalsByLine() {
        return byLine(Finding::isGoal);
    }

    private Map<Integer, Finding> byLine(Predicate<Finding> which) {
        Map<Integer, Finding> byLine = new TreeMap<>();
        project.findings().stream()
                .filter(which)
                .forEach(finding -> finding.at()
                        .filter(mark -> mark.file().equals(Rules.FILE))
                        .ifPresent(mark -> byLine.putIfAbsent(mark.line(), finding)));
        return byLine;
    }
}
