package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.watch.BreakMeter;
import dev.bulkhead.migrate.watch.Probation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of a run's journal; never holds a secret. */
public sealed interface JournalEntry {

    /** Returns when it was written. */
    Instant at();

    /**
     * The run begins.
     *
     * @param practice whether it is carried out on the practice engine; journals that do not tell are of real runs
     */
    record Opened(Instant at, String run, String iteration, String project, int steps, boolean practice)
            implements JournalEntry {}

    /** The run entered a state. */
    record Entered(Instant at, RunState state) implements JournalEntry {}

    /** The restore point stands; from here on there is a way back. */
    record Secured(Instant at, String restorePoint) implements JournalEntry {}

    /**
     * A step is about to touch something.
     *
     * @param inverse what takes it back; restored files are only named
     */
    record Began(Instant at, int step, String text, List<Operation> inverse) implements JournalEntry {
        public Began {
            inverse = List.copyOf(inverse);
        }
    }

    /**
     * A step is done.
     *
     * @param away service to how long it was away during the step
     */
    record Done(Instant at, int step, Duration took, String outcome, Map<String, Downtime> away)
            implements JournalEntry {}

    /** A step failed. */
    record Failed(Instant at, int step, String sentence) implements JournalEntry {}

    /** The hosts that the run is about, where they are several; the first is the one whose names say no host. */
    record OnHosts(Instant at, List<String> hosts) implements JournalEntry {
        public OnHosts {
            hosts = List.copyOf(hosts);
        }
    }

    /** The conditions under which the change stays; written before anything is touched. */
    record Bound(Instant at, Probation probation) implements JournalEntry {}

    /**
     * All is done, and the change is on probation from now on.
     *
     * @param until when the time to confirm ends, as the wall clock tells before it has passed
     * @param then what the run becomes if it is kept
     */
    record Waiting(Instant at, Optional<Instant> until, RunState then) implements JournalEntry {}

    /** The operator gave himself more time to confirm. */
    record Extended(Instant at, Duration by) implements JournalEntry {}

    /** The guard has ended its watch. */
    record Watched(Instant at, Duration time, BreakMeter.Tally tally) implements JournalEntry {}

    /** What users saw of a stretch of the run, at its end. */
    record Seen(Instant at, SeenFromOutside.Stretch stretch) implements JournalEntry {}

    /**
     * A phase is about to be taken back alone.
     *
     * @param first number of its first step
     * @param sentence what failed
     */
    record SettingAside(Instant at, int first, String title, String sentence) implements JournalEntry {}

    /** A phase has been taken back, and the run goes on with the others. */
    record SetAside(Instant at, int first) implements JournalEntry {}

    /**
     * A file is about to get a text that stands in no plan, since a phase was taken back alone.
     *
     * @param digest of its bytes; empty where it goes
     */
    record Rewrote(Instant at, String file, Optional<String> digest) implements JournalEntry {}

    /** Something happened that the report tells. */
    record Noted(Instant at, String sentence) implements JournalEntry {}
}
