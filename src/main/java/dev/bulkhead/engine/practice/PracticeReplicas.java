package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Containers that a service has: Compose knows them by their labels, whatever they are called, and numbers them. */
final class PracticeReplicas {

    private final List<PracticeContainer> containers;
    private final Topology topology;
    private final Service service;

    private PracticeReplicas(List<PracticeContainer> containers, Topology topology, Service service) {
        this.containers = containers;
        this.topology = topology;
        this.service = service;
    }

    static PracticeReplicas of(PracticeState state, Topology topology, Service service) {
        PracticeContainer.Owner owner = new PracticeContainer.Owner(topology.project(), service.key());
        return new PracticeReplicas(
                state.containers().values().stream()
                        .filter(container -> container.identity().owner().equals(owner))
                        .sorted(Comparator.comparingInt(PracticeReplicas::number))
                        .toList(),
                topology,
                service);
    }

    private static int number(PracticeContainer container) {
        return Integer.parseInt(container.made().labels().getOrDefault(ObservedContainer.NUMBER_LABEL, "1"));
    }

    List<PracticeContainer> all() {
        return containers;
    }

    List<String> names() {
        return containers.stream().map(PracticeContainer::name).toList();
    }

    /** Returns the one of the lowest number. */
    Optional<PracticeContainer> first() {
        return containers.stream().findFirst();
    }

    /** Returns the one of the highest number. */
    PracticeContainer last() {
        return containers.getLast();
    }

    /** Returns the number of the one that is made in the place of the first; Compose keeps it. */
    int number() {
        return first().map(PracticeReplicas::number).orElse(1);
    }

    /** Returns the number of one more (compose pkg/compose/convergence.go, nextContainerNumber). */
    int nextNumber() {
        return 1 + containers.stream().mapToInt(PracticeReplicas::number).max().orElse(0);
    }

    /** Returns what Compose calls the container of a number (compose pkg/compose/build.go, getContainerName). */
    String name(int number) {
        return service.container().containerName().orElse(topology.project() + "-" + service.key() + "-" + number);
    }
}
