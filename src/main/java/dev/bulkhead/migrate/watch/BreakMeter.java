package dev.bulkhead.migrate.watch;

import dev.bulkhead.topology.Counted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Meter of breaks: how long each flow that is known to have worked does not, and each service that was ready is not. Times
 * are elapsed times of a clock that only goes forward.
 *
 * <p>A moment in which the engine does not answer tells nothing, so the measure of every break begins anew after it.
 */
public final class BreakMeter {

    /** How long a flow may fail. */
    public static final Duration FLOW_LIMIT = Duration.ofSeconds(10);

    /** How long a service may be not ready. */
    public static final Duration SERVICE_LIMIT = Duration.ofSeconds(30);

    private final Kind flows;
    private final Kind services;
    private int asked;
    private int failed;

    /** Things of one kind. */
    private static final class Kind {
        private final Duration limit;
        private final Set<String> worked;
        private int asked;
        private final SortedMap<String, Duration> brokenSince = new TreeMap<>();

        Kind(Duration limit, Set<String> worked) {
            this.limit = limit;
            this.worked = new TreeSet<>(worked);
        }

        void see(Map<String, Boolean> seen, Duration now) {
            brokenSince.keySet().retainAll(seen.keySet());
            asked = 0;
            seen.forEach((name, held) -> {
                if (held) {
                    worked.add(name);
                    brokenSince.remove(name);
                } else if (worked.contains(name)) {
                    brokenSince.putIfAbsent(name, now);
                }
                // what never worked tells nothing of the change
                asked += worked.contains(name) ? 1 : 0;
            });
        }

        Optional<String> longest(Duration now) {
            return brokenSince.entrySet().stream()
                    .filter(entry -> now.minus(entry.getValue()).compareTo(limit) >= 0)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * Begins to measure.
     *
     * @param workedFlows flows that worked before the change
     * @param readyServices services that the change made ready
     */
    public BreakMeter(Set<String> workedFlows, Set<String> readyServices) {
        this.flows = new Kind(FLOW_LIMIT, workedFlows);
        this.services = new Kind(SERVICE_LIMIT, readyServices);
    }

    /**
     * Takes a look in.
     *
     * @param now elapsed time
     * @return what has been broken for longer than it may, as a sentence; empty for nothing
     */
    public Optional<String> see(Look look, Duration now) {
        SortedMap<String, Boolean> seen = new TreeMap<>(look.services());
        // a service whose container is gone is not ready either
        services.worked.forEach(service -> seen.putIfAbsent(service, false));
        flows.see(look.flows(), now);
        services.see(seen, now);
        asked += flows.asked + services.asked;
        failed += flows.brokenSince.size() + services.brokenSince.size();
        return flows.longest(now)
                .map(flow -> "The flow " + flow + " has failed for " + TimeText.of(FLOW_LIMIT) + ".")
                .or(() -> services.longest(now)
                        .map(service ->
                                "Service " + service + " has not been ready for " + TimeText.of(SERVICE_LIMIT) + "."));
    }

    /** Takes in that the engine did not answer. */
    public void silence() {
        flows.brokenSince.clear();
        services.brokenSince.clear();
        flows.asked = 0;
        services.asked = 0;
    }

    /** Returns what fails now, though it may not have failed for long enough to count. */
    public Set<String> failing() {
        Set<String> failing = new TreeSet<>(flows.brokenSince.keySet());
        failing.addAll(services.brokenSince.keySet());
        return failing;
    }

    /** Returns what was counted so far. */
    public Tally tally() {
        return new Tally(
                asked,
                failed,
                flows.asked - flows.brokenSince.size(),
                flows.asked,
                services.asked - services.brokenSince.size(),
                services.asked);
    }

    /**
     * What was counted.
     *
     * @param asked how many questions were answered since the watch began, of what is known to have worked
     * @param failed how many of the answers were no
     * @param flowsHold how many flows worked at the last look
     * @param flows how many were asked
     * @param servicesReady how many services were ready at the last look
     * @param services how many there were
     */
    public record Tally(int asked, int failed, int flowsHold, int flows, int servicesReady, int services) {

        /** Nothing yet. */
        public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

        /** Returns the sum as a part of a sentence. */
        public String text() {
            return Counted.of(asked, "probe") + " made, " + failed + " failed";
        }
    }
}
