package dev.bulkhead.cli.output;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.topology.Counted;
import java.util.Optional;

/** Progress of a run on the error stream, line by line. */
public final class RunOutput implements RunListener {

    private final BulkheadCommand command;

    /** Tells it where a command says what is not its result. */
    public RunOutput(BulkheadCommand command) {
        this.command = command;
    }

    @Override
    public void onEvent(RunEvent event) {
        switch (event) {
            case RunEvent.StateEntered entered -> command.say("== " + StatusWords.words(entered.state()));
            case RunEvent.RestorePointTaken point ->
                command.say("restore point " + point.id() + ": " + Counted.of(point.files(), "file") + ", "
                        + Counted.of(point.containers(), "container") + ", "
                        + Counted.of(point.networks(), "network"));
            case RunEvent.StepStarted started -> command.say(line(started.step()));
            case RunEvent.StepFinished done ->
                command.say("   " + done.outcome() + " [" + StatusWords.seconds(done.took()) + "]");
            case RunEvent.StepFailed failed -> command.say("   FAILED: " + failed.sentence());
            case RunEvent.PhaseSetAside aside ->
                command.say("   TAKEN BACK ALONE: " + aside.phase().title() + "; the run goes on");
            case RunEvent.Undone undone -> command.say("   undone: " + undone.what());
            case RunEvent.ServiceSeen seen ->
                command.say("   " + seen.service() + ": "
                        + StatusWords.words(seen.status().state()) + ", health "
                        + StatusWords.words(seen.status().health()));
            case RunEvent.Checked checked ->
                command.say("   " + StatusWords.words(checked.result().status()) + ": "
                        + checked.result().subject() + " - " + checked.result().saw());
            case RunEvent.LogLine line -> command.say("   | " + line.text());
        }
    }

    private static String line(PlanStep step) {
        return step.number() + ". " + step.operation().subject() + ": "
                + step.operation().action() + " (" + step.cause() + ")";
    }

    /** Prints the report and says how the run ended. */
    public static int finish(BulkheadCommand command, RunOutcome outcome) {
        outcome.report().ifPresent(report -> command.print(ReportMarkdown.write(report, Optional.empty())));
        command.say(outcome.sentence());
        return outcome.exitCode();
    }
}
