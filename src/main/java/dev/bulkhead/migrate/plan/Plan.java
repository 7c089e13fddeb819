package dev.bulkhead.migrate.plan;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run will do, in order; data that prints itself.
 *
 * @param iteration id of the iteration
 * @param title title of the iteration
 * @param project name of the project
 * @param steps the operations in order
 */
public record Plan(String iteration, String title, String project, List<PlanStep> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Returns the sum of what the steps are expected to interrupt; services are touched one after the other. */
    public Duration interruption() {
        return steps.stream().map(PlanStep::interruption).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns whether the project is as the iteration wants it already. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Returns the plan for people and tests: three lines a step. */
    public String text() {
        String head = "Plan: " + title + " for " + project + "\n";
        if (steps.isEmpty()) {
            return head + "Nothing to do: the project is as this iteration wants it.\n";
        }
        return head + steps.stream().map(Plan::stepText).collect(Collectors.joining());
    }

    private static String stepText(PlanStep step) {
        String time = step.interruption().isZero()
                ? "no interruption"
                : "away for about " + Math.max(1, step.interruption().toSeconds()) + " s";
        return "%2d  %s: %s%n    why: %s%n    risk %s, %s; undo: %s%n"
                .formatted(
                        step.number(),
                        step.operation().subject(),
                        step.operation().action(),
                        step.cause(),
                        step.risk().word(),
                        time,
                        step.undo())
                .replace(System.lineSeparator(), "\n");
    }

    @Override
    public String toString() {
        return text();
    }
}
