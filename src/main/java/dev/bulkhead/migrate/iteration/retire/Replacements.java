package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The smallest memberships that replace a network: for each flow that only it carries, and for each way out or in that only
 * it gives.
 *
 * <p>A way out without new neighbours is a network beside a tier, on which only members of the tier stand: whoever meets
 * there meets already. One way out for all of them would open every pair, and with {@code enable_icc: false} it would break
 * names, since a name resolves on the network of the default route first.
 */
final class Replacements {

    /** How keys of networks end that are the way out of a tier. */
    static final String OUT = "-out";

    private static final String SUFFIX = "-net";

    private final IterationInput input;
    private final Needs needs;
    private final Network legacy;
    private final Memberships memberships;
    private final SortedMap<String, String> added = new TreeMap<>();
    private final List<MustFlow> ending = new ArrayList<>();

    private Replacements(IterationInput input, Needs needs, Network legacy) {
        this.input = input;
        this.needs = needs;
        this.legacy = legacy;
        this.memberships = new Memberships(input.topology(), legacy.key());
    }

    /**
     * Memberships without the retired network.
     *
     * @param memberships who stands where
     * @param added key of a network to add to what it is for
     * @param ending flows that are only usual and that nothing replaces without opening what the operator forbids
     */
    record Proposal(Memberships memberships, SortedMap<String, String> added, List<MustFlow> ending) {
        Proposal {
            ending = List.copyOf(ending);
        }
    }

    static Proposal propose(IterationInput input, Needs needs, Network legacy) {
        return new Replacements(input, needs, legacy).propose();
    }

    private Proposal propose() {
        needs.flows().stream()
                .filter(flow -> !flow.to().equals(MustFlow.INTERNET))
                .forEach(this::carry);
        memberships.services().stream()
                .filter(service -> memberships.of(service).isEmpty())
                .forEach(this::settle);
        memberships.services().forEach(this::keepWays);
        return new Proposal(memberships, added, ending);
    }

    /** The caller joins a network of the one it calls; where that is forbidden, the other way round. */
    private void carry(MustFlow flow) {
        String from = needs.evidence().namespaceOwner(flow.from());
        String to = needs.evidence().namespaceOwner(flow.to());
        if (from.equals(to) || !carriedByLegacy(from, to) || memberships.meet(from, to)) {
            return;
        }
        String port = flow.port().isPresent() ? " on port " + flow.port().getAsInt() : "";
        Optional<String> place = narrowest(from, memberships.of(to));
        if (place.isPresent()) {
            memberships.join(from, place.get(), "It calls " + to + port + ".");
            return;
        }
        Optional<String> other = narrowest(to, memberships.of(from));
        if (other.isPresent()) {
            memberships.join(to, other.get(), from + " calls it" + port + ".");
            return;
        }
        if (!memberships.of(from).isEmpty() || !memberships.of(to).isEmpty()) {
            // only the operator can say which of his two words counts; the plan then breaks a flow and is refused
            if (flow.source() == MustFlow.Source.CATALOGUE) {
                ending.add(flow);
            }
            return;
        }
        String key = bare(to) + SUFFIX;
        added.put(key, "What " + to + " and those who call it have in common");
        memberships.join(to, key, from + " calls it" + port + ".");
        memberships.join(from, key, "It calls " + to + port + ".");
    }

    private boolean carriedByLegacy(String from, String to) {
        return input.topology().service(from).filter(s -> s.joins(legacy.key())).isPresent()
                && input.topology()
                        .service(to)
                        .filter(s -> s.joins(legacy.key()))
                        .isPresent();
    }

    private Optional<String> narrowest(String service, List<String> networks) {
        return networks.stream()
                .filter(this::bridge)
                .filter(network -> memberships.newlyMet(service, network).stream()
                        .noneMatch(other -> needs.forbids(service, other)))
                .min(Comparator.comparingInt(
                        network -> memberships.newlyMet(service, network).size()));
    }

    /** A service without a network would be put on the project's default network by Compose. */
    private void settle(String service) {
        String key = service + SUFFIX;
        added.put(key, "A place of its own for " + service);
        memberships.join(service, key, "Nobody calls it and it calls nobody.");
    }

    private void keepWays(String service) {
        boolean loses = input.topology()
                .service(service)
                .filter(s -> s.joins(legacy.key()))
                .isPresent();
        if (!loses || legacy.internal() || memberships.of(service).stream().anyMatch(key -> !internal(key))) {
            return;
        }
        Optional<String> need = needs.wayOut(service).or(() -> needs.wayIn(service));
        if (need.isEmpty()) {
            return;
        }
        Optional<String> present = input.topology().networks().keySet().stream()
                .filter(key -> !key.equals(legacy.key()) && !internal(key) && bridge(key) && !standsForATier(key))
                .filter(key -> memberships.newlyMet(service, key).isEmpty())
                .filter(key -> memberships.services().stream()
                        .anyMatch(other -> memberships.of(other).contains(key)))
                .findFirst();
        if (present.isPresent()) {
            memberships.join(service, present.get(), sentence(need.get()));
            return;
        }
        String home = memberships.of(service).getFirst();
        String key = bare(home) + OUT;
        if (input.topology().network(key).isEmpty()) {
            added.put(key, "Way out and in for members of " + home);
        }
        memberships.join(service, key, sentence(need.get()));
    }

    /** Who stands on a tier's network is one of the tier, whoever else is there yet. */
    private boolean standsForATier(String key) {
        return !key.endsWith(OUT)
                && input.topology()
                        .network(key)
                        .filter(network -> input.observed()
                                .network(network.name())
                                .filter(found -> standsForATier(network, found))
                                .isPresent())
                        .isPresent();
    }

    /**
     * Returns whether an iteration made a network for a tier: as its label says, or the purpose in the files where
     * Compose has made it anew since, which knows no such label.
     */
    static boolean standsForATier(Network network, ObservedNetwork found) {
        return found.options().labels().containsKey(NetworkLabels.TIER)
                || network.purpose().isPresent();
    }

    private static String sentence(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)
                + ", and its other networks are internal.";
    }

    private boolean internal(String key) {
        if (added.containsKey(key)) {
            return !key.endsWith(OUT);
        }
        return options(key).map(NetworkOptions::internal).orElse(false);
    }

    /** Returns whether containers alone are on a network: one of the LAN's would give a service an address there. */
    private boolean bridge(String key) {
        return added.containsKey(key)
                || options(key)
                        .filter(options -> options.driver().orElse("bridge").equals("bridge"))
                        .isPresent();
    }

    /** Returns what a network is like: as the files say, or where they only find it, as the engine does. */
    private Optional<NetworkOptions> options(String key) {
        return input.topology()
                .network(key)
                .flatMap(network -> network.external()
                        ? input.observed().network(network.name()).map(ObservedNetwork::options)
                        : Optional.of(network.options()));
    }

    private static String bare(String key) {
        return key.endsWith(SUFFIX) ? key.substring(0, key.length() - SUFFIX.length()) : key;
    }
}
