package dev.bulkhead.cli.output;

import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes of reach by a plan, and what breaks between its steps, as text. */
public final class PlanEffectText {

    private PlanEffectText() {}

    /** Returns what opens, closes and breaks on the way. */
    public static String of(PlanEffect effect) {
        Map<ChangeGroup, List<Rule>> rules = effect.groups().stream()
                .collect(Collectors.toMap(PlanEffect.Touched::group, PlanEffect.Touched::rules, (one, same) -> one));
        return "Who reaches whom differently:\n"
                + ReachDiffFormat.text(effect.reach(), group -> rules.getOrDefault(group, List.of()))
                + "\n"
                + outages(effect.outages());
    }

    private static String outages(List<Outage> outages) {
        if (outages.isEmpty()) {
            return "What has to work does so after every step.\n";
        }
        return outages.stream()
                .map(outage -> outage.sentence() + "\n")
                .collect(Collectors.joining("", "Breaks on the way (apply wants each accepted by name):\n", ""));
    }
}
