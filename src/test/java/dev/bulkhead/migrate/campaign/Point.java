package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.plan.PlanStep;
import java.util.Optional;

/**
 * One point of a run at which something can go wrong.
 *
 * @param key names it among all points of a run; the same in every run of the same plan
 * @param step the step under way; empty before the first, after the last, and on the way back
 * @param operation the kind of operation, or what else is under way
 * @param moment where in it
 * @param half whether the call that begins here is carried out in part only
 * @param write at which write of files it ends, counted from 0; empty where it ends between writes
 */
record Point(
        String key, Optional<PlanStep> step, String operation, Moment moment, boolean half, Optional<Integer> write) {

    /** Returns it with the process ending at one of the writes of its files. */
    Point atWrite(int number) {
        return new Point(key, step, operation, Moment.IN, false, Optional.of(number));
    }

    /** Returns the point between what is done and the journal's word of it. */
    Point unwritten() {
        return new Point(key, step, operation, Moment.AFTER, false, Optional.empty());
    }

    @Override
    public String toString() {
        return operation + " " + moment + " at " + key
                + write.map(number -> ", write " + number).orElse("");
    }
}
