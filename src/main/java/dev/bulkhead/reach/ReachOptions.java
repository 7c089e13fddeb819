package dev.bulkhead.reach;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Options of a matrix: what beside the project decides who reaches whom.
 *
 * @param hostIsPublic whether the internet reaches the host's addresses
 * @param activeProfiles the profiles that are started; {@code *} means all
 * @param engineMajor major version of the engine; gateway modes {@code isolated} and {@code routed} need 28
 * @param external options of external networks by their real name, where the engine told them; others are taken for
 *     plain bridges
 * @param firewall what the engine writes its packet rules with; empty where it did not tell
 * @param proxyFiles files that the project's reverse proxies are told routes by
 */
public record ReachOptions(
        boolean hostIsPublic,
        Set<String> activeProfiles,
        int engineMajor,
        Map<String, NetworkOptions> external,
        Optional<FirewallBackend> firewall,
        ProxyFiles proxyFiles) {

    /** Major version of the first engine that filters IPv6 without being told to (release notes of 27.0). */
    public static final int FILTERS_IPV6 = 27;

    /** The engine that is assumed when none is asked. */
    public static final int CURRENT_ENGINE = 28;

    public ReachOptions {
        activeProfiles = Set.copyOf(activeProfiles);
        external = Map.copyOf(new TreeMap<>(external));
    }

    /** Options for an engine that does not tell what it writes its packet rules with. */
    public ReachOptions(
            boolean hostIsPublic, Set<String> activeProfiles, int engineMajor, Map<String, NetworkOptions> external) {
        this(hostIsPublic, activeProfiles, engineMajor, external, Optional.empty(), ProxyFiles.NONE);
    }

    /** Returns a host in a LAN that the internet does not reach, without profiles, with a current engine. */
    public static ReachOptions defaults() {
        return new ReachOptions(false, Set.of(), CURRENT_ENGINE, Map.of());
    }

    /** Returns these options for a host that the internet reaches, or not. */
    public ReachOptions withHostIsPublic(boolean value) {
        return new ReachOptions(value, activeProfiles, engineMajor, external, firewall, proxyFiles);
    }

    /** Returns these options with other active profiles. */
    public ReachOptions withProfiles(Set<String> profiles) {
        return new ReachOptions(hostIsPublic, profiles, engineMajor, external, firewall, proxyFiles);
    }

    /** Returns these options for another engine version. */
    public ReachOptions withEngineMajor(int major) {
        return new ReachOptions(hostIsPublic, activeProfiles, major, external, firewall, proxyFiles);
    }

    /** Returns these options for an engine that writes its packet rules with something. */
    public ReachOptions withFirewall(FirewallBackend backend) {
        return new ReachOptions(hostIsPublic, activeProfiles, engineMajor, external, Optional.of(backend), proxyFiles);
    }

    /** Returns these options with the files of proxies. */
    public ReachOptions withProxyFiles(ProxyFiles files) {
        return new ReachOptions(hostIsPublic, activeProfiles, engineMajor, external, firewall, files);
    }
}
