package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.EngineSettingsReader;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.Surroundings.Unknown;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The machine that an engine runs on, as far as it can be asked from here: its routes are read only where it is this
 * machine. An engine that is reached over TCP or SSH must not be judged by the routes of the operator's own computer.
 */
public final class EngineHost {

    private final HostRoutes routes;
    private final Optional<MachineSettings> machine;

    /** A host of which only files are read. */
    public EngineHost(HostRoutes routes) {
        this.routes = routes;
        this.machine = Optional.empty();
    }

    /** A host whose packet rules and processes are looked at too. */
    public EngineHost(HostRoutes routes, MachineSettings machine) {
        this.routes = routes;
        this.machine = Optional.of(machine);
    }

    /** Returns the ranges that the routes of an engine's host lead to; none where it is another machine. */
    public List<UsedRange> routes(EngineInfo engine) {
        return engine.routesHere() ? routes.read() : List.of();
    }

    /** Returns the address by which the LAN reaches an engine's host; empty where it is another machine, or has none. */
    public Optional<String> address(EngineInfo engine) {
        return engine.onThisMachine() ? routes.ownAddress() : Optional.empty();
    }

    /**
     * Returns whether packets of an engine's containers pass through this machine: an address of it stands in one of the
     * engine's networks. So it is not where the engine runs in a virtual machine or a namespace of its own, though it is reached
     * by a socket.
     */
    public boolean forwards(EngineInfo engine, ObservedState state) {
        return engine.routesHere()
                && state.networks().stream()
                        .flatMap(network -> network.subnets().stream())
                        .flatMap(subnet -> subnet.subnet().stream())
                        .flatMap(range -> Cidr.tryParse(range).stream())
                        .anyMatch(routes::standsIn);
    }

    /** Returns which ports that a project publishes programs of the machine have; none where they cannot be looked at. */
    public List<LiveFact> taken(Topology project, Set<String> profiles, EngineInfo info, ObservedState state) {
        return onHost(info, state)
                ? HostListeners.taken(
                        project,
                        profiles,
                        state,
                        machine.map(asked -> asked.listeners(state, routes)).orElseGet(routes::listeners))
                : List.of();
    }

    private boolean onHost(EngineInfo info, ObservedState state) {
        return forwards(info, state) && info.users().kind() != ContainerUsers.Kind.ROOTLESS;
    }

    /** Forgets what was read of the machine: the engine that answers next may be set up otherwise. */
    public void forget() {
        machine.ifPresent(MachineSettings::forget);
    }

    /** Returns the ranges that an engine's networks and its host's routes use; no program is started for them. */
    public List<UsedRange> used(Topology project, Optional<EngineInfo> engine, ObservedState state) {
        return UsedRanges.of(ofOthers(project, state), engine.map(this::routes).orElse(List.of()));
    }

    /**
     * Returns what is around a project.
     *
     * @param assumed what decides who reaches whom beside what the engine tells
     * @param engine who answered; empty while nobody does
     * @param state what the engine said last
     */
    public Surroundings around(
            Topology project, ReachOptions assumed, Optional<EngineInfo> engine, ObservedState state) {
        List<UsedRange> used = used(project, engine, state);
        if (engine.isEmpty()) {
            Surroundings unasked = Surroundings.unasked(assumed);
            return new Surroundings(used, assumed, unasked.pools(), unasked.unknown());
        }
        EngineInfo info = engine.get();
        ReachOptions told = ReachFacts.complete(project, assumed, info, state);
        ReachOptions reach =
                info.routesHere() ? told.withSettings(ofMachine(project, info, state, told.settings())) : told;
        return new Surroundings(used, reach, info.pools(), notAsked(info, reach.settings()));
    }

    /**
     * What the engine does not tell its processes and the packet rules may, then its settings file; flags of its service, which
     * count as well, are not seen.
     */
    private EngineSettings ofMachine(Topology project, EngineInfo info, ObservedState state, EngineSettings told) {
        EngineSettings seen = machine.filter(asked -> onHost(info, state))
                .map(asked -> told.or(asked.look(project, info, state, routes)))
                .orElse(told);
        return seen.or(routes.daemonFile()
                        .map(EngineSettingsReader::ofDaemonFile)
                        .orElse(EngineSettings.ASSUMED))
                .withAround(routes.around());
    }

    private Set<Unknown> notAsked(EngineInfo engine, EngineSettings settings) {
        if (engine.routesHere()) {
            return machine.isPresent() && settings.rules().isEmpty() ? Set.of(Unknown.PACKET_RULES) : Set.of();
        }
        return Set.of(engine.onThisMachine() ? Unknown.MACHINE_ROUTES : Unknown.HOST_ROUTES);
    }

    /** What the project had under another name goes when the project is next brought up. */
    private static ObservedState ofOthers(Topology project, ObservedState state) {
        Set<String> declared =
                project.networks().values().stream().map(Network::name).collect(Collectors.toSet());
        List<ObservedNetwork> networks = state.networks().stream()
                .filter(n -> declared.contains(n.name())
                        || !project.project().equals(n.options().labels().get(ObservedContainer.PROJECT_LABEL)))
                .toList();
        return new ObservedState(networks, state.containers());
    }
}
