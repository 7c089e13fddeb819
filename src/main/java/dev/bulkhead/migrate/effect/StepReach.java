package dev.bulkhead.migrate.effect;

import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;

/**
 * Change of who reaches whom by one step of a plan, against the step before.
 *
 * @param step the number of the step
 * @param opens how many pairs reach each other now
 * @param closes how many no longer do
 */
public record StepReach(int step, long opens, long closes) {

    /** Counts the difference that a step makes. */
    static StepReach of(int step, ReachDiff diff) {
        return new StepReach(step, diff.count(ReachChange.Kind.OPENS), diff.count(ReachChange.Kind.CLOSES));
    }

    /** Returns it as a part of a sentence. */
    public String words() {
        if (opens == 0 && closes == 0) {
            return "nobody reaches more or less";
        }
        String more = opens == 0 ? "" : opens + (opens == 1 ? " pair opens" : " pairs open");
        String less = closes == 0 ? "" : closes + (closes == 1 ? " pair closes" : " pairs close");
        return more + (more.isEmpty() || less.isEmpty() ? "" : ", ") + less;
    }
}
