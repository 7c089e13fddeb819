package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.UnknownNetworks;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Assumptions of a matrix: what nobody told and was taken for the usual. Which of them a verdict rests on is found out by judging
 * anew without each.
 */
public final class Assumptions {

    /** An engine that filters no IPv6, knows no gateway modes and gives members of internal networks a default route. */
    private static final int OLD_ENGINE = 20;

    private static final String BRIDGE = "com.docker.network.bridge.";
    private static final NetworkOptions EXTERNAL = NetworkOptions.defaults().withExternal(true);

    /** What a bridge may be beside a plain one. */
    private static final List<NetworkOptions> BRIDGES = List.of(
            EXTERNAL,
            EXTERNAL.withInternal(true),
            EXTERNAL.withDriverOpts(Map.of(BRIDGE + "enable_icc", "false")),
            EXTERNAL.withInternal(true).withDriverOpts(Map.of(BRIDGE + "enable_icc", "false")),
            EXTERNAL.withDriverOpts(Map.of(BRIDGE + "host_binding_ipv4", "127.0.0.1")),
            EXTERNAL.withInternal(true)
                    .withDriverOpts(Map.of(
                            BRIDGE + "gateway_mode_ipv4", "isolated", BRIDGE + "gateway_mode_ipv6", "isolated")));

    /** What an external network may be: such a bridge, with addresses of either family or of both, or none. */
    private static final List<NetworkOptions> UNUSUAL = Stream.concat(
                    Stream.of(IpFamilies.IPV4, IpFamilies.BOTH, IpFamilies.IPV6)
                            .flatMap(families -> BRIDGES.stream().map(bridge -> bridge.withFamilies(families))),
                    Stream.of(EXTERNAL.withDriver("macvlan")))
            .filter(options -> !options.equals(EXTERNAL))
            .toList();

    /** The matrix as it would be without an assumption. */
    private record Alternative(String key, String sentence, ReachMatrix matrix) {}

    private final ReachMatrix matrix;
    private final List<Alternative> alternatives = new ArrayList<>();

    private Assumptions(ReachMatrix matrix) {
        this.matrix = matrix;
    }

    /** Returns the assumptions of a matrix. */
    public static Assumptions of(ReachMatrix matrix) {
        Assumptions assumptions = new Assumptions(matrix);
        ReachOptions options = matrix.options();
        if (!options.settings().asked()) {
            assumptions.without(
                    "engine-version",
                    "the engine is version " + options.engineMajor() + " or newer",
                    options.withEngineMajor(OLD_ENGINE));
        }
        for (EngineSetting setting : EngineSetting.values()) {
            // Nearly all verdicts rest on the host having no rules of its own, which is said once.
            if (setting != EngineSetting.HOST_RULES
                    && !options.settings().told().containsKey(setting)) {
                assumptions.without(
                        setting.key(),
                        setting.assumed(),
                        options.withSettings(options.settings().or(Map.of(setting, false))));
            }
        }
        for (String name : external(matrix)) {
            for (NetworkOptions unusual : UNUSUAL) {
                assumptions.without(
                        "network:" + name,
                        "external network " + name + " is a plain bridge",
                        options.withExternal(name, unusual));
            }
        }
        return assumptions;
    }

    private static SortedSet<String> external(ReachMatrix matrix) {
        return UnknownNetworks.of(matrix.topology(), matrix.options())
                .map(UnknownNetworks::external)
                .orElseGet(TreeSet::new);
    }

    private void without(String key, String sentence, ReachOptions otherwise) {
        alternatives.add(new Alternative(key, sentence, Reach.compute(matrix.topology(), otherwise)));
    }

    /** Returns those that a verdict rests on; what is not known rests on none. */
    public List<Assumption> of(int from, int to) {
        return matrix.verdict(from, to) == Verdict.UNKNOWN
                ? List.of()
                : of(matrix.verdict(from, to), other -> other.verdict(from, to));
    }

    /** Returns those that the verdict about a port rests on; what is not known rests on none. */
    public List<Assumption> of(int from, int to, Optional<PortQuery> port) {
        Verdict verdict = matrix.answer(from, to, port).verdict();
        return verdict == Verdict.UNKNOWN
                ? List.of()
                : of(verdict, other -> other.answer(from, to, port).verdict());
    }

    private List<Assumption> of(Verdict verdict, Function<ReachMatrix, Verdict> ask) {
        Map<String, Assumption> found = new LinkedHashMap<>();
        for (Alternative alternative : alternatives) {
            Verdict otherwise = ask.apply(alternative.matrix);
            if (otherwise != verdict) {
                found.putIfAbsent(alternative.key, new Assumption(alternative.key, alternative.sentence, otherwise));
            }
        }
        return List.copyOf(found.values());
    }

    /** Returns the sentence that says what was assumed of external networks; empty where there is none that nobody knows. */
    public static Optional<String> ofNetworks(ReachMatrix matrix) {
        SortedSet<String> names = external(matrix);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Assumed of external network" + (names.size() == 1 ? " " : "s ")
                        + String.join(", ", names)
                        + ", since nobody told: a plain bridge. Ask the engine with --live, or"
                        + " state what it is like under x-bulkhead.");
    }
}
