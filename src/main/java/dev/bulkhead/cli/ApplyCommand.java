package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.AnswersOption;
import dev.bulkhead.cli.options.ConfirmOption;
import dev.bulkhead.cli.options.GivenSecrets;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.options.PlanFile;
import dev.bulkhead.cli.options.ProbationOptions;
import dev.bulkhead.cli.options.ShowNewSecrets;
import dev.bulkhead.cli.output.RunOutput;
import dev.bulkhead.migrate.Confirmation;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead apply}: carries a change out, verifies it, and goes back when it fails. */
@Command(name = "apply", description = "Carry a change out, verify it and print the report; roll back when it fails.")
final class ApplyCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @ArgGroup
    private What what = new What();

    @Mixin
    private AnswersOption answers = new AnswersOption();

    @Mixin
    private ProbationOptions probation = new ProbationOptions();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Mixin
    private ShowNewSecrets newSecrets = new ShowNewSecrets();

    @Option(
            names = "--accept-outage",
            paramLabel = "FLOW",
            description = "Go on although the plan breaks this flow or rule, written as the plan names it; repeatable.")
    private List<String> acceptedOutages = new ArrayList<>();

    @Option(
            names = "--accept",
            paramLabel = "NAME",
            description = "Go on although the preflight names this, for instance pending:SERVICE; repeatable.")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--side-by-side",
            paramLabel = "N",
            description =
                    "Go on with up to N services at once that do not depend on each other: while one is made anew, the others are"
                            + " waited for; 1 unless stated.")
    private int lanes = 1;

    @Option(
            names = "--no-requests",
            description = "Do not ask published ports meanwhile; the report then does not tell what users saw.")
    private boolean noRequests;

    /** Which run. */
    private static final class What {
        @Option(
                names = "--iteration",
                paramLabel = "ID",
                description = "Its number or its name; without it, the engine is brought to what the files say.")
        private @Nullable String iteration;

        @Option(
                names = "--plan",
                paramLabel = "FILE",
                description = "Carry out exactly the plan that plan --out kept, or refuse with what has changed since.")
        private @Nullable Path plan;

        @Option(names = "--continue", description = "Carry on with the run that was left in the middle.")
        private boolean open;

        @Option(
                names = "--leave",
                paramLabel = "RUN",
                description = "Close the run that was left in the middle, with files and engine as they stand.")
        private @Nullable String leave;
    }

    ApplyCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        confirm.require("apply");
        newSecrets.require();
        return migration.runOverHosts(context(), !noRequests, this::apply);
    }

    private int apply(Migration opened) throws Exception {
        if (what.leave != null) {
            RunRecord run = open(opened);
            if (!run.id().equals(what.leave)) {
                throw new MigrationException(
                        "Run " + what.leave + " was not left in the middle; " + run.id() + " was.");
            }
            say(opened.leave(run));
            return ExitCodes.FINE;
        }
        if (what.open) {
            RunRecord run = open(opened);
            RunControl control = new RunControl();
            control.sideBySide(lanes);
            control.secretsFrom(new GivenSecrets(context().environment()));
            return finish(
                    opened,
                    control,
                    opened.resume(
                            run, Set.copyOf(accepted), new RunOutput(this), control, migration.guards(context())));
        }
        MigrationSession session = session(opened);
        session.accept(
                Stream.concat(acceptedOutages.stream(), accepted.stream()).toList());
        session.control().sideBySide(lanes);
        session.control().secretsFrom(new GivenSecrets(context().environment()));
        session.under(probation.read(), migration.guards(context()));
        return finish(opened, session.control(), session.apply(new RunOutput(this)));
    }

    private int finish(Migration opened, RunControl control, RunOutcome ended) throws Exception {
        RunOutcome outcome = follow(opened, ended);
        int code = RunOutput.finish(this, outcome);
        if (outcome.state() != RunState.ROLLED_BACK) {
            newSecrets.tell(control.fresh()).ifPresent(this::say);
        }
        return code;
    }

    /** Waits for the end of a watch; a change that waits for the operator's word leaves him the terminal. */
    private RunOutcome follow(Migration opened, RunOutcome outcome) throws Exception {
        Confirmation confirmation = opened.confirmation();
        Optional<OnProbation> run = outcome.state().onProbation() ? confirmation.onProbation() : Optional.empty();
        if (run.isEmpty()) {
            return outcome;
        }
        Instant now = context().clock().instant();
        say(run.get().sentence(now));
        if (outcome.state() == RunState.AWAITING_CONFIRMATION) {
            return outcome;
        }
        String id = run.get().run();
        String said = "";
        while (run.filter(still -> still.run().equals(id)).isPresent()) {
            String seen = run.get().seen();
            if (!seen.equals(said)) {
                say(seen);
                said = seen;
            }
            if (!run.get().guarded()) {
                say(run.get().sentence(now));
                return outcome;
            }
            TimeUnit.SECONDS.sleep(1);
            run = confirmation.onProbation();
        }
        while (confirmation.goingBack(id)) {
            TimeUnit.SECONDS.sleep(1);
        }
        return confirmation.outcome(id);
    }

    private MigrationSession session(Migration opened) throws Exception {
        if (what.plan != null) {
            return opened.kept(PlanFile.read(what.plan));
        }
        MigrationSession session = what.iteration == null ? opened.filesAsTheyAre() : opened.session(what.iteration);
        answers.give(session, context().environment());
        return session;
    }

    private static RunRecord open(Migration opened) throws MigrationException {
        return opened.openRun()
                .orElseThrow(() -> new MigrationException(
                        "No run was left in the middle; name the iteration to apply with --iteration."));
    }
}
