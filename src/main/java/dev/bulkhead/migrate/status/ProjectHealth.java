package dev.bulkhead.migrate.status;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.topology.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Health of a project: its services and networks as an engine has them.
 *
 * @param engine the engine
 * @param services service to its status, for every service that has a container
 * @param missing services that have no container
 * @param cutOff services that run without a network: the owner of the namespace they share was started again since
 * @param networks the networks that its containers are on
 */
public record ProjectHealth(
        EngineInfo engine,
        SortedMap<String, Status> services,
        List<String> missing,
        Set<String> cutOff,
        Networks networks) {

    private static final Set<String> PREDEFINED = Set.of("host", "none", "bridge");

    public ProjectHealth {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        missing = List.copyOf(missing);
        cutOff = Set.copyOf(cutOff);
    }

    /**
     * Networks that the containers are on.
     *
     * @param names what the engine calls them
     * @param segmented how many of them iterations brought: made by one, or joined since the first began
     * @param internal how many of them are internal
     */
    public record Networks(SortedSet<String> names, int segmented, int internal) {
        public Networks {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }

        /** Returns how many there are. */
        public int all() {
            return names.size();
        }
    }

    /**
     * Counts what an engine has of a project.
     *
     * @param before the engine's state before the first iteration, if that is known
     */
    public static ProjectHealth of(
            ComposeProject project, EngineInfo engine, ObservedState state, Optional<ObservedState> before) {
        String name = project.topology().project();
        List<ObservedContainer> containers = containers(state, name);
        SortedMap<String, Status> services = new TreeMap<>();
        // of several replicas the one counts that is not ready
        containers.forEach(c -> c.service()
                .ifPresent(service -> services.merge(service, c.status(), (one, other) -> one.ready() ? other : one)));
        Set<String> cutOff = containers.stream()
                .filter(state::cutOff)
                .flatMap(c -> c.service().stream())
                .collect(Collectors.toSet());
        List<String> missing = project.topology().services().values().stream()
                .filter(service -> service.profiles().isEmpty())
                .map(Service::key)
                .filter(key -> !services.containsKey(key))
                .toList();
        return new ProjectHealth(engine, services, missing, cutOff, networks(containers, state, name, before));
    }

    /** Returns the containers of a project. */
    static List<ObservedContainer> containers(ObservedState state, String project) {
        return state.containers().stream()
                .filter(c -> c.project().filter(project::equals).isPresent())
                .toList();
    }

    private static Networks networks(
            List<ObservedContainer> containers, ObservedState state, String project, Optional<ObservedState> before) {
        Set<String> joined = joined(containers);
        List<ObservedNetwork> networks =
                state.networks().stream().filter(n -> joined.contains(n.name())).toList();
        // who makes networks anew, as docker compose down and up do, makes them without an iteration's label
        Predicate<ObservedNetwork> labelled =
                n -> project.equals(n.options().labels().get(NetworkLabels.PROJECT));
        Predicate<ObservedNetwork> brought = before.map(then -> joined(containers(then, project)))
                .map(then -> labelled.or(n -> !then.contains(n.name())))
                .orElse(labelled);
        return new Networks(
                networks.stream().map(ObservedNetwork::name).collect(Collectors.toCollection(TreeSet::new)),
                count(networks, brought),
                count(networks, n -> n.options().internal()));
    }

    private static Set<String> joined(List<ObservedContainer> containers) {
        return containers.stream()
                .flatMap(c -> c.endpoints().stream())
                .map(ObservedEndpoint::network)
                .filter(network -> !PREDEFINED.contains(network))
                .collect(Collectors.toSet());
    }

    /** Returns since when all services that run have been up, if they and that are known. */
    public Optional<Instant> upSince() {
        return services.values().stream()
                .filter(status -> status.state() == RunState.RUNNING)
                .flatMap(status -> status.since().stream())
                .max(Comparator.naturalOrder());
    }

    private static <T> int count(List<T> all, Predicate<T> wanted) {
        return Math.toIntExact(all.stream().filter(wanted).count());
    }

    /** Returns whether a service can do its work: it runs, is healthy if it can tell, and has its network. */
    public boolean ready(String service) {
        return services.containsKey(service) && services.get(service).ready() && !cutOff.contains(service);
    }

    /** Returns how many services there are, with and without a container. */
    public int all() {
        return services.size() + missing.size();
    }

    /** Returns how many services are ready. */
    public int ready() {
        return count(List.copyOf(services.keySet()), this::ready);
    }

    /** Returns how many services run. */
    public int running() {
        return count(List.copyOf(services.values()), status -> status.state() == RunState.RUNNING);
    }

    /** Returns how many services can tell whether they are healthy. */
    public int checked() {
        return count(List.copyOf(services.values()), status -> status.health() != Health.NONE);
    }

    /** Returns how many services tell that they are healthy. */
    public int healthy() {
        return count(List.copyOf(services.values()), status -> status.health() == Health.HEALTHY);
    }

    /** Returns what is wrong with services, one line each; none where every one is ready. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        services.forEach((service, status) -> {
            if (!ready(service)) {
                troubles.add(
                        service + " is " + status.text() + (cutOff.contains(service) ? ", without any network" : ""));
            }
        });
        missing.forEach(service -> troubles.add(service + " has no container"));
        return troubles;
    }
}
