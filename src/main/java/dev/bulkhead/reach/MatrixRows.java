package dev.bulkhead.reach;

import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Maker of the rows of a matrix: computes whole rows by joining sets instead of judging pairs, so that ten thousand services take
 * milliseconds. {@link Judge} is the definition; a test holds the two together.
 *
 * <p>Sets are over subject indexes: service {@code i} is {@code i + ReachMatrix.OUTSIDERS}.
 */
final class MatrixRows {

    private static final List<Subject> OUTSIDERS =
            List.of(new Subject.Internet(), new Subject.Lan(), new Subject.Host());

    /** Facts that determine a row's sets, for services in ordinary networks. */
    private record Key(NetworkSet networks, boolean vpn) {}

    /** Access of a namespace to ports that are published on the host. */
    private record HostPortAccess(boolean overIpv4, boolean overIpv6, boolean toProxy) {}

    private record Sets(BitSet open, BitSet published, BitSet maybe, BitSet names) {}

    private final IndexedTopology indexed;
    private final Judge judge;
    private final BitSet[] openMembers;
    private final BitSet[] namedMembers;
    /** Networks where names and packets go to the same members, so that one set serves both. */
    private final BitSet alike = new BitSet();

    private final BitSet onHost;
    private final BitSet unknownNamespace;
    private final BitSet publishedOverIpv4;
    private final BitSet publishedOverIpv6;
    private final BitSet proxied;
    private final BitSet unfiltered;
    private final Row ofHost;
    private final BitSet fromHost;
    private final boolean lans;

    private final BitSet routedFreely;
    private final BitSet connected;
    /** Services in namespaces that more than one uses, or that are none of the project's. */
    private final Map<NetworkNamespace, BitSet> sharers = new HashMap<>();

    private final OddNames oddNames;
    private final Map<Key, Sets> known = new HashMap<>();
    private final Map<HostPortAccess, BitSet> ports = new HashMap<>();

    private MatrixRows(IndexedTopology indexed, Judge judge) {
        this.indexed = indexed;
        this.judge = judge;
        this.openMembers = members(false);
        this.namedMembers = members(true);
        for (int n = 0; n < openMembers.length; n++) {
            if (openMembers[n].equals(namedMembers[n])) {
                alike.set(n);
            }
        }
        this.onHost = where(i -> indexed.namespaces[i].kind() == NetworkNamespace.Kind.HOST);
        this.unknownNamespace = where(i -> indexed.namespaces[i].kind() == NetworkNamespace.Kind.UNKNOWN);
        this.publishedOverIpv4 = where(i -> handsOn(i, Binding::overIpv4));
        this.publishedOverIpv6 = where(i -> handsOn(i, Binding::overIpv6));
        this.proxied = where(
                i -> indexed.proxied(indexed.namespaces[i]) && publishes(indexed.namespaces[i], Binding::onAllIpv6));
        this.lans = Arrays.stream(indexed.networks).anyMatch(NetworkTraits::behindRouter);
        this.routedFreely = where(i -> indexed.routedFreely(indexed.namespaces[i], indexed.namespaces[i]));
        this.unfiltered = where(i -> indexed.routedOverIpv6(indexed.namespaces[i]));
        this.ofHost = ofOutsider(ReachMatrix.HOST);
        this.fromHost = joined(ofHost.open(), ofHost.published());
        this.connected = where(i -> indexed.namespaces[i].kind() != NetworkNamespace.Kind.NONE);
        this.oddNames = OddNames.of(indexed);
        findSharers();
    }

    /** Returns the rows of the outsiders, then those of the services. */
    static Row[] of(IndexedTopology indexed, Judge judge) {
        MatrixRows rows = new MatrixRows(indexed, judge);
        Row[] all = new Row[indexed.size() + ReachMatrix.OUTSIDERS];
        for (int from = 0; from < ReachMatrix.OUTSIDERS; from++) {
            all[from] = from == ReachMatrix.HOST ? rows.ofHost : rows.ofOutsider(from);
        }
        for (int i = 0; i < indexed.size(); i++) {
            all[i + ReachMatrix.OUTSIDERS] = indexed.active[i] ? rows.ofService(i) : Row.NOTHING;
        }
        return all;
    }

    private static Verdict verdict(Judge.Finding finding) {
        return finding.reason().verdict();
    }

    private boolean handsOn(int service, Predicate<Binding> family) {
        NetworkNamespace namespace = indexed.namespaces[service];
        return indexed.handsOn(namespace) && publishes(namespace, family);
    }

    private static boolean publishes(NetworkNamespace namespace, Predicate<Binding> family) {
        // asked of thousands, most of which publish nothing
        if (namespace.ports().isEmpty()) {
            return false;
        }
        for (Binding binding : namespace.ports()) {
            if (!binding.loopback() && family.test(binding)) {
                return true;
            }
        }
        return false;
    }

    private void findSharers() {
        for (int i = 0; i < indexed.size(); i++) {
            if (indexed.namespaces[i].owner() != i) {
                sharers.computeIfAbsent(indexed.namespaces[i], s -> empty());
            }
        }
        for (int i = 0; i < indexed.size() && !sharers.isEmpty(); i++) {
            BitSet together = indexed.active[i] ? sharers.get(indexed.namespaces[i]) : null;
            if (together != null) {
                together.set(i + ReachMatrix.OUTSIDERS);
            }
        }
    }

    private BitSet empty() {
        return new BitSet(indexed.size() + ReachMatrix.OUTSIDERS);
    }

    private BitSet where(IntPredicate wanted) {
        BitSet set = empty();
        for (int i = 0; i < indexed.size(); i++) {
            if (indexed.active[i] && wanted.test(i)) {
                set.set(i + ReachMatrix.OUTSIDERS);
            }
        }
        return set;
    }

    /** Returns the members of each network, or those with names there: owners of namespaces whose service name is given. */
    private BitSet[] members(boolean byName) {
        BitSet[] members = new BitSet[indexed.networks.length];
        Arrays.setAll(members, n -> empty());
        for (int i = 0; i < indexed.size(); i++) {
            NetworkNamespace namespace = indexed.namespaces[i];
            if (!indexed.active[i] || (byName && !hasItsName(i))) {
                continue;
            }
            for (int n = 0; n < namespace.networks().size(); n++) {
                int network = namespace.networks().at(n);
                NetworkTraits traits = indexed.networks[network];
                if (byName ? traits.names() : traits.opensMembers()) {
                    members[network].set(i + ReachMatrix.OUTSIDERS);
                }
            }
        }
        return members;
    }

    private boolean hasItsName(int service) {
        Service its = indexed.services.get(service);
        boolean given = its.networkMode() instanceof NetworkMode.Networks
                || its.container().containerName().filter(its.key()::equals).isPresent()
                || its.container().hostname().filter(its.key()::equals).isPresent();
        return given && indexed.namespaces[service].owner() == service;
    }

    private Row ofOutsider(int from) {
        BitSet open = empty();
        BitSet byPort = empty();
        BitSet maybe = empty();
        for (int i = 0; i < indexed.size(); i++) {
            int to = i + ReachMatrix.OUTSIDERS;
            ReachReason reason =
                    judge.fromOutside(OUTSIDERS.get(from), i, Optional.empty()).reason();
            switch (reason.verdict()) {
                case REACHABLE -> (needsPort(reason) ? byPort : open).set(to);
                case UNKNOWN -> maybe.set(to);
                case BLOCKED -> {}
            }
        }
        int reached = 0;
        int unknown = 0;
        for (int to = 0; to < ReachMatrix.OUTSIDERS; to++) {
            if (to != from) {
                Judge.Finding finding = judge.aroundHost(OUTSIDERS.get(from), OUTSIDERS.get(to));
                reached |= bit(finding, Verdict.REACHABLE, to);
                unknown |= bit(finding, Verdict.UNKNOWN, to);
            }
        }
        return new Row(open, byPort, reached, maybe, unknown, Row.NONE);
    }

    private static boolean needsPort(ReachReason reason) {
        return reason == ReachReason.PUBLISHED_VIA_HOST || reason == ReachReason.ROUTED_GATEWAY;
    }

    private static int bit(Judge.Finding finding, Verdict wanted, int to) {
        return verdict(finding) == wanted ? 1 << to : 0;
    }

    private Row ofService(int service) {
        int reached = 0;
        int unknown = 0;
        for (int to = 0; to < ReachMatrix.OUTSIDERS; to++) {
            Judge.Finding finding = judge.outside(service, OUTSIDERS.get(to));
            reached |= bit(finding, Verdict.REACHABLE, to);
            unknown |= bit(finding, Verdict.UNKNOWN, to);
        }
        Sets sets = sets(indexed.namespaces[service]);
        return new Row(sets.open, sets.published, reached, sets.maybe, unknown, oddNames.correct(service, sets.names));
    }

    private Sets sets(NetworkNamespace namespace) {
        BitSet together = sharers.getOrDefault(namespace, Row.NONE);
        return switch (namespace.kind()) {
            case HOST -> new Sets(fromHost, Row.NONE, ofHost.maybe(), Row.NONE);
            case NONE -> new Sets(together, Row.NONE, Row.NONE, Row.NONE);
            case UNKNOWN -> new Sets(together, Row.NONE, without(connected, together), Row.NONE);
            case NETWORKS -> {
                Sets sets = known.computeIfAbsent(
                        new Key(namespace.networks(), namespace.vpn().isPresent()), k -> onNetworks(namespace));
                yield together.isEmpty()
                        ? sets
                        : new Sets(joined(sets.open, together), sets.published, sets.maybe, sets.names);
            }
        };
    }

    private Sets onNetworks(NetworkNamespace namespace) {
        boolean free = namespace.vpn().isEmpty();
        BitSet neighbours = union(namespace.networks(), openMembers);
        BitSet names = alike(namespace.networks()) ? neighbours : union(namespace.networks(), namedMembers);
        BitSet beyond = beyondNetworks(namespace);
        BitSet ports = portsFrom(namespace);
        return free
                ? new Sets(beyond.isEmpty() ? neighbours : joined(neighbours, beyond), ports, perhaps(namespace), names)
                : new Sets(neighbours, Row.NONE, behindFirewall(neighbours, beyond, ports, perhaps(namespace)), names);
    }

    /** What a namespace reaches on every port without sharing a network. */
    private BitSet beyondNetworks(NetworkNamespace namespace) {
        BitSet host = indexed.any(namespace, NetworkTraits::reachesHost) ? onHost : Row.NONE;
        BitSet free = indexed.routedFreely(namespace, namespace) ? joined(host, routedFreely) : host;
        return indexed.routedOverIpv6(namespace) ? joined(free, unfiltered) : free;
    }

    /** What a namespace reaches or not as the router of a LAN decides, and what nobody can tell of. */
    private BitSet perhaps(NetworkNamespace namespace) {
        return lans
                ? joined(unknownNamespace, new IndexedTopology.LanRouters(indexed).perhaps(namespace))
                : unknownNamespace;
    }

    private BitSet portsFrom(NetworkNamespace namespace) {
        return ports.computeIfAbsent(
                new HostPortAccess(
                        indexed.any(namespace, NetworkTraits::reachesHostPorts),
                        indexed.any(namespace, NetworkTraits::reachesHostPortsOverIpv6),
                        indexed.any(namespace, NetworkTraits::internalWithIpv6OnHost)),
                access -> {
                    BitSet set = empty();
                    set.or(access.overIpv4 ? publishedOverIpv4 : Row.NONE);
                    set.or(access.overIpv6 ? publishedOverIpv6 : Row.NONE);
                    set.or(access.toProxy ? proxied : Row.NONE);
                    return set;
                });
    }

    /** What a VPN client's firewall may let through or not. */
    private BitSet behindFirewall(BitSet neighbours, BitSet beyond, BitSet ports, BitSet perhaps) {
        BitSet row = joined(perhaps, beyond);
        row.or(ports);
        row.andNot(neighbours);
        return row;
    }

    private boolean alike(NetworkSet networks) {
        for (int n = 0; n < networks.size(); n++) {
            if (!alike.get(networks.at(n))) {
                return false;
            }
        }
        return true;
    }

    private BitSet union(NetworkSet networks, BitSet[] members) {
        if (networks.size() == 1) {
            return members[networks.at(0)];
        }
        BitSet all = empty();
        for (int n = 0; n < networks.size(); n++) {
            all.or(members[networks.at(n)]);
        }
        return all;
    }

    private static BitSet joined(BitSet set, BitSet more) {
        BitSet both = (BitSet) set.clone();
        both.or(more);
        return both;
    }

    private static BitSet without(BitSet set, BitSet taken) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(taken);
        return rest;
    }
}
