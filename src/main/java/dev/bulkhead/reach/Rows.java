package dev.bulkhead.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Computes whole rows of the matrix by joining sets instead of judging pairs, so that ten thousand services take
 * milliseconds. {@link Judge} is the definition; a test holds the two together.
 *
 * <p>Sets are over subject indexes: service {@code i} is {@code i + ReachMatrix.OUTSIDERS}.
 */
final class Rows {

    private static final List<Subject> OUTSIDERS =
            List.of(new Subject.Internet(), new Subject.Lan(), new Subject.Host());

    /** What a row's sets are determined by, for services in ordinary networks. */
    private record Key(NetworkSet networks, boolean vpn) {}

    /** How a namespace gets to ports that are published on the host. */
    private record Ways(boolean overIpv4, boolean overIpv6, boolean toProxy) {}

    private record Sets(BitSet open, BitSet published, BitSet maybe, BitSet names) {}

    private final Wiring wiring;
    private final Judge judge;
    private final BitSet[] openMembers;
    private final BitSet[] namedMembers;
    /** Networks where names and packets go to the same members, so that one set serves both. */
    private final BitSet alike = new BitSet();

    private final BitSet onHost;
    private final BitSet unknownSpace;
    private final BitSet publishedOverIpv4;
    private final BitSet publishedOverIpv6;
    private final BitSet proxied;
    private final BitSet unfiltered;
    private final BitSet fromHost;
    private final BitSet connected;
    /** Services in namespaces that more than one uses, or that are none of the project's. */
    private final Map<Space, BitSet> sharers = new HashMap<>();

    private final Map<Key, Sets> known = new HashMap<>();
    private final Map<Ways, BitSet> ports = new HashMap<>();

    private Rows(Wiring wiring, Judge judge) {
        this.wiring = wiring;
        this.judge = judge;
        this.openMembers = members(false);
        this.namedMembers = members(true);
        for (int n = 0; n < openMembers.length; n++) {
            if (openMembers[n].equals(namedMembers[n])) {
                alike.set(n);
            }
        }
        this.onHost = where(i -> wiring.spaces[i].kind() == Space.Kind.HOST);
        this.unknownSpace = where(i -> wiring.spaces[i].kind() == Space.Kind.UNKNOWN);
        this.publishedOverIpv4 = where(i -> publishes(wiring.spaces[i], Binding::overIpv4));
        this.publishedOverIpv6 = where(i -> publishes(wiring.spaces[i], Binding::overIpv6));
        this.proxied = where(i -> !wiring.any(wiring.spaces[i], NetworkTraits::leadsOutOverIpv6)
                && publishes(wiring.spaces[i], Binding::onAllIpv6));
        this.unfiltered = where(i -> wiring.spaces[i].unfiltered());
        this.fromHost =
                where(i -> verdict(judge.fromOutside(new Subject.Host(), i, Optional.empty())) == Verdict.REACHABLE);
        this.connected = where(i -> wiring.spaces[i].kind() != Space.Kind.NONE);
        findSharers();
    }

    /** Returns the rows of the outsiders, then those of the services. */
    static Row[] of(Wiring wiring, Judge judge) {
        Rows rows = new Rows(wiring, judge);
        Row[] all = new Row[wiring.size() + ReachMatrix.OUTSIDERS];
        for (int from = 0; from < ReachMatrix.OUTSIDERS; from++) {
            all[from] = rows.ofOutsider(from);
        }
        for (int i = 0; i < wiring.size(); i++) {
            all[i + ReachMatrix.OUTSIDERS] = wiring.active[i] ? rows.ofService(i) : Row.NOTHING;
        }
        return all;
    }

    private static Verdict verdict(Judge.Finding finding) {
        return finding.reason().verdict();
    }

    private static boolean publishes(Space space, Predicate<Binding> family) {
        for (Binding binding : space.ports()) {
            if (!binding.loopback() && family.test(binding)) {
                return true;
            }
        }
        return false;
    }

    private void findSharers() {
        for (int i = 0; i < wiring.size(); i++) {
            if (wiring.spaces[i].owner() != i) {
                sharers.computeIfAbsent(wiring.spaces[i], s -> empty());
            }
        }
        for (int i = 0; i < wiring.size() && !sharers.isEmpty(); i++) {
            BitSet together = wiring.active[i] ? sharers.get(wiring.spaces[i]) : null;
            if (together != null) {
                together.set(i + ReachMatrix.OUTSIDERS);
            }
        }
    }

    private BitSet empty() {
        return new BitSet(wiring.size() + ReachMatrix.OUTSIDERS);
    }

    private BitSet where(IntPredicate wanted) {
        BitSet set = empty();
        for (int i = 0; i < wiring.size(); i++) {
            if (wiring.active[i] && wanted.test(i)) {
                set.set(i + ReachMatrix.OUTSIDERS);
            }
        }
        return set;
    }

    /**
     * Returns the members of each network, or those whose names its members can look up: the services that own their
     * namespaces, for the engine's resolver knows endpoints, not containers.
     */
    private BitSet[] members(boolean byName) {
        BitSet[] members = new BitSet[wiring.networks.length];
        Arrays.setAll(members, n -> empty());
        for (int i = 0; i < wiring.size(); i++) {
            Space space = wiring.spaces[i];
            if (!wiring.active[i] || (byName && space.owner() != i)) {
                continue;
            }
            for (int n = 0; n < space.networks().size(); n++) {
                int network = space.networks().at(n);
                NetworkTraits traits = wiring.networks[network];
                if (byName ? traits.names() : traits.opensMembers()) {
                    members[network].set(i + ReachMatrix.OUTSIDERS);
                }
            }
        }
        return members;
    }

    private Row ofOutsider(int from) {
        BitSet open = empty();
        BitSet byPort = empty();
        BitSet maybe = empty();
        for (int i = 0; i < wiring.size(); i++) {
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
        Sets sets = sets(wiring.spaces[service]);
        return new Row(sets.open, sets.published, reached, sets.maybe, unknown, sets.names);
    }

    private Sets sets(Space space) {
        BitSet together = sharers.getOrDefault(space, Row.NONE);
        return switch (space.kind()) {
            case HOST -> new Sets(fromHost, Row.NONE, unknownSpace, Row.NONE);
            case NONE -> new Sets(together, Row.NONE, Row.NONE, Row.NONE);
            case UNKNOWN -> new Sets(together, Row.NONE, without(connected, together), Row.NONE);
            case NETWORKS -> {
                Sets sets = known.computeIfAbsent(
                        new Key(space.networks(), space.vpn().isPresent()), k -> onNetworks(space));
                yield together.isEmpty()
                        ? sets
                        : new Sets(joined(sets.open, together), sets.published, sets.maybe, sets.names);
            }
        };
    }

    private Sets onNetworks(Space space) {
        boolean free = space.vpn().isEmpty();
        BitSet neighbours = union(space.networks(), openMembers);
        BitSet names = alike(space.networks()) ? neighbours : union(space.networks(), namedMembers);
        BitSet beyond = beyondNetworks(space);
        BitSet ports = portsFrom(space);
        return free
                ? new Sets(beyond.isEmpty() ? neighbours : joined(neighbours, beyond), ports, unknownSpace, names)
                : new Sets(neighbours, Row.NONE, behindFirewall(neighbours, beyond, ports), names);
    }

    /** What a namespace reaches on every port without sharing a network. */
    private BitSet beyondNetworks(Space space) {
        BitSet host = wiring.any(space, NetworkTraits::touchesHost) ? onHost : Row.NONE;
        return space.unfiltered() ? joined(host, unfiltered) : host;
    }

    private BitSet portsFrom(Space space) {
        return ports.computeIfAbsent(
                new Ways(
                        wiring.any(space, NetworkTraits::reachesHostPorts),
                        wiring.any(space, NetworkTraits::reachesHostPortsOverIpv6),
                        wiring.any(space, NetworkTraits::internalWithIpv6OnHost)),
                ways -> {
                    BitSet set = empty();
                    set.or(ways.overIpv4 ? publishedOverIpv4 : Row.NONE);
                    set.or(ways.overIpv6 ? publishedOverIpv6 : Row.NONE);
                    set.or(ways.toProxy ? proxied : Row.NONE);
                    return set;
                });
    }

    /** What a VPN client's firewall may let through or not. */
    private BitSet behindFirewall(BitSet neighbours, BitSet beyond, BitSet ports) {
        BitSet row = joined(unknownSpace, beyond);
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
