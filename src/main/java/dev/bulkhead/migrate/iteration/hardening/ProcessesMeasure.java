package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;

/** A limit of processes and threads keeps one container from taking all that the machine has, as a fork bomb does. */
final class ProcessesMeasure implements Measure {

    @Override
    public String id() {
        return "processes";
    }

    @Override
    public String title() {
        return "Whose processes are limited?";
    }

    @Override
    public String help() {
        return "A limit of processes and threads keeps one container from taking all that the machine has, as a fork bomb does.";
    }

    @Override
    public String label() {
        return "Limit processes";
    }

    private static final long LEAST = 200;
    private static final int HEAD_ROOM = 4;

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("pids_limit").isPresent()
                || facts.at("deploy", "resources", "limits", "pids").isPresent()) {
            return new Outcome.Held();
        }
        if (facts.peak().isEmpty()) {
            return new Outcome.Withheld("it does not run, so nothing could be counted");
        }
        long peak = facts.peak().get().processes();
        long limit = Math.max(LEAST, (peak * HEAD_ROOM + 99) / 100 * 100);
        return new Outcome.Offered(
                (peak == 0
                                ? "The engine does not count them here"
                                : "It had " + peak + " at most while it was measured")
                        + "; the limit is " + limit + ".",
                "What starts many at once, as a build does, may fail.",
                true,
                List.of(Limits.edit(facts, FieldValue.number(limit), "pids_limit", "pids")));
    }
}
