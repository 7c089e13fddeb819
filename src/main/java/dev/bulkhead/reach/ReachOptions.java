package dev.bulkhead.reach;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Options of a matrix: what beside the project decides who reaches whom.
 *
 * @param hostIsPublic whether the internet reaches the host's addresses
 * @param activeProfiles the profiles that are started; {@code *} means all
 * @param engineMajor major version of the engine
 * @param shared networks that the project shares with others, and who they are, where the engine told
 * @param firewall what the engine writes its packet rules with; empty where it did not tell
 * @param proxyFiles files that the project's reverse proxies are told routes by
 * @param settings settings of the engine and ranges of its machine
 */
public record ReachOptions(
        boolean hostIsPublic,
        Set<String> activeProfiles,
        int engineMajor,
        SharedNetworks shared,
        Optional<FirewallBackend> firewall,
        ProxyFiles proxyFiles,
        EngineSettings settings) {

    /** Major version of the first engine that knows gateway modes, {@code nat} and {@code routed} (moby#47871). */
    static final int KNOWS_ROUTED = 27;

    /** Major version of the first engine that filters IPv6 without being told to (release notes of 27.0). */
    private static final int FILTERS_IPV6 = 27;

    /** Major version of the first engine that gives members of internal networks no default route (moby#46603). */
    private static final int ROUTELESS_INTERNAL = 25;

    /**
     * The engine that is assumed when none is asked, and the first that knows priorities of gateways, {@code enable_ipv4}, gateways for
     * each family, and the gateway modes {@code nat-unprotected} and {@code isolated}, and that answers a name from one network for both
     * families (moby v28.0.0).
     */
    public static final int CURRENT_ENGINE = 28;

    public ReachOptions {
        activeProfiles = Set.copyOf(activeProfiles);
    }

    /** Options for an engine that does not tell what it writes its packet rules with. */
    public ReachOptions(
            boolean hostIsPublic, Set<String> activeProfiles, int engineMajor, Map<String, NetworkOptions> external) {
        this(
                hostIsPublic,
                activeProfiles,
                engineMajor,
                new SharedNetworks(external, List.of()),
                Optional.empty(),
                ProxyFiles.NONE,
                EngineSettings.ASSUMED);
    }

    /** Returns a host in a LAN that the internet does not reach, without profiles, with a current engine. */
    public static ReachOptions defaults() {
        return new ReachOptions(false, Set.of(), CURRENT_ENGINE, Map.of());
    }

    /** Returns whether members of an internal network have a default route there. */
    boolean internalHasRoute() {
        return engineMajor < ROUTELESS_INTERNAL;
    }

    /** Returns whether the engine keeps networks apart over IPv6: unless told not to, before engine 27 only when told to. */
    boolean filtersIpv6() {
        return settings.told().getOrDefault(EngineSetting.IP6TABLES, engineMajor >= FILTERS_IPV6);
    }

    /** Returns options of external networks by their real name, where the engine told them; of others see {@link UnknownNetworks}. */
    public Map<String, NetworkOptions> external() {
        return shared.external();
    }

    /** Returns which host each service runs on, where several were asked. */
    public ServiceHosts hosts() {
        return shared.hosts();
    }

    /** Returns these options with what an external network is taken for. */
    public ReachOptions withExternal(String name, NetworkOptions taken) {
        Map<String, NetworkOptions> more = new TreeMap<>(external());
        more.put(name, taken);
        return withShared(new SharedNetworks(more, shared.outsiders(), shared.hosts()));
    }

    /** Returns these options for a host that the internet reaches, or not. */
    public ReachOptions withHostIsPublic(boolean value) {
        return new ReachOptions(value, activeProfiles, engineMajor, shared, firewall, proxyFiles, settings);
    }

    /** Returns these options with other active profiles. */
    public ReachOptions withProfiles(Set<String> profiles) {
        return new ReachOptions(hostIsPublic, profiles, engineMajor, shared, firewall, proxyFiles, settings);
    }

    /** Returns these options for another engine version. */
    public ReachOptions withEngineMajor(int major) {
        return new ReachOptions(hostIsPublic, activeProfiles, major, shared, firewall, proxyFiles, settings);
    }

    /** Returns these options for an engine that writes its packet rules with something. */
    public ReachOptions withFirewall(FirewallBackend backend) {
        return new ReachOptions(
                hostIsPublic, activeProfiles, engineMajor, shared, Optional.of(backend), proxyFiles, settings);
    }

    /** Returns these options with what an engine told of shared networks. */
    public ReachOptions withShared(SharedNetworks told) {
        return new ReachOptions(hostIsPublic, activeProfiles, engineMajor, told, firewall, proxyFiles, settings);
    }

    /** Returns these options with nobody but the project, as where a plan is judged by what it changes. */
    public ReachOptions withoutOutsiders() {
        return withShared(new SharedNetworks(external(), List.of(), shared.hosts()));
    }

    /** Returns these options with the files of proxies. */
    public ReachOptions withProxyFiles(ProxyFiles files) {
        return new ReachOptions(hostIsPublic, activeProfiles, engineMajor, shared, firewall, files, settings);
    }

    /** Returns these options with settings of the engine. */
    public ReachOptions withSettings(EngineSettings other) {
        return new ReachOptions(hostIsPublic, activeProfiles, engineMajor, shared, firewall, proxyFiles, other);
    }
}
