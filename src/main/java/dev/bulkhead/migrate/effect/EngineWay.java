package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.topology.Topology;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Way from this program to the engine, where it leads through a service that a plan interrupts. */
public final class EngineWay {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<scheme>tcp|https?|ssh)://(?:[^@/]*@)?(?:\\[[^]]*]|[^:/]*)(?::(?<port>\\d{1,5}))?(?:/.*)?");
    private static final int SSH = 22;
    private static final int DOCKER = 2375;

    private EngineWay() {}

    /**
     * Returns the service through whose published port the engine is reached, if the plan interrupts it: while it is away,
     * nobody can tell the engine to take the change back.
     *
     * @param address where the engine was reached, for instance {@code tcp://nas:2375}
     */
    public static Optional<String> through(String address, Plan plan, Topology topology) {
        Optional<Integer> port = port(address);
        return plan.steps().stream()
                .filter(step -> !step.interruption().isZero())
                .flatMap(step -> step.operation().services().stream())
                .filter(service -> port.isPresent() && publishes(topology, service, port.get()))
                .findFirst();
    }

    private static boolean publishes(Topology topology, String service, int port) {
        return topology.services().containsKey(service)
                && topology.services().get(service).ports().stream()
                        .flatMap(mapping -> mapping.published().stream())
                        .anyMatch(published -> covers(published, port));
    }

    private static boolean covers(String published, int port) {
        String[] ends = published.split("-", 2);
        return Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]);
    }

    /** A socket or a pipe of this machine has none. */
    private static Optional<Integer> port(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int usual = parts.group("scheme").equals("ssh") ? SSH : DOCKER;
        return Optional.of(
                Optional.ofNullable(parts.group("port")).map(Integer::valueOf).orElse(usual));
    }
}
