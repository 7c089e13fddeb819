package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Part of the map that only the engine has: networks and containers that no file of the project names, and memberships
 * that none states.
 *
 * @param networks networks, by the keys that the map gives them
 * @param containers containers as services without ports, with the networks that the map shows
 * @param memberships memberships of services of the files
 * @param others containers of others on networks that are shared, where that is as it should be
 */
public record EngineOnly(
        List<Network> networks, List<Service> containers, List<MembershipElement> memberships, List<Others> others) {

    /** Nothing. */
    public static final EngineOnly NOTHING = new EngineOnly(List.of(), List.of(), List.of(), List.of());

    public EngineOnly {
        networks = List.copyOf(networks);
        containers = List.copyOf(containers);
        memberships = List.copyOf(memberships);
        others = List.copyOf(others);
    }

    /** Returns this with others on some networks only. */
    EngineOnly withOthersOn(Predicate<String> shown) {
        return new EngineOnly(
                networks,
                containers,
                memberships,
                others.stream().filter(one -> shown.test(one.network())).toList());
    }

    /** Returns the others on a network, by its key. */
    public Optional<Others> othersOn(String network) {
        return others.stream().filter(one -> one.network().equals(network)).findFirst();
    }

    /** Returns the others that a card stands for. */
    public Optional<Others> othersOf(String card) {
        return others.stream().filter(one -> one.key().equals(card)).findFirst();
    }

    /** Returns the keys of the cards that show a container outside the project. */
    public List<String> cardsOf(String container) {
        return Stream.concat(
                        containers.stream().map(Service::key).filter(container::equals),
                        others.stream().filter(one -> one.has(container)).map(Others::key))
                .toList();
    }

    /** Returns a project with the networks and containers; nobody of the files is at home elsewhere for them. */
    Topology placedBeside(Topology files) {
        Topology placed = files;
        for (Network network : networks) {
            placed = placed.withNetwork(network);
        }
        for (Service container : containers) {
            placed = placed.withService(container);
        }
        for (Others one : others) {
            placed = placed.withService(one.asService());
        }
        return placed;
    }

    /** Returns a project with all of it. */
    public Topology over(Topology files) {
        Topology drawn = placedBeside(files);
        for (MembershipElement membership : memberships) {
            Service service = drawn.service(membership.service()).orElse(null);
            if (service != null
                    && drawn.network(membership.network()).isPresent()
                    && !service.joins(membership.network())) {
                List<Attachment> attachments = new ArrayList<>(service.attachments());
                attachments.add(Attachment.to(membership.network()));
                drawn = drawn.withService(new Service(
                        service.key(),
                        service.networkMode(),
                        attachments,
                        service.ports(),
                        service.dependsOn(),
                        service.profiles(),
                        service.container()));
            }
        }
        return drawn;
    }

    /** Returns whether an element is on the engine alone. */
    public boolean has(GraphElement element) {
        return switch (element) {
            case ServiceElement(String key) ->
                containers.stream().anyMatch(container -> container.key().equals(key));
            case NetworkElement(String key) ->
                networks.stream().anyMatch(network -> network.key().equals(key));
            case MembershipElement membership ->
                memberships.contains(membership)
                        || has(new ServiceElement(membership.service()))
                        || has(new NetworkElement(membership.network()));
        };
    }
}
