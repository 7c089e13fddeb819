package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.surroundings.host.firewall.EngineBridges;
import dev.bulkhead.surroundings.host.firewall.EngineBridges.Bridge;
import dev.bulkhead.surroundings.host.firewall.ForeignRules;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of an engine that its machine shows: by processes that run, and by packet rules that stand. */
public final class MachineSettings {

    private static final String NAME = "com.docker.network.bridge.name";
    /** How much of a network's id its bridge is named by. */
    private static final int SHORT = 12;

    private final MachineReadings readings;

    public MachineSettings(MachineReadings readings) {
        this.readings = readings;
    }

    /** Forgets what was read of the machine, where that is kept. */
    void forget() {
        readings.forget();
    }

    /** Returns who listens on ports of the machine. */
    List<HostListeners.Listener> listeners(ObservedState state, HostRoutes routes) {
        return readings.read(state, routes).listeners();
    }

    /** Returns what the machine shows of an engine that runs on it. */
    EngineSettings look(Topology project, EngineInfo engine, ObservedState state, HostRoutes routes) {
        Map<EngineSetting, Boolean> told = new EnumMap<>(EngineSetting.class);
        if (engine.product().podman()) {
            return EngineSettings.ASSUMED;
        }
        MachineReadings.Reading seen = readings.read(state, routes);
        seen.proxy().ifPresent(on -> told.put(EngineSetting.USERLAND_PROXY, on));
        Optional<MachineFirewall.Reading> read = seen.rules();
        if (read.isEmpty()) {
            return EngineSettings.told(told);
        }
        HostRules rules = ForeignRules.of(
                read.get().chains(),
                new EngineBridges(
                        bridges(project, state),
                        routes.defaultDevice(),
                        routes.around(),
                        seen.bridged(),
                        seen.bridgedIpv6()));
        if (ForeignRules.engineHasRules(read.get().chains())) {
            told.put(EngineSetting.IPTABLES, true);
        } else if (!read.get().engine()) {
            told.put(EngineSetting.IPTABLES, false);
            told.put(EngineSetting.FORWARD_POLICY, !rules.others().closed().containsKey(Way.ACROSS));
        }
        return EngineSettings.told(told).withRules(rules);
    }

    /** Bridges of the engine's networks, and of those that the project has yet to make. */
    private static Map<String, Bridge> bridges(Topology project, ObservedState state) {
        Map<String, Bridge> bridges = new HashMap<>();
        for (Network network : project.networks().values()) {
            bridges.put(
                    network.name(),
                    bridge(
                            Optional.ofNullable(network.options().driverOpts().get(NAME)),
                            network.options(),
                            network.subnets()));
        }
        for (ObservedNetwork network : state.networks()) {
            if (!network.options().driver().orElse("bridge").equals("bridge")) {
                continue;
            }
            String device = network.options()
                    .driverOpts()
                    .getOrDefault(
                            NAME,
                            "br-"
                                    + network.id()
                                            .substring(
                                                    0,
                                                    Math.min(SHORT, network.id().length())));
            bridges.put(network.name(), bridge(Optional.of(device), network.options(), network.subnets()));
        }
        return bridges;
    }

    private static Bridge bridge(Optional<String> device, NetworkOptions options, List<Subnet> subnets) {
        List<Cidr> ranges = subnets.stream()
                .flatMap(subnet -> subnet.subnet().stream())
                .flatMap(range -> Cidr.enclosing(range).stream())
                .toList();
        return new Bridge(device, ranges, options.enableIpv4(), options.enableIpv6());
    }
}
