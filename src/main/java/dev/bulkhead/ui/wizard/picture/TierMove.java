package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.migrate.iteration.Answers;
import java.util.ArrayList;
import java.util.List;

/**
 * Move of a service in the picture.
 *
 * @param service whose move it is
 * @param tier the id of the tier it is about
 * @param kind what becomes of the service there
 */
public record TierMove(String service, String tier, Kind kind) {

    /** What becomes of a service in a tier. */
    public enum Kind {
        /** It is at home there instead of where it was. */
        HOME,
        /** It joins as well. */
        JOIN,
        /** It leaves. */
        LEAVE
    }

    /** Returns the answers after the move. */
    public Answers in(Answers answers) {
        List<String> tiers = new ArrayList<>(answers.tiersOf(service));
        switch (kind) {
            case HOME -> {
                if (!tiers.isEmpty()) {
                    tiers.removeFirst();
                }
                tiers.remove(tier);
                tiers.addFirst(tier);
            }
            case JOIN -> {
                if (!tiers.contains(tier)) {
                    tiers.add(tier);
                }
            }
            case LEAVE -> tiers.remove(tier);
        }
        return answers.withTiers(service, tiers);
    }
}
