package dev.bulkhead.migrate.status;

import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.migrate.watch.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Run that is done and on probation.
 *
 * @param run its id
 * @param iteration the iteration that it carried out
 * @param state whether it waits for the operator's word or is only watched
 * @param probation the conditions under which it stays
 * @param until when the time to confirm ends by the wall clock; empty when it needs no word
 * @param guarded whether its guard lives
 * @param passed the steps that were carried out, in the order in which they ended
 * @param sight what the guard last saw; empty when it saw nothing yet or does not live
 */
public record OnProbation(
        String run,
        String iteration,
        RunState state,
        Probation probation,
        Optional<Instant> until,
        boolean guarded,
        List<RunRecord.PassedStep> passed,
        Optional<GuardObservation> sight) {

    public OnProbation {
        passed = List.copyOf(passed);
    }

    /** Returns the time that is left: as its guard counts it, else by the wall clock. */
    public Optional<Duration> left(Instant now) {
        return sight.map(seen ->
                        seen.left().minus(Duration.between(seen.at(), now).abs()))
                .or(() -> until.map(end -> Duration.between(now, end)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** Returns where it stands and what can be done, as sentences for the operator. */
    public String sentence(Instant now) {
        String choice = " Keep it with bulkhead confirm PATH, or take it back with bulkhead rollback PATH --yes.";
        if (!guarded) {
            String due = until.map(
                            end -> (now.isAfter(end) ? " It was to be taken back at " : " It is to be taken back at ")
                                    + Times.moment(end) + ", and nobody will do so.")
                    .orElse("");
            return "Run " + run + " is done and not confirmed, and its guard is gone." + due + choice;
        }
        String left = left(now).map(time -> ", " + TimeText.of(time) + " left").orElse("");
        String what = state == RunState.AWAITING_CONFIRMATION
                ? "waits to be confirmed" + left + "; without it the change is taken back."
                : "is being watched" + left + ".";
        String trouble = sight.flatMap(GuardObservation::trouble)
                .map(t -> " The guard says: " + t)
                .orElse("");
        return "Run " + run + " " + what + (seen().isEmpty() ? "" : " " + seen()) + trouble + choice;
    }

    /** Returns what the guard last saw, as sentences; empty when it saw nothing yet. */
    public String seen() {
        return sight.filter(s -> s.tally().asked() > 0)
                .map(s -> "Flows " + s.tally().flowsHold() + "/" + s.tally().flows() + ", services "
                        + s.tally().servicesReady() + "/" + s.tally().services() + "; "
                        + s.tally().text() + "."
                        + (s.failing().isEmpty() ? "" : " Failing now: " + String.join(", ", s.failing()) + "."))
                .orElse("");
    }
}
