package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NewNetwork;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Networks of the portal: that of the security tier, made where there is none, and one with a way out where it sends mail. */
final class PortalNetworks {

    /** As the network foundation calls that of its tier. */
    private static final String SECURITY = "security-net";

    private static final String MAIL = "authelia-out";

    private final IterationInput project;
    private final boolean mail;

    PortalNetworks(IterationInput project, boolean mail) {
        this.project = project;
        this.mail = mail;
    }

    private List<NewNetwork> missing() {
        List<NewNetwork> missing = new ArrayList<>();
        Topology topology = project.topology();
        if (topology.network(SECURITY).isEmpty()) {
            missing.add(network(SECURITY, "Signing in", true, "security"));
        }
        if (mail && topology.network(MAIL).isEmpty()) {
            missing.add(network(MAIL, "The portal's way to its mail server", false, MAIL));
        }
        return missing;
    }

    /** A plain name that the engine has for somebody else gets the project's before it. */
    private NewNetwork network(String key, String purpose, boolean internal, String tier) {
        boolean taken = project.observed().network(key).isPresent();
        String name = taken ? project.topology().project() + "-" + key : key;
        return new NewNetwork(key, name, purpose, Optional.empty(), internal, tier);
    }

    private Management management() {
        return Management.of(project.topology().networks().values());
    }

    /** Returns those that the engine does not have yet. */
    List<WantedNetwork> wanted() {
        return missing().stream()
                .map(network -> network.wanted(project.topology().project(), management(), new TreeMap<>()))
                .toList();
    }

    /** Returns the edits that declare them. */
    List<ProjectEdit> edits() {
        return wanted().stream()
                .map(wanted -> (ProjectEdit) new TopologyEdit.AddNetwork(NewNetwork.declared(wanted, management())))
                .toList();
    }

    /** Returns the keys of the networks that the portal joins. */
    List<String> joined() {
        return mail ? List.of(SECURITY, MAIL) : List.of(SECURITY);
    }

    /** Returns what lets a proxy reach the portal; nothing where it is there already. */
    List<ProjectEdit> join(String proxy) {
        Topology topology = project.topology();
        String owner = new ServiceNames(topology).owner(proxy);
        boolean there = topology.network(SECURITY).map(Network::key).stream()
                .anyMatch(key -> topology.service(owner)
                        .filter(service -> service.joins(key))
                        .isPresent());
        return there ? List.of() : List.of(new TopologyEdit.Attach(owner, Attachment.to(SECURITY)));
    }
}
