package dev.bulkhead.ui.inspector;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.reach.ReachGrounds;
import dev.bulkhead.ui.reach.ReachPair;
import dev.bulkhead.ui.reach.ReachSummary;
import dev.bulkhead.ui.reach.ReachTable;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Contents of the inspector, as values. */
public sealed interface Inspection {

    /** Nothing is selected, or what is no more. */
    record Overview(Topology topology, int selected) implements Inspection {}

    /** More than one thing is selected. */
    record Several(Topology topology, List<Service> services, List<Network> networks) implements Inspection {
        public Several {
            services = List.copyOf(services);
            networks = List.copyOf(networks);
        }

        static Several of(Topology topology, Set<GraphElement> selection) {
            return new Several(
                    topology,
                    topology.services().values().stream()
                            .filter(service -> selection.contains(Element.service(service.key())))
                            .toList(),
                    topology.networks().values().stream()
                            .filter(network -> selection.contains(Element.network(network.key())))
                            .toList());
        }

        /** Returns the keys of networks that at least one of the services could join. */
        List<String> joinable() {
            return topology.networks().keySet().stream()
                    .filter(network -> services.stream().anyMatch(service -> joins(service, network)))
                    .toList();
        }

        /** Returns the keys of networks that at least one of the services could leave. */
        List<String> leavable() {
            return topology.networks().keySet().stream()
                    .filter(network -> services.stream().anyMatch(service -> leaves(service, network)))
                    .toList();
        }

        /** Returns the edit that lets all that can join a network. */
        TopologyEdit join(String network) {
            List<TopologyEdit> edits = services.stream()
                    .filter(service -> joins(service, network))
                    .<TopologyEdit>map(service -> new TopologyEdit.Attach(service.key(), network))
                    .toList();
            return new TopologyEdit.Batch(
                    Words.of("inspection.attach-to", Words.count("service", edits.size()), network), edits);
        }

        /** Returns the edit that takes all that can off a network. */
        TopologyEdit leave(String network) {
            List<TopologyEdit> edits = services.stream()
                    .filter(service -> leaves(service, network))
                    .<TopologyEdit>map(service -> new TopologyEdit.Detach(service.key(), network))
                    .toList();
            return new TopologyEdit.Batch(
                    Words.of("inspection.detach-from", Words.count("service", edits.size()), network), edits);
        }

        private static boolean joins(Service service, String network) {
            return service.networkMode() instanceof NetworkMode.Networks && !service.joins(network);
        }

        /** The last network cannot be left. */
        private static boolean leaves(Service service, String network) {
            return service.joins(network) && service.attachments().size() > 1;
        }
    }

    /**
     * A service.
     *
     * @param memberships its networks in file order
     * @param joinable keys of networks it could join
     * @param at where it stands
     */
    record OfService(Service service, List<Membership> memberships, List<String> joinable, Optional<SourceMark> at)
            implements Inspection {
        public OfService {
            memberships = List.copyOf(memberships);
            joinable = List.copyOf(joinable);
        }

        /** Returns what the service uses instead of networks, in words; empty when it joins networks. */
        public Optional<String> instead() {
            return switch (service.networkMode()) {
                case NetworkMode.Networks() -> Optional.empty();
                case NetworkMode.Host() -> Optional.of(Words.of("inspection.uses-the-host-s-network"));
                case NetworkMode.None() -> Optional.of(Words.of("inspection.has-no-network-but-loopback"));
                case NetworkMode.DefaultBridge() -> Optional.of(Words.of("inspection.is-on-the-engine-s"));
                case NetworkMode.OfService(String owner) ->
                    Optional.of(Words.of("inspection.shares-the-network-of", owner));
                case NetworkMode.OfContainer(String owner) ->
                    Optional.of(Words.of("inspection.shares-the-network-of-container", owner));
                case NetworkMode.Named(String name) -> Optional.of(Words.of("inspection.is-connected-as", name));
            };
        }
    }

    /**
     * Two subjects, and whether packets get from one to the other.
     *
     * @param there the answer for the pair
     * @param back the answer the other way round
     * @param places where what decides it stands, without repetition
     * @param broken the operator's rules that the pair breaks
     * @param goals goals of iterations that are not done that it stands against
     * @param grounds what the answer for the pair rests on, or what would settle it, each in a line
     * @param groundsBack the same of the other way
     */
    record OfPair(
            Explanation there,
            Explanation back,
            List<SourceMark> places,
            List<Rule> broken,
            List<Rule> goals,
            List<String> grounds,
            List<String> groundsBack)
            implements Inspection {
        public OfPair {
            places = List.copyOf(places);
            broken = List.copyOf(broken);
            goals = List.copyOf(goals);
            grounds = List.copyOf(grounds);
            groundsBack = List.copyOf(groundsBack);
        }

        /** Returns what there is to say about a pair; empty when one of them is gone. */
        static Optional<Inspection> of(ReachTable table, ReachGrounds grounds, ReachPair pair) {
            return table.explain(pair)
                    .flatMap(there -> table.explain(pair.back())
                            .map(back -> new OfPair(
                                    there,
                                    back,
                                    there.places().stream()
                                            .flatMap(path -> table.sources().at(path).stream())
                                            .distinct()
                                            .toList(),
                                    table.brokenRules(pair),
                                    table.goals(pair),
                                    lines(there, grounds.of(pair)),
                                    lines(back, grounds.of(pair.back())))));
        }

        private static List<String> lines(Explanation explanation, List<String> assumed) {
            return explanation.question().map(asked -> List.of(asked.line())).orElse(assumed);
        }
    }

    /**
     * Containers of others on a network that is shared.
     *
     * @param reach whom each of them reaches, and who reaches it
     */
    record OfOthers(Others others, List<ReachSummary> reach) implements Inspection {
        public OfOthers {
            reach = List.copyOf(reach);
        }

        /** Returns what there is to say where one card for others is all that is selected. */
        static Optional<Inspection> of(EngineOnly only, Set<GraphElement> selection, ReachTable table) {
            return selection.size() == 1 && selection.iterator().next() instanceof Element.ServiceElement(String card)
                    ? only.othersOf(card).map(others -> new OfOthers(others, summaries(others, table)))
                    : Optional.empty();
        }

        private static List<ReachSummary> summaries(Others others, ReachTable table) {
            return others.containers().stream()
                    .flatMap(container -> table.summary(new Subject.Foreign(container.name())).stream())
                    .toList();
        }
    }

    /** A network with its members, and with others that are on it. */
    record OfNetwork(Network network, List<String> members, Optional<SourceMark> at, Optional<Others> others)
            implements Inspection {
        public OfNetwork {
            members = List.copyOf(members);
        }
    }

    /**
     * A membership as a row.
     *
     * @param address the static address, else that seen on the engine, else empty
     * @param fixed whether the files state the address
     * @param internal whether the network is internal
     * @param removable whether it is not the last one
     */
    record Membership(String network, Optional<String> address, boolean fixed, boolean internal, boolean removable) {}

    /** Returns what there is to say about a selection. */
    static Inspection of(
            Topology topology, SourceMap sources, Set<GraphElement> selection, Addresses addresses, EngineOnly only) {
        if (selection.size() > 1) {
            return Several.of(topology, selection);
        }
        if (selection.isEmpty()) {
            return new Overview(topology, 0);
        }
        return switch (selection.iterator().next()) {
            case Element.ServiceElement(String key) -> service(topology, sources, key, addresses);
            case Element.MembershipElement(String key, String network) -> service(topology, sources, key, addresses);
            case Element.NetworkElement(String key) ->
                topology.network(key)
                        .<Inspection>map(network -> new OfNetwork(
                                network,
                                topology.members(key).stream().map(Service::key).toList(),
                                sources.at(Element.network(key)),
                                only.othersOn(key)))
                        .orElse(new Overview(topology, 0));
        };
    }

    private static Inspection service(Topology topology, SourceMap sources, String key, Addresses addresses) {
        Optional<Service> found = topology.service(key);
        if (found.isEmpty()) {
            return new Overview(topology, 0);
        }
        Service service = found.get();
        List<Membership> memberships = service.attachments().stream()
                .map(attachment -> membership(topology, service, attachment, addresses))
                .toList();
        boolean joins = service.networkMode() instanceof NetworkMode.Networks;
        List<String> joinable = joins
                ? topology.networks().keySet().stream()
                        .filter(network -> !service.joins(network))
                        .toList()
                : List.of();
        return new OfService(service, memberships, joinable, sources.at(Element.service(key)));
    }

    private static Membership membership(
            Topology topology, Service service, Attachment attachment, Addresses addresses) {
        Optional<Network> network = topology.network(attachment.network());
        Optional<String> seen = network.flatMap(n -> addresses.of(service.key(), n.name()));
        return new Membership(
                attachment.network(),
                attachment.ipv4().or(() -> seen),
                attachment.ipv4().isPresent(),
                network.map(Network::internal).orElse(false),
                service.attachments().size() > 1);
    }

    /** Tells addresses in use. */
    @FunctionalInterface
    interface Addresses {

        /** Returns the address a service has on a network of a real name, as the engine says. */
        Optional<String> of(String service, String networkName);
    }
}
