package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.iteration.Risk;
import java.time.Duration;

/**
 * An operation with its place in the plan and its reasons.
 *
 * @param number counted from 1; steps run in this order
 * @param operation what is done
 * @param cause why it is needed, as a sentence
 * @param risk how much can go wrong
 * @param interruption how long the services touched are expected to be away; zero for none
 * @param undo how it is undone, as a sentence, told before it is needed
 */
public record PlanStep(int number, Operation operation, String cause, Risk risk, Duration interruption, String undo) {}
