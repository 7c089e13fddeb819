package dev.bulkhead.migrate.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a run; {@link #canBecome} is the only source of what may follow what. */
public enum RunState {
    /** Nothing has been touched. */
    PREPARED,
    /** The restore point is being taken, flows are probed for comparison. */
    CAPTURING,
    /** Operations are carried out. */
    APPLYING,
    /** Held between two operations on the operator's wish. */
    PAUSED,
    /** All operations are done; the result is being checked. */
    VERIFYING,
    /** Done; it waits for the operator's word, without which it is taken back. */
    AWAITING_CONFIRMATION,
    /** Done; flows and health are watched for a while before it counts as kept. */
    WATCHING,
    /** Done and verified. */
    SUCCEEDED,
    /** Done, nothing lost, but a check failed that had failed before as well. */
    UNVERIFIED,
    /** Stopped between two operations on the operator's wish; continuing and rolling back are both open. */
    CANCELLED,
    /** The process ended in the middle; continuing and rolling back are both open. */
    INTERRUPTED,
    /** The way back is being walked. */
    ROLLING_BACK,
    /** Everything is as it was at the restore point. */
    ROLLED_BACK,
    /** The way back did not reach the restore point; the journal says what is left to do. */
    NEEDS_PERSON,
    /** Closed by the operator with files and engine as they stood; its restore point can still be gone back to. */
    LEFT,
    /** Given up before anything was touched. */
    ABANDONED;

    private static final Map<RunState, Set<RunState>> NEXT = transitions();

    private static Map<RunState, Set<RunState>> transitions() {
        Map<RunState, Set<RunState>> next = new EnumMap<>(RunState.class);
        next.put(PREPARED, EnumSet.of(CAPTURING, ABANDONED));
        next.put(CAPTURING, EnumSet.of(APPLYING, ABANDONED, INTERRUPTED));
        next.put(APPLYING, EnumSet.of(PAUSED, VERIFYING, CANCELLED, ROLLING_BACK, INTERRUPTED));
        next.put(PAUSED, EnumSet.of(APPLYING, CANCELLED, INTERRUPTED));
        next.put(
                VERIFYING,
                EnumSet.of(SUCCEEDED, UNVERIFIED, AWAITING_CONFIRMATION, WATCHING, ROLLING_BACK, INTERRUPTED));
        next.put(AWAITING_CONFIRMATION, EnumSet.of(SUCCEEDED, UNVERIFIED, ROLLING_BACK));
        next.put(WATCHING, EnumSet.of(SUCCEEDED, UNVERIFIED, ROLLING_BACK));
        next.put(SUCCEEDED, EnumSet.of(ROLLING_BACK));
        next.put(UNVERIFIED, EnumSet.of(VERIFYING, ROLLING_BACK));
        next.put(CANCELLED, EnumSet.of(APPLYING, ROLLING_BACK, LEFT));
        next.put(INTERRUPTED, EnumSet.of(APPLYING, ROLLING_BACK, ABANDONED, LEFT));
        next.put(ROLLING_BACK, EnumSet.of(ROLLED_BACK, NEEDS_PERSON, INTERRUPTED));
        next.put(ROLLED_BACK, EnumSet.of(ROLLING_BACK));
        next.put(NEEDS_PERSON, EnumSet.of(ROLLING_BACK, LEFT));
        next.put(LEFT, EnumSet.of(ROLLING_BACK));
        next.put(ABANDONED, EnumSet.noneOf(RunState.class));
        return Collections.unmodifiableMap(next);
    }

    /** Returns whether a run in this state may enter another. */
    public boolean canBecome(RunState other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /** Returns whether somebody is at work in this state; found in a journal without its process, it was cut off. */
    public boolean underWay() {
        return switch (this) {
            case CAPTURING, APPLYING, PAUSED, VERIFYING, ROLLING_BACK -> true;
            case PREPARED,
                    AWAITING_CONFIRMATION,
                    WATCHING,
                    SUCCEEDED,
                    UNVERIFIED,
                    CANCELLED,
                    INTERRUPTED,
                    ROLLED_BACK,
                    NEEDS_PERSON,
                    LEFT,
                    ABANDONED -> false;
        };
    }

    /** Returns whether a run in this state is done and on probation. */
    public boolean onProbation() {
        return this == AWAITING_CONFIRMATION || this == WATCHING;
    }

    /** Returns whether a run in this state has nothing under way and nothing left open. */
    public boolean settled() {
        return this == SUCCEEDED || this == UNVERIFIED || this == ROLLED_BACK || this == LEFT || this == ABANDONED;
    }
}
