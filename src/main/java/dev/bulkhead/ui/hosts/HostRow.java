package dev.bulkhead.ui.hosts;

import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Host as the list shows it.
 *
 * @param host what the operator calls it
 * @param answers whether its engine answers
 * @param engine which engine it is; empty while it does not answer
 * @param state that it answers, or since when and why not
 * @param services services of the project that it has, or had when it was heard last
 * @param open ports of it that the LAN reaches, of all projects; empty while it does not answer
 * @param others other projects on it, with their numbers of containers
 */
public record HostRow(
        String host, boolean answers, String engine, String state, String services, String open, String others) {

    /** Returns the rows of all hosts, in the operator's order. */
    public static List<HostRow> of(SeenHosts seen, Topology topology, ZoneId zone) {
        return seen.hosts().views().stream()
                .map(view -> of(view, seen, topology, zone))
                .toList();
    }

    private static HostRow of(HostView view, SeenHosts seen, Topology topology, ZoneId zone) {
        String state = HostsWords.state(view, seen, zone);
        return switch (view) {
            case HostView.Answered answered ->
                new HostRow(
                        view.host(),
                        true,
                        answered.info().name() + " " + answered.info().version() + ", "
                                + answered.info().address(),
                        state,
                        services(answered.state(), topology),
                        HostFaces.of(view).words(),
                        ObservedHosts.others(answered, topology.project()).entrySet().stream()
                                .map(other ->
                                        (other.getKey().isEmpty() ? Words.of("hostrow.no-project") : other.getKey())
                                                + " " + other.getValue())
                                .collect(Collectors.joining(", ")));
            case HostView.Silent _ -> {
                ObservedState last = Objects.requireNonNull(seen.last().get(view.host()));
                String had = services(last, topology);
                yield new HostRow(
                        view.host(),
                        false,
                        "",
                        state,
                        had.isEmpty() ? Words.of("hostrow.not-known") : Words.of("hostrow.it-had", had),
                        "",
                        "");
            }
        };
    }

    private static String services(ObservedState state, Topology topology) {
        return topology.services().keySet().stream()
                .filter(service ->
                        !state.containers(topology.project(), service).isEmpty())
                .collect(Collectors.joining(", "));
    }
}
