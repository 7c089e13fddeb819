package dev.bulkhead.engine.drift;

import dev.bulkhead.address.Ip;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Host ports that a project wants of an engine: those of services that are started, where the engine publishes them. Of a range it
 * takes a free one, so that nobody is in its way there.
 */
public final class WantedPorts {

    private static final Set<String> PUBLISHING = Set.of("bridge", "overlay");

    private final Topology files;
    private final Set<String> profiles;
    private final ObservedState state;

    private WantedPorts(Topology files, Set<String> profiles, ObservedState state) {
        this.files = files;
        this.profiles = profiles;
        this.state = state;
    }

    /**
     * A port that is wanted.
     *
     * @param service who publishes it
     * @param mapping as it is stated
     * @param port its number on the host
     */
    public record Wanted(String service, PortMapping mapping, int port) {

        /** Returns whether it is wanted where an address and port are taken; an address that is missing is all of them. */
        public boolean clashes(Protocol protocol, int taken, Optional<String> address) {
            return mapping.protocol() == protocol && port == taken && meet(mapping.hostIp(), address);
        }

        private static boolean meet(Optional<String> one, Optional<String> other) {
            Optional<Ip> first = one.flatMap(Ip::tryParse);
            Optional<Ip> second = other.flatMap(Ip::tryParse);
            if (first.isEmpty() || second.isEmpty()) {
                return true;
            }
            return first.get().isIpv4() == second.get().isIpv4()
                    && (first.get().equals(second.get())
                            || first.get().isUnspecified()
                            || second.get().isUnspecified());
        }
    }

    /** Returns the ports that a project wants. */
    public static List<Wanted> of(Topology files, Set<String> profiles, ObservedState state) {
        WantedPorts ports = new WantedPorts(files, profiles, state);
        List<Wanted> wanted = new ArrayList<>();
        for (Service service : files.services().values()) {
            if (ports.publishes(service)) {
                for (PortMapping mapping : service.ports()) {
                    number(mapping).ifPresent(port -> wanted.add(new Wanted(service.key(), mapping, port)));
                }
            }
        }
        return wanted;
    }

    /** Returns the number of the host port of a mapping; empty for none and for a range. */
    public static Optional<Integer> number(PortMapping mapping) {
        return mapping.published().filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    /** Returns the ports that running containers of others hold. */
    List<Lack> held() {
        List<Lack> lacks = new ArrayList<>();
        for (Wanted wanted : of(files, profiles, state)) {
            state.containers().stream()
                    .filter(container -> container.status().state() == RunState.RUNNING
                            && !container.project().equals(Optional.of(files.project())))
                    .filter(container -> container.ports().stream()
                            .anyMatch(port -> number(port)
                                    .filter(taken -> wanted.clashes(port.protocol(), taken, port.hostIp()))
                                    .isPresent()))
                    .findFirst()
                    .ifPresent(holder -> lacks.add(
                            new Lack.Port(wanted.service(), wanted.mapping().text(), words(holder))));
        }
        return lacks;
    }

    static WantedPorts in(Topology files, Set<String> profiles, ObservedState state) {
        return new WantedPorts(files, profiles, state);
    }

    private static String words(ObservedContainer container) {
        return "container " + container.name()
                + container.project().map(project -> " of project " + project).orElse("");
    }

    private boolean publishes(Service service) {
        boolean started = service.container().copies() > 0
                && (service.profiles().isEmpty()
                        || profiles.contains("*")
                        || !Collections.disjoint(service.profiles(), profiles));
        return started
                && switch (service.networkMode()) {
                    case NetworkMode.Networks _ ->
                        service.attachments().stream()
                                .flatMap(attachment -> files.network(attachment.network()).stream())
                                .anyMatch(this::publishes);
                    case NetworkMode.DefaultBridge _ -> true;
                    case NetworkMode.Named(String network) ->
                        state.network(network)
                                .map(ObservedNetwork::options)
                                .filter(WantedPorts::publishes)
                                .isPresent();
                    case NetworkMode.Host _, NetworkMode.None _, NetworkMode.OfService _, NetworkMode.OfContainer _ ->
                        false;
                };
    }

    private boolean publishes(Network network) {
        return network.external()
                ? state.network(network.name())
                        .map(ObservedNetwork::options)
                        .filter(WantedPorts::publishes)
                        .isPresent()
                : publishes(network.options());
    }

    private static boolean publishes(NetworkOptions options) {
        return !options.internal() && PUBLISHING.contains(options.driver().orElse("bridge"));
    }
}
