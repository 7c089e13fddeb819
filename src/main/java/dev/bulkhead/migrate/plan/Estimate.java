package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.ObservedEndpoint;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Design;
import dev.bulkhead.migrate.iteration.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation is expected to cost. The numbers are measurements on engine 28.5 with two cores: one service at a
 * time is away 1.1 s on average and 1.9 s at worst, eighteen together 3.2 s and 4.1 s, a moving default gateway 0.3 s.
 *
 * @param risk how much can go wrong
 * @param interruption how long the services are away
 */
record Estimate(Risk risk, Duration interruption) {

    static final Duration GATEWAY_MOVE = Duration.ofMillis(300);
    private static final Duration ONE = Duration.ofSeconds(2);
    private static final Duration SEVERAL = Duration.ofSeconds(4);
    private static final Duration SLOW_START = Duration.ofSeconds(20);

    static Estimate ofRecreation(List<String> services, Map<String, Design.Turn> turns) {
        boolean slow = services.stream().map(turns::get).anyMatch(turn -> turn != null && turn.slowStart());
        boolean shared = services.stream()
                .map(turns::get)
                .anyMatch(turn -> turn != null && turn.follows().isPresent());
        Duration time = slow ? SLOW_START : services.size() == 1 ? ONE : SEVERAL;
        return new Estimate(shared ? Risk.MEDIUM : Risk.LOW, time);
    }

    /**
     * Returns whether the container's default gateway moves to one of the networks: not internal before internal, then
     * the name that sorts first (moby {@code libnetwork/sandbox.go}, {@code Endpoint.Less}).
     */
    static boolean gatewayMoves(String service, List<Operation.Join> joins, PlanInput input) {
        Optional<String> gateway = input.observed().containers(input.before().project(), service).stream()
                .flatMap(c -> c.endpoints().stream().map(ObservedEndpoint::network))
                .filter(name -> !internal(name, input))
                .sorted()
                .findFirst();
        return joins.stream()
                .map(Operation.Join::network)
                .filter(name -> !internal(name, input))
                .anyMatch(name ->
                        gateway.map(present -> name.compareTo(present) < 0).orElse(true));
    }

    private static boolean internal(String name, PlanInput input) {
        Optional<Boolean> wanted = input.design().networks().stream()
                .filter(network -> network.spec().name().equals(name))
                .map(network -> network.spec().options().internal())
                .findFirst();
        return wanted.or(() -> input.observed()
                        .network(name)
                        .map(ObservedNetwork::options)
                        .map(options -> options.internal()))
                .orElse(false);
    }
}
