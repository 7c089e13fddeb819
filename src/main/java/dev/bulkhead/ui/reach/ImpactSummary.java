package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.impact.BlastRadius;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Consequences for the others when a service is taken over, or lost.
 *
 * @param words whom an intruder gets at, as a sentence
 * @param ways a shortest way to each whom it reaches only over others
 * @param splits whether its loss splits the project
 */
public record ImpactSummary(String words, List<String> ways, boolean splits) {

    public ImpactSummary {
        ways = List.copyOf(ways);
    }

    static ImpactSummary of(BlastRadius blast, boolean splits) {
        long direct = blast.direct().stream()
                .filter(subject -> subject instanceof Subject.OfService || subject instanceof Subject.Foreign)
                .count();
        long all = (long) blast.services() + blast.foreigners();
        long further = all - direct;

        return new ImpactSummary(
                all == 0
                        ? Words.of("impactsummary.an-intruder-gets-at-no")
                        : further == 0
                                ? Words.of("impactsummary.an-intruder-gets-at", blast.count())
                                : Words.of("impactsummary.an-intruder-gets-at-over-others", blast.count(), further),
                blast.transitive().stream()
                        .map(to -> blast.way(to).stream().map(Subject::text).collect(Collectors.joining(" → ")))
                        .toList(),
                splits);
    }
}
