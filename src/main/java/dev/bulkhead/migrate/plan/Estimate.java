package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.migrate.playbook.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Expected cost of an operation. The numbers are measurements on engine 28.5 with two cores: one service at a time is away
 * 1.1 s on average and 1.9 s at worst, eighteen together 3.2 s and 4.1 s, a moving default gateway 0.3 s.
 *
 * @param risk how much can go wrong
 * @param interruption how long the services are away
 */
record Estimate(Risk risk, Duration interruption) {

    static final Estimate FREE = new Estimate(Risk.NONE, Duration.ZERO);
    private static final Duration GATEWAY_MOVE = Duration.ofMillis(300);
    private static final Duration ONE = Duration.ofSeconds(2);
    private static final Duration SEVERAL = Duration.ofSeconds(4);
    private static final Duration SLOW_START = Duration.ofSeconds(20);

    static Estimate ofRecreation(List<String> services, Map<String, Turn> turns) {
        boolean slow = services.stream().map(turns::get).anyMatch(turn -> turn != null && turn.slowStart());
        boolean shared = services.stream()
                .map(turns::get)
                .anyMatch(turn -> turn != null && turn.follows().isPresent());
        Duration time = slow ? SLOW_START : services.size() == 1 ? ONE : SEVERAL;
        return new Estimate(shared ? Risk.MEDIUM : Risk.LOW, time);
    }

    static Estimate ofMembership(boolean defaultRouteMoves) {
        return defaultRouteMoves ? new Estimate(Risk.LOW, GATEWAY_MOVE) : FREE;
    }
}
