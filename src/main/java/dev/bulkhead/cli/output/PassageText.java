package dev.bulkhead.cli.output;

import dev.bulkhead.migrate.passage.Outage;
import dev.bulkhead.migrate.passage.Passage;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes of reach by a plan, and what breaks between its steps, as text. */
public final class PassageText {

    private PassageText() {}

    /** Returns what opens, closes and breaks on the way. */
    public static String of(Passage passage) {
        Map<ChangeGroup, List<Rule>> rules = passage.groups().stream()
                .collect(Collectors.toMap(Passage.Touched::group, Passage.Touched::rules, (one, same) -> one));
        return "Who reaches whom differently:\n"
                + ReachDiffFormat.text(passage.reach(), group -> rules.getOrDefault(group, List.of()))
                + "\n"
                + outages(passage.outages());
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
