package dev.bulkhead.migrate.goal;

import java.util.Optional;

/**
 * Turn of a service in a change.
 *
 * @param stage when it comes
 * @param group those of one stage and group take their turn together
 * @param follows the service it shares a network namespace with, whose turn is also its own
 * @param slowStart whether it takes its time to come back, as a VPN does
 */
public record Turn(Stage stage, String group, Optional<String> follows, boolean slowStart) {}
