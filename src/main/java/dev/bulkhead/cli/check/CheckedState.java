package dev.bulkhead.cli.check;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.stack.StackProject;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.surroundings.Surroundings;
import java.util.Optional;

/**
 * A state of a project with what is found in it.
 *
 * @param input what was looked at
 * @param judgement what was found
 */
record CheckedState(ComposeProject project, CheckInput input, Judgement judgement) {

    /** Checks a project. */
    static CheckedState of(
            ComposeProject project,
            CheckInput.RulesSource rules,
            Surroundings around,
            AcceptedFindings baseline,
            Optional<StackProject> stack,
            CliContext context)
            throws MigrationException {
        CheckInput input = CheckInput.of(project)
                .withRulesFrom(rules)
                .withAround(around)
                .withCatalogue(context.knowledge().read().catalogue());
        CheckInput asked = stack.map(input::withStack).orElse(input);
        return new CheckedState(project, asked, Checks.judge(asked, baseline));
    }

    /** Returns who reaches whom in it. */
    ReachMatrix matrix() {
        return Reach.compute(project.topology(), input.rules().applyTo(input.reach()));
    }
}
