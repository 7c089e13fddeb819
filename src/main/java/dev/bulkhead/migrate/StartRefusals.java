package dev.bulkhead.migrate;

import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Surprises;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refusals of a run before its first step, each with what would be right. */
final class StartRefusals {

    private StartRefusals() {}

    /**
     * Refuses a plan with an outage that nobody accepted.
     *
     * @param accepted outages by what they break
     */
    static void outages(Review reviewed, Set<String> accepted) throws MigrationException {
        List<Outage> unaccepted = reviewed.effect().unaccepted(accepted);
        if (!unaccepted.isEmpty()) {
            String more = unaccepted.size() == 1
                    ? ""
                    : " So it is with " + (unaccepted.size() - 1) + " more; the plan lists them.";
            throw new MigrationException("The plan breaks what has to hold: "
                    + unaccepted.getFirst().sentence() + more
                    + " Answer the questions differently, or accept the outage by its name.");
        }
    }

    /** Refuses a start where something does not hold that has to. */
    static void blocked(List<PreflightItem> items) throws MigrationException {
        // a run that was left in the middle explains whatever else does not hold
        Optional<PreflightItem> blocking = items.stream()
                .filter(PreflightItem::blocks)
                .min(Comparator.comparing(item -> !item.id().equals(IterationPreflight.NO_OPEN_RUN)));
        if (blocking.isPresent()) {
            PreflightItem item = blocking.get();
            // the title says what has to hold; in front of what was seen it would say the opposite
            throw new MigrationException(
                    "Nothing was started. " + item.seen() + " " + item.fix().orElse("") + others(item, items));
        }
    }

    /** After an iteration whose services joined networks as they ran, all of them wait, and nobody wants to be told of one at a time. */
    private static String others(PreflightItem told, List<PreflightItem> items) {
        List<String> more = items.stream()
                .filter(item -> item.blocks() && !item.id().equals(told.id()))
                .map(PreflightItem::id)
                .filter(id -> id.startsWith(Surprises.PENDING))
                .map(id -> id.substring(Surprises.PENDING.length()))
                .toList();
        return more.isEmpty() || !told.id().startsWith(Surprises.PENDING)
                ? ""
                : " So it is with " + String.join(", ", more)
                        + "; bulkhead apply PATH --yes, without an iteration, deploys all of them, one after the other.";
    }
}
