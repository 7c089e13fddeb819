package dev.bulkhead.migrate.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * Probation of a change: the conditions under which it stays once it is done and verified.
 *
 * @param confirmWithin how long it waits for the operator's word before it is taken back; empty when it needs none
 * @param watch how long flows and health go on being looked at; empty for not at all
 * @param onBreak what a break during the watch leads to
 */
public record Probation(Optional<Duration> confirmWithin, Optional<Duration> watch, OnBreak onBreak) {

    /** A change that stays at once. */
    public static final Probation NONE = new Probation(Optional.empty(), Optional.empty(), OnBreak.TAKE_BACK);

    /** What a break leads to. */
    public enum OnBreak {
        /** The change is taken back. */
        TAKE_BACK,
        /** It is told, and nothing is done. */
        ALARM
    }

    /** Returns whether the change stays at once. */
    public boolean isNone() {
        return confirmWithin.isEmpty() && watch.isEmpty();
    }

    /** Returns the conditions as a sentence. */
    public String sentence() {
        String confirm = confirmWithin
                .map(time -> "It is taken back unless it is confirmed within " + TimeText.of(time) + ".")
                .orElse("");
        String looked = watch.map(time -> "Flows and health are watched for " + TimeText.of(time) + "; a break "
                        + (onBreak == OnBreak.TAKE_BACK ? "takes it back." : "is told, and nothing is done."))
                .orElse("");
        return (confirm + " " + looked).strip();
    }
}
