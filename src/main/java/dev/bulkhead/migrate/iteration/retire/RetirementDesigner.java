package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NewNetwork;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Designer of a retirement: from the memberships without a network to what takes its place. */
final class RetirementDesigner {

    private static final int PREFIX = 24;
    private static final Cidr ELSEWHERE = Cidr.of("10.20.0.0/24");

    private final IterationInput input;
    private final Needs needs;
    private final Network legacy;
    private final Topology topology;

    RetirementDesigner(IterationInput input, Needs needs, Network legacy) {
        this.input = input;
        this.needs = needs;
        this.legacy = legacy;
        this.topology = input.topology();
    }

    /** Adds what takes the network's place: attachments, names, and what follows from them. */
    void replace(GoalDraft draft, Replacements.Proposal proposal, Function<String, List<String>> wanted)
            throws AnswersException {
        refuseWhatCannotLeave(wanted);
        List<WantedNetwork> networks = networks(proposal, wanted);
        draft.networks(networks);
        networks.forEach(network -> {
            if (topology.network(network.key()).isEmpty()) {
                draft.edits(List.of(new TopologyEdit.AddNetwork(NewNetwork.declared(network, management()))));
            }
        });
        draft.edits(joins(wanted));
        draft.edits(names(wanted));
        Followers followers = new Followers(input, needs, legacy, networks, wanted);
        draft.edits(followers.edits());
        draft.mustHold(Stream.concat(needs.flows().stream(), needs.forbidden().stream())
                .filter(flow -> !proposal.ending().contains(flow))
                .toList());
        draft.notes(proposal.ending().stream()
                .map(flow -> "'" + flow.rule() + "' is only usual and ends with " + legacy.name()
                        + ": what would carry it opens what the rules forbid.")
                .toList());
        draft.notes(followers.notes());
        draft.notes(input.settings().scrapes().unread());
    }

    private void refuseWhatCannotLeave(Function<String, List<String>> wanted) throws AnswersException {
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.Named(String network) && network.equals(legacy.name())) {
                throw new AnswersException("Service " + service.key() + " uses network_mode: " + network
                        + "; state its networks in the files before " + legacy.key() + " is retired.");
            }
            if (service.joins(legacy.key()) && wanted.apply(service.key()).isEmpty()) {
                throw new AnswersException("Service " + service.key() + " would stand on no network without "
                        + legacy.key() + "; give it one in the answers.");
            }
            if (service.joins(legacy.key())
                    && !legacy.internal()
                    && !service.ports().isEmpty()
                    && wanted.apply(service.key()).stream().allMatch(this::internal)) {
                throw new AnswersException(
                        "Service " + service.key() + " would stand on internal networks alone without "
                                + legacy.key() + ", and the engine closes its port "
                                + service.ports().getFirst().text()
                                + "; give it a network with a way out in the answers, or take the port away first.");
            }
        }
    }

    /** Those that are added are internal unless they are ways out. */
    private boolean internal(String key) {
        return topology.network(key)
                .map(network -> network.external()
                        ? input.observed()
                                .network(network.name())
                                .filter(found -> found.options().internal())
                                .isPresent()
                        : network.internal())
                .orElse(!key.endsWith(Replacements.OUT));
    }

    private List<ProjectEdit> joins(Function<String, List<String>> wanted) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (Service service : topology.services().values()) {
            wanted.apply(service.key()).stream()
                    .filter(network -> !service.joins(network) && !network.equals(legacy.key()))
                    .forEach(network -> edits.add(new TopologyEdit.Attach(
                            service.key(), Attachment.to(network).withAliases(aliases(service)))));
        }
        return edits;
    }

    /** Names go with the service: to the networks it joins, and to those it is on already. */
    private List<ProjectEdit> names(Function<String, List<String>> wanted) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (Service service : topology.services().values()) {
            for (Attachment attachment : service.attachments()) {
                if (!attachment.network().equals(legacy.key())
                        && wanted.apply(service.key()).contains(attachment.network())) {
                    aliases(service).stream()
                            .filter(alias -> !attachment.aliases().contains(alias))
                            .forEach(alias -> edits.add(new FieldEdit.AddItem(
                                    Element.service(service.key()).field("networks", attachment.network(), "aliases"),
                                    FieldValue.text(alias))));
                }
            }
        }
        return edits;
    }

    private List<String> aliases(Service service) {
        return service.attachment(legacy.key()).map(Attachment::aliases).orElse(List.of()).stream()
                .filter(alias -> topology.service(alias).isEmpty())
                .toList();
    }

    /** As the project's other networks are managed. */
    private Management management() {
        return Management.of(topology.networks().values().stream()
                .filter(network -> !network.key().equals(legacy.key()))
                .toList());
    }

    private List<WantedNetwork> networks(Replacements.Proposal proposal, Function<String, List<String>> wanted)
            throws AnswersException {
        Set<String> used = new TreeSet<>();
        topology.services().keySet().forEach(service -> used.addAll(wanted.apply(service)));
        List<WantedNetwork> networks = new ArrayList<>();
        List<Cidr> taken = new ArrayList<>(taken());
        for (Map.Entry<String, String> entry : proposal.added().entrySet()) {
            String key = entry.getKey();
            if (!used.contains(key)) {
                continue;
            }
            FreeSpace free = new FreeSpace(taken);
            Cidr range = bases().stream()
                    .flatMap(base -> free.next(base, PREFIX).stream())
                    .findFirst()
                    .or(() -> free.nextAfter(ELSEWHERE))
                    .orElseThrow(() -> new AnswersException("There is no room for network " + key
                            + " beside the other networks or anywhere else; retire another network first."));
            taken.add(range);
            String name = input.observed().network(key).isPresent() ? topology.project() + "-" + key : key;
            NewNetwork network = new NewNetwork(
                    key, name, entry.getValue(), Optional.of(range), !key.endsWith(Replacements.OUT), key);
            networks.add(network.wanted(topology.project(), management(), driverOpts()));
        }
        return networks;
    }

    /** What holds for packets on the retired network holds on those that take its place. */
    private SortedMap<String, String> driverOpts() {
        SortedMap<String, String> options = new TreeMap<>();
        input.observed()
                .network(legacy.name())
                .ifPresent(network -> network.options().driverOpts().forEach((key, value) -> {
                    if (!key.endsWith("bridge.name")) {
                        options.put(key, value);
                    }
                }));
        return options;
    }

    private List<Cidr> taken() {
        List<Cidr> taken = new ArrayList<>();
        input.hostRoutes().forEach(route -> taken.add(route.cidr()));
        Stream.concat(
                        input.observed().networks().stream().map(ObservedNetwork::subnets),
                        topology.networks().values().stream().map(Network::subnets))
                .flatMap(List::stream)
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .forEach(taken::add);
        return taken;
    }

    /** The /16 in which the project's other networks stand; one that a single network fills has no room. */
    private List<Cidr> bases() {
        List<Cidr> bases = topology.networks().values().stream()
                .filter(network -> !network.key().equals(legacy.key()))
                .flatMap(network -> ranges(network).stream())
                .filter(Cidr::isIpv4)
                .map(range -> Cidr.of(range.toString().replaceFirst("(\\d+\\.\\d+)\\..*", "$1.0.0/16")))
                .distinct()
                .toList();
        return bases.isEmpty() ? List.of(Cidr.of("172.20.0.0/16")) : bases;
    }

    private List<Cidr> ranges(Network network) {
        return Stream.concat(
                        input.observed().network(network.name()).stream()
                                .flatMap(observed -> observed.subnets().stream()),
                        network.subnets().stream())
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .toList();
    }
}
