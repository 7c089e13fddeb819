package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Difference between a project's files and what runs on several hosts.
 *
 * @param host the host it was found on; empty where it is about all of them
 */
public record HostDrift(Optional<String> host, Drift drift) {

    /**
     * Compares a project's files with all hosts. What one host lacks is no difference where another has it, and what a host needs
     * for services that run elsewhere is none either.
     *
     * @param facts host to what was asked there beside its state, for every host that answered
     */
    public static List<HostDrift> between(Topology files, ObservedHosts hosts, Map<String, DriftFacts> facts) {
        List<HostDrift> found = new ArrayList<>();
        for (HostView.Answered view : hosts.answered()) {
            DriftFacts asked = facts.get(view.host());
            if (asked != null) {
                Drift.between(files, view.state(), asked).stream()
                        .filter(drift -> concerns(drift, files, view))
                        .forEach(drift -> found.add(new HostDrift(Optional.of(view.host()), drift)));
            }
        }
        for (Service service : files.services().values()) {
            if (service.profiles().isEmpty()
                    && hosts.of(files.project(), service.key()).isEmpty()) {
                found.add(new HostDrift(Optional.empty(), new Drift.ContainerMissing(service.key())));
            }
        }
        return List.copyOf(found);
    }

    private static boolean concerns(Drift drift, Topology files, HostView.Answered view) {
        if (drift instanceof Drift.ContainerMissing) {
            return false;
        }
        if (drift instanceof Drift.DirectoryDiffers || drift instanceof Drift.FilesDiffer) {
            // paths of another machine say nothing about files of this one
            return view.info().onThisMachine();
        }
        if (drift instanceof Drift.NotCompared) {
            return !view.state().byService(files.project()).isEmpty();
        }
        Optional<String> needed = drift instanceof Drift.NetworkMissing(String network)
                ? Optional.of(network)
                : drift instanceof Drift.NetworkRefused refused
                        ? Optional.of(refused.network())
                        : drift instanceof Drift.NetworkUnmanaged(String unmanaged)
                                ? Optional.of(unmanaged)
                                : Optional.empty();
        return needed.filter(network -> !networksInUse(files, view).contains(network))
                .isEmpty();
    }

    private static Set<String> networksInUse(Topology files, HostView.Answered view) {
        return files.services().values().stream()
                .filter(service -> ObservedHosts.has(view, files.project(), service.key()))
                .flatMap(service -> service.attachments().stream())
                .map(Attachment::network)
                .flatMap(key -> files.network(key).stream())
                .map(Network::name)
                .collect(Collectors.toSet());
    }

    /** Returns it for the operator, with the host that it is about. */
    public String sentence(ObservedHosts hosts) {
        if (drift instanceof Drift.ContainerMissing(String service) && host.isEmpty()) {
            List<String> silent =
                    hosts.silent().stream().map(HostView.Silent::host).toList();
            return silent.isEmpty()
                    ? drift.sentence()
                    : "Service " + service + " has no container on the hosts that answered; whether it has one on "
                            + String.join(" or ", silent) + " is not known.";
        }
        return host.map(name -> name + ": ").orElse("") + drift.sentence();
    }
}
