package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.verify.CheckResult;
import java.time.Duration;
import java.time.Instant;

/** Event that a run tells while it is under way. */
public sealed interface RunEvent {

    /** The run entered a state. */
    record StateEntered(RunState state, Instant at) implements RunEvent {}

    /** The restore point stands. */
    record RestorePointTaken(String id, int files, int containers, int networks, long bytes) implements RunEvent {}

    /** A step begins. */
    record StepStarted(PlanStep step, Instant at) implements RunEvent {}

    /** A step is done. */
    record StepFinished(PlanStep step, Duration took, String outcome) implements RunEvent {}

    /** A step failed. */
    record StepFailed(PlanStep step, Duration took, String sentence) implements RunEvent {}

    /** A phase was taken back alone; the run goes on with the others. */
    record PhaseSetAside(Plan.Stretch phase, Instant at) implements RunEvent {}

    /** A part of the way back is done. */
    record Undone(String what) implements RunEvent {}

    /** A container of the project changed, as the engine tells. */
    record ServiceSeen(String service, ObservedContainer.Status status, Instant at) implements RunEvent {}

    /** A verification ended. */
    record Checked(CheckResult result) implements RunEvent {}

    /** A line for the log; never a secret. */
    record LogLine(Instant at, String text) implements RunEvent {}
}
