package dev.bulkhead.check;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.compose.stack.StackProject;
import java.util.List;
import java.util.Optional;

/**
 * Notes of the readers: what the files of a project say beside its topology.
 *
 * @param problems what Compose refuses
 * @param warnings what the operator should know about files that were read nevertheless
 * @param rulesFault why the rules file cannot be read, where it is there and cannot
 * @param suppressions comments that hide findings
 * @param stack the project as {@code docker stack deploy} reads it, where it was asked what becomes of it as a stack
 */
public record ReadingNotes(
        List<LoadProblem> problems,
        List<LoadWarning> warnings,
        Optional<ComposeException> rulesFault,
        List<Suppression> suppressions,
        Optional<StackProject> stack) {

    /** Nothing was noted. */
    public static final ReadingNotes NONE =
            new ReadingNotes(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());

    public ReadingNotes {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        suppressions = List.copyOf(suppressions);
    }

    /** Returns what reading a project noted. */
    static ReadingNotes of(ComposeProject project) {
        return new ReadingNotes(
                project.problems(),
                project.warnings(),
                Optional.empty(),
                SuppressionReader.read(project.files()),
                Optional.empty());
    }

    /** Returns these notes with a rules file that cannot be read. */
    ReadingNotes withRulesFault(ComposeException fault) {
        return new ReadingNotes(problems, warnings, Optional.of(fault), suppressions, stack);
    }

    /** Returns these notes with the project as a stack. */
    ReadingNotes withStack(StackProject read) {
        return new ReadingNotes(problems, warnings, rulesFault, suppressions, Optional.of(read));
    }
}
