package dev.bulkhead.migrate.iteration.span;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationHost;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Design of one network that comes to span hosts.
 *
 * @param scene who runs where
 * @param network the network as its files say now
 */
record SpanDesign(SpanScene scene, Network network) {

    private static final String OVERLAY = "overlay";

    /** Returns the real name of the overlay; the local networks keep theirs beside it. */
    String name() {
        return network.name() + "-wide";
    }

    /** Looks whether the network can span hosts. */
    void require(String range) throws AnswersException {
        if (network.external()) {
            throw new AnswersException(
                    "Network " + network.key() + " is external already; who made it has to span it.");
        }
        if (scene.hostsOf(scene.members(network)).size() < 2) {
            throw new AnswersException("All services of " + network.key() + " that run are on "
                    + String.join(", ", scene.hostsOf(scene.members(network)))
                    + "; a network spans the hosts that its services run on.");
        }
        for (Service service : scene.members(network)) {
            boolean stated = service.attachment(network.key())
                    .filter(a -> a.ipv4().isPresent() || a.ipv6().isPresent())
                    .isPresent();
            if (stated) {
                throw new AnswersException("Service " + service.key() + " states an address on " + network.key()
                        + ", which the overlay's range cannot hold beside the old one; take it away first.");
            }
        }
        Cidr wanted = Cidr.tryParse(range)
                .orElseThrow(() -> new AnswersException("'" + range + "' is no range such as 10.210.0.0/24."));
        for (UsedRange used : scene.used()) {
            if (used.cidr().overlaps(wanted)) {
                throw new AnswersException(
                        "Range " + wanted + " collides: " + used.owner().text() + " uses "
                                + used.cidr() + ". Choose another '" + SpanNetwork.RANGE + "', for instance "
                                + scene.freeRange() + ".");
            }
        }
    }

    Phase.WantedNetwork overlay(String range) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(NetworkLabels.PROJECT, scene.input().topology().project());
        return new Phase.WantedNetwork(
                network.key(),
                new NetworkSpec(
                        name(),
                        new NetworkOptions(
                                Optional.of(OVERLAY),
                                false,
                                network.internal(),
                                true,
                                IpFamilies.IPV4,
                                Map.of(),
                                labels),
                        List.of(Subnet.of(range))),
                "It spans the hosts");
    }

    /** The order is one in which Compose accepts every reading in between, and the network is never without a field. */
    ProjectEdit.Series edit(String range) {
        Element target = Element.network(network.key());
        SequencedMap<String, FieldValue> facts = new LinkedHashMap<>();
        network.purpose().ifPresent(words -> facts.put("purpose", new FieldValue.Text(words)));
        facts.put("driver", new FieldValue.Text(OVERLAY));
        facts.put("attachable", new FieldValue.Literal("true"));
        if (network.internal()) {
            facts.put("internal", new FieldValue.Literal("true"));
        }
        facts.put(
                "ipam", fields("config", new FieldValue.Items(List.of(fields("subnet", new FieldValue.Text(range))))));
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(new FieldEdit.SetField(target.field("name"), new FieldValue.Text(name())));
        NetworkOptions options = network.options();
        remove(edits, target, "driver", options.driver().isPresent());
        remove(edits, target, "driver_opts", !options.driverOpts().isEmpty());
        remove(edits, target, "internal", options.internal());
        remove(edits, target, "attachable", options.attachable());
        remove(edits, target, "enable_ipv6", options.enableIpv6());
        remove(edits, target, "ipam", !network.subnets().isEmpty());
        remove(edits, target, "labels", !options.labels().isEmpty());
        edits.add(new FieldEdit.SetField(target.field("external"), new FieldValue.Literal("true")));
        edits.add(new FieldEdit.SetField(target.field(Network.EXTENSION), new FieldValue.Fields(facts)));
        return new ProjectEdit.Series("Have the files name the overlay", edits);
    }

    private static FieldValue.Fields fields(String name, FieldValue value) {
        SequencedMap<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put(name, value);
        return new FieldValue.Fields(fields);
    }

    private static void remove(List<ProjectEdit> edits, Element target, String field, boolean stated) {
        if (stated) {
            edits.add(new FieldEdit.RemoveField(target.field(field)));
        }
    }

    /** Returns flows from one service of each host to every one of the others, and back; names are enough where no port is known. */
    List<MustFlow> across() {
        Evidence evidence = Evidence.of(
                scene.input().topology(),
                scene.input().catalogue(),
                scene.input().settings());
        SortedMap<String, List<Service>> byHost = scene.byHost(network);
        Map<String, MustFlow> flows = new LinkedHashMap<>();
        byHost.forEach((host, services) -> byHost.forEach((other, targets) -> {
            if (!host.equals(other)) {
                for (Service to : targets) {
                    OptionalInt port = evidence.profile(to.key()).flatMap(ServiceProfile::mainPort).stream()
                            .mapToInt(Integer::intValue)
                            .findFirst();
                    MustFlow flow = new MustFlow(
                            services.getFirst().key(),
                            to.key(),
                            port,
                            Protocol.TCP,
                            MustFlow.Source.DEPENDENCY,
                            "Both are on " + network.key() + ", on " + host + " and " + other + ".");
                    flows.put(flow.rule(), flow);
                }
            }
        }));
        return List.copyOf(flows.values());
    }

    List<String> notes(List<SwarmTask> joins) {
        List<String> notes = new ArrayList<>(HostNotes.of(scene.hosts(), !joins.isEmpty()));
        notes.add("From here on services of " + network.key() + " on different hosts reach each other on all ports.");
        List<String> managers = new ArrayList<>(
                scene.managers().stream().map(IterationHost::name).toList());
        for (SwarmTask task : joins) {
            if (task instanceof SwarmTask.Begin || (task instanceof SwarmTask.Join join && join.manages())) {
                managers.add(task.host());
            }
        }
        notes.add(
                managers.size() < 3
                        ? "The Swarm is managed by " + String.join(", ", managers) + ". While "
                                + (managers.size() == 1 ? "it is" : "either of them is")
                                + " away, running containers go on reaching each other, and none can be attached or started on the"
                                + " overlay; a third manager makes that bearable."
                        : "The Swarm is managed by " + String.join(", ", managers) + "; one of them may be away.");
        notes.add("Containers stay on " + network.name()
                + " of their host too; the files do not name it any more, so one that is made anew leaves it.");
        notes.add(
                "Who calls comes onto the overlay before whom he calls, as far as the files show it. One that nobody knows of may"
                        + " get no answer once, in the instant in which he joins.");
        if (!joins.isEmpty()) {
            notes.add(
                    "Going back takes memberships, files and overlay back and leaves the Swarm standing while containers run: an engine"
                            + " that leaves its Swarm forgets the names of all of its networks until the containers are started again.");
        }
        notes.add(
                "The engines' default packet size on overlays is 1450; whoever sends larger ones undivided is to know it.");
        return notes;
    }
}
