package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.iteration.evidence.Survey;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;
import java.util.Locale;

/** A limit of processors slows a container down instead of letting it slow all others down. */
final class ProcessorsMeasure implements Measure {

    @Override
    public String id() {
        return "processors";
    }

    @Override
    public String title() {
        return "Whose share of the processors is limited?";
    }

    @Override
    public String help() {
        return "A limit of processors slows a container down instead of letting it slow all others down. It never stops one.";
    }

    @Override
    public String label() {
        return "Limit processors";
    }

    private static final double HEAD_ROOM = 3;

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("cpus").isPresent()
                || facts.at("deploy", "resources", "limits", "cpus").isPresent()) {
            return new Outcome.Held();
        }
        int all = facts.around().machine().map(Survey.Machine::processors).orElse(0);
        if (facts.peak().isEmpty() || all < 2) {
            return new Outcome.Withheld(
                    facts.peak().isEmpty()
                            ? "it does not run, so nothing could be measured"
                            : "the machine has one processor, or does not tell how many");
        }
        double peak = facts.peak().get().processors();
        double limit = Math.max(1, Math.ceil(peak * HEAD_ROOM * 2) / 2);
        if (limit >= all) {
            return new Outcome.Withheld("it may need all " + all + " processors at times");
        }
        return new Outcome.Offered(
                "It used " + number("%.2f", peak) + " of " + all
                        + " processors at most while it was measured; the limit is " + number("%.1f", limit) + ".",
                "It is slower where it needs more, as while it starts or transcodes.",
                false,
                List.of(Limits.edit(facts, FieldValue.text(number("%.1f", limit)), "cpus", "cpus")));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
