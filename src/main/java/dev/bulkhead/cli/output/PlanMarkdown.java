package dev.bulkhead.cli.output;

import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.util.ArrayList;
import java.util.List;

/** A plan as a part of a comment on a change, in Markdown: what is done, who is away meanwhile, what breaks on the way. */
public final class PlanMarkdown {

    private static final int MOST = 20;

    private PlanMarkdown() {}

    /** Returns the plan as text. */
    public static String of(Review review, List<PreflightItem> blocking) {
        StringBuilder text = new StringBuilder("#### Bringing it to the engine\n\n");
        List<PlanStep> steps = review.plan().steps();
        if (steps.isEmpty()) {
            text.append("Nothing is to be done.\n");
        } else {
            text.append(steps.size() == 1 ? "1 step" : steps.size() + " steps");
            long away = review.plan().interruption().toSeconds();
            text.append(
                    away == 0
                            ? "; nobody is expected to be away.\n\n"
                            : "; services are away for about " + away + " s in all.\n\n");
            for (PlanStep step : steps.subList(0, Math.min(MOST, steps.size()))) {
                text.append(step.number())
                        .append(". ")
                        .append(Markdown.plain(step.operation().subject() + ": "
                                + step.operation().action()))
                        .append(
                                step.interruption().isZero()
                                        ? ""
                                        : " (away about " + step.interruption().toSeconds() + " s)")
                        .append('\n');
            }
            if (steps.size() > MOST) {
                text.append("\nAnd ").append(steps.size() - MOST).append(" more steps.\n");
            }
        }
        List<String> breaks = new ArrayList<>();
        for (Outage outage : review.effect().outages()) {
            breaks.add(Markdown.plain(outage.sentence()));
        }
        list("Breaks on the way", breaks, text);
        list(
                "It would not start",
                blocking.stream()
                        .map(item -> Markdown.plain(
                                item.seen() + item.fix().map(fix -> " " + fix).orElse("")))
                        .toList(),
                text);
        return text.toString();
    }

    private static void list(String title, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append("\n**").append(title).append("**\n\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }
}
