package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Facts of an engine that decide who reaches whom. */
public final class ReachFacts {

    private static final String ICC = "com.docker.network.bridge.enable_icc";

    private ReachFacts() {}

    /** Returns options completed with the engine's version, the networks that a project only refers to, and who else is on them. */
    public static ReachOptions complete(Topology project, ReachOptions options, EngineInfo info, ObservedState state) {
        Map<String, NetworkOptions> external = new HashMap<>(options.external());
        state.networks().forEach(network -> external.put(network.name(), network.options()));
        return new ReachOptions(
                options.hostIsPublic(),
                options.activeProfiles(),
                // The versions of Podman are its own.
                info.product().podman() ? options.engineMajor() : major(info.version(), options.engineMajor()),
                new SharedNetworks(external, OutsideContainers.of(project, state)),
                info.firewall().flatMap(FirewallBackend::of).or(options::firewall),
                options.proxyFiles(),
                options.settings().or(told(info, state)).whenAsked());
    }

    /** What the API tells: whether the host forwards packets, and how the default bridge is set. */
    private static Map<EngineSetting, Boolean> told(EngineInfo info, ObservedState state) {
        Map<EngineSetting, Boolean> told = new EnumMap<>(EngineSetting.class);
        info.networking().forwards().ifPresent(forwards -> told.put(EngineSetting.IP_FORWARD, forwards));
        state.networks().stream()
                .filter(network -> network.name().equals("bridge"))
                .flatMap(bridge ->
                        Optional.ofNullable(bridge.options().driverOpts().get(ICC)).stream())
                .forEach(icc -> told.put(EngineSetting.ICC, icc.equals("true")));
        return told;
    }

    private static int major(String version, int unknown) {
        int digits = 0;
        while (digits < version.length() && Character.isDigit(version.charAt(digits))) {
            digits++;
        }
        return digits == 0 || digits > 4 ? unknown : Integer.parseInt(version.substring(0, digits));
    }
}
