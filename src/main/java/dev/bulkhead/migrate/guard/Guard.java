package dev.bulkhead.migrate.guard;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.GuardedRuns;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.Pause;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.watch.BreakMeter;
import dev.bulkhead.migrate.watch.Countdown;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.migrate.watch.TimeText;
import dev.bulkhead.migrate.watch.Watch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Guard of one run: follows its journal, and takes the run back when the time to confirm has passed or what has to work is
 * broken. It looks at the journal anew before everything it does, so that it can only do what the journal still allows.
 *
 * <p>A run that was cut off or cancelled gets the same time from the moment that is seen; then it is taken back too.
 */
public final class Guard {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;

    private final String run;
    private final GuardedRuns runs;
    private final Engine engine;
    private final GuardFiles files;
    private final Outside outside;
    private final Countdown countdown;
    private Optional<Watch> watch = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private Optional<String> written = Optional.empty();
    private int attempts;

    /**
     * What a guard needs of the outside.
     *
     * @param applying whether the process that applies the run lives
     * @param pause lets time pass
     * @param countdown counts it
     * @param log hears what the guard does
     * @param listener hears of the way back
     */
    public record Outside(BooleanSupplier applying, Pause pause, Countdown countdown, Log log, RunListener listener) {}

    /** Log of a guard. */
    @FunctionalInterface
    public interface Log {
        /** Takes in a sentence. */
        void say(String sentence);
    }

    /** Stands guard over a run. */
    public Guard(String run, GuardedRuns runs, Engine engine, GuardFiles files, Outside outside) {
        this.run = run;
        this.runs = runs;
        this.engine = engine;
        this.files = files;
        this.outside = outside;
        this.countdown = outside.countdown();
    }

    /** Stands until the run is at its end; returns how it ended, empty when it never began. */
    public Optional<RunState> stand() throws InterruptedException {
        while (true) {
            try {
                Optional<RunRecord> record = runs.find(run);
                if (record.isEmpty() ? !outside.applying().getAsBoolean() : over(record.get())) {
                    return record.map(RunRecord::state);
                }
            } catch (MigrationException e) {
                troubled(String.valueOf(e.getMessage()));
            }
            outside.pause().pause(TICK);
        }
    }

    /** Does what is to be done now; returns whether nothing ever will be any more. */
    private boolean over(RunRecord record) throws MigrationException {
        return switch (record.state()) {
            case SUCCEEDED, UNVERIFIED, ROLLED_BACK, LEFT, ABANDONED -> end(record);
            case NEEDS_PERSON -> (attempts == 0 || attempts == ATTEMPTS) ? end(record) : again(record);
            case AWAITING_CONFIRMATION, WATCHING -> onProbation(record);
            case PREPARED -> !outside.applying().getAsBoolean();
            case CAPTURING, APPLYING, PAUSED, VERIFYING, ROLLING_BACK ->
                !outside.applying().getAsBoolean() && cutOff(record);
            case CANCELLED, INTERRUPTED -> cutOff(record);
        };
    }

    /** Nobody is at work, and the run is neither done nor undone. */
    private boolean cutOff(RunRecord record) throws MigrationException {
        if (record.restorePoint().isEmpty()) {
            return true; // nothing had been touched
        }
        Optional<Duration> time = record.confirmWithin();
        if (time.isEmpty()) {
            outside.log().say("The run was cut off; it needs no confirmation, so it is left for the operator.");
            return true;
        }
        // whoever goes on with it writes, and then it is not cut off any more
        Duration elapsed =
                countdown.elapsed("cut off at line " + record.entries().size());
        if (elapsed.compareTo(time.get()) >= 0) {
            takeBack(
                    record,
                    "Taken back by the guard: the run was cut off, and nobody went on with it or confirmed it"
                            + " within " + TimeText.of(time.get()) + ".");
        }
        return false;
    }

    private boolean onProbation(RunRecord record) throws MigrationException {
        Duration elapsed = countdown.elapsed("on probation");
        Probation probation = record.probation();
        Optional<Duration> confirm = record.confirmWithin();
        Duration whole = confirm.or(probation::watch).orElse(Duration.ZERO);
        keep(whole.minus(elapsed));
        if (confirm.isPresent() && elapsed.compareTo(confirm.get()) >= 0) {
            takeBack(record, "Taken back by the guard: nobody confirmed it within " + TimeText.of(confirm.get()) + ".");
            return false;
        }
        Optional<Duration> looking = probation.watch();
        if (looking.isPresent() && elapsed.compareTo(looking.get()) < 0) {
            look(record, elapsed, whole);
        } else if (confirm.isEmpty()) {
            runs.watchedToTheEnd(run, watch.map(Watch::alarmed).orElse(false));
        }
        return false;
    }

    private void look(RunRecord record, Duration elapsed, Duration whole) throws MigrationException {
        if (watch.isEmpty()) {
            watch = Optional.of(runs.watch(record));
        }
        Optional<String> broken;
        try {
            broken = watch.get().look(elapsed);
            trouble = Optional.empty();
        } catch (EngineException e) {
            troubled(e.sentence());
            return;
        }
        keep(whole.minus(elapsed));
        if (broken.isEmpty()) {
            return;
        }
        if (record.probation().onBreak() == Probation.OnBreak.TAKE_BACK) {
            takeBack(record, "Taken back by the guard: " + broken.get());
        } else if (watch.get().alarm()) {
            outside.log().say("ALARM: " + broken.get());
            runs.note(run, "Alarm of the watch: " + broken.get());
        }
    }

    /** What the guard's own way back left is tried again: the engine may have gone away in the middle of it. */
    private boolean again(RunRecord record) throws MigrationException {
        takeBack(record, written.orElse("Taken back by the guard."));
        return false;
    }

    /** Tries once to take the run back; what keeps it from that is told, and the next tick tries again. */
    private void takeBack(RunRecord record, String why) throws MigrationException {
        Optional<String> silent = EngineSilence.of(engine);
        if (silent.isPresent()) {
            troubled("The way back waits for the engine: " + silent.get());
            return;
        }
        outside.log().say(why);
        attempts++;
        Optional<String> unwritten = written.equals(Optional.of(why)) ? Optional.empty() : Optional.of(why);
        RunOutcome outcome = runs.takeBack(record, unwritten, outside.listener());
        written = Optional.of(why);
        trouble = Optional.empty();
        outside.log().say(outcome.sentence());
    }

    private boolean end(RunRecord record) throws MigrationException {
        if (watch.isPresent()) {
            runs.ended(run, watch.get().watched(), watch.get().tally());
        }
        outside.log().say("The guard of run " + run + " ends: the run is " + record.state() + ".");
        return true;
    }

    private void troubled(String sentence) {
        if (!trouble.equals(Optional.of(sentence))) {
            outside.log().say(sentence);
        }
        trouble = Optional.of(sentence);
    }

    private void keep(Duration left) {
        try {
            files.create();
            files.keep(new GuardObservation(
                    runs.clock().instant(),
                    left.isNegative() ? Duration.ZERO : left,
                    watch.map(Watch::tally).orElse(BreakMeter.Tally.NOTHING),
                    watch.map(Watch::failing).orElse(List.of()),
                    watch.map(Watch::seen).orElse(List.of()),
                    trouble));
        } catch (IOException e) {
            outside.log().say("What the guard sees cannot be written: " + e.getMessage() + ".");
        }
    }
}
