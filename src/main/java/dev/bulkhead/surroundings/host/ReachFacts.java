package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.FirewallBackend;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.NetworkOptions;
import java.util.HashMap;
import java.util.Map;

/** Facts of an engine that decide who reaches whom. */
public final class ReachFacts {

    private ReachFacts() {}

    /** Returns options completed with the engine's version and the networks that the project only refers to. */
    public static ReachOptions complete(ReachOptions options, EngineInfo info, ObservedState state) {
        Map<String, NetworkOptions> external = new HashMap<>(options.external());
        state.networks().forEach(network -> external.put(network.name(), network.options()));
        return new ReachOptions(
                options.hostIsPublic(),
                options.activeProfiles(),
                major(info.version(), options.engineMajor()),
                external,
                info.firewall().flatMap(FirewallBackend::of).or(options::firewall),
                options.proxyFiles());
    }

    private static int major(String version, int unknown) {
        int digits = 0;
        while (digits < version.length() && Character.isDigit(version.charAt(digits))) {
            digits++;
        }
        return digits == 0 || digits > 4 ? unknown : Integer.parseInt(version.substring(0, digits));
    }
}
