package dev.bulkhead.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Plans as text: three lines a step, and a heading for each phase where there are several. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder("Plan: " + plan.title() + " for " + plan.project() + "\n");
        if (plan.steps().isEmpty()) {
            return text.append("Nothing to do: files and engine are as wanted.\n")
                    .toString();
        }
        for (PlanStep step : plan.steps()) {
            if (plan.phases().size() > 1) {
                plan.phases().stream()
                        .filter(phase -> phase.first() == step.number())
                        .forEach(phase -> text.append("Phase ")
                                .append(plan.phases().indexOf(phase) + 1)
                                .append(": ")
                                .append(phase.title())
                                .append(phase.alone() ? " (taken back alone if it fails)" : "")
                                .append('\n'));
            }
            text.append(step(step));
        }
        return text.toString();
    }

    private static String step(PlanStep step) {
        String time = step.interruption().isZero()
                ? "no interruption"
                : "away for about " + Math.max(1, step.interruption().toSeconds()) + " s";
        String after = step.dependsOn().isEmpty() ? "" : "after " + ranges(step.dependsOn()) + "; ";
        return "%2d  %s: %s\n    why: %s\n    %srisk %s, %s; undo: %s\n"
                .formatted(
                        step.number(),
                        step.operation().subject(),
                        step.operation().action(),
                        step.cause(),
                        after,
                        step.risk().word(),
                        time,
                        step.undo());
    }

    /** Returns numbers with those in a row drawn together, for instance {@code 1-3, 7}. */
    static String ranges(List<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
                int first = sorted.get(start);
                int last = sorted.get(i - 1);
                parts.add(first == last ? Integer.toString(first) : first + "-" + last);
                start = i;
            }
        }
        return String.join(", ", parts);
    }
}
