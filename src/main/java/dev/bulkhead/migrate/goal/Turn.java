package dev.bulkhead.migrate.goal;

import java.util.Map;
import java.util.Optional;

/**
 * Turn of a service in a change.
 *
 * @param stage when it comes
 * @param group those of one stage and group take their turn together
 * @param follows the service it shares a network namespace with, whose turn is also its own
 * @param slowStart whether it takes its time to come back, as a VPN does
 */
public record Turn(Stage stage, String group, Optional<String> follows, boolean slowStart) {

    /** Returns the turn of a service; one that nothing is said of goes with what runs in the background. */
    public static Turn of(Map<String, Turn> turns, String service) {
        return turns.getOrDefault(service, new Turn(Stage.BACKGROUND, "", Optional.empty(), false));
    }
}
