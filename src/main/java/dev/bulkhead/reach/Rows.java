package dev.bulkhead.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Computes whole rows of the matrix by joining sets instead of judging pairs, so that ten thousand services take
 * milliseconds. {@link Judge} is the definition; a test holds the two together.
 *
 * <p>Sets are over subject indexes: service {@code i} is {@code i + ReachMatrix.OUTSIDERS}.
 */
final class Rows {

    /** What a row is determined by, for services in ordinary networks. */
    private record Key(NetworkSet networks, boolean vpn) {}

    private final Wiring wiring;
    private final BitSet[] openMembers;
    private final BitSet[] namedMembers;
    private final BitSet onHost;
    private final BitSet unknownSpace;
    private final BitSet published;
    private final BitSet fromHost;
    private final BitSet connected;
    private final Map<Space, BitSet> sharers = new HashMap<>();
    private final Map<Key, BitSet> reachable = new HashMap<>();
    private final Map<Key, BitSet> open = new HashMap<>();
    private final Map<Key, BitSet> unknown = new HashMap<>();
    private final Map<Key, BitSet> names = new HashMap<>();

    Rows(Wiring wiring) {
        this.wiring = wiring;
        Judge judge = new Judge(wiring);
        this.openMembers = members(false);
        this.namedMembers = members(true);
        this.onHost = where(i -> wiring.spaces[i].kind() == Space.Kind.HOST);
        this.unknownSpace = where(i -> wiring.spaces[i].kind() == Space.Kind.UNKNOWN);
        this.published = where(i -> wiring.spaces[i].ports().stream().anyMatch(binding -> !binding.loopback()));
        this.fromHost =
                where(i -> verdict(judge.fromOutside(new Subject.Host(), i, Optional.empty())) == Verdict.REACHABLE);
        this.connected = where(i -> wiring.spaces[i].kind() != Space.Kind.NONE);
        for (int i = 0; i < wiring.size(); i++) {
            if (wiring.active[i]) {
                sharers.computeIfAbsent(wiring.spaces[i], s -> new BitSet()).set(i + ReachMatrix.OUTSIDERS);
            }
        }
    }

    private static Verdict verdict(Judge.Finding finding) {
        return finding.reason().verdict();
    }

    private BitSet where(IntPredicate wanted) {
        BitSet set = new BitSet();
        for (int i = 0; i < wiring.size(); i++) {
            if (wiring.active[i] && wanted.test(i)) {
                set.set(i + ReachMatrix.OUTSIDERS);
            }
        }
        return set;
    }

    private BitSet[] members(boolean byName) {
        BitSet[] members = new BitSet[wiring.networks.length];
        Arrays.setAll(members, n -> new BitSet());
        for (int i = 0; i < wiring.size(); i++) {
            Space space = wiring.spaces[i];
            if (!wiring.active[i] || (byName && space.owner() != i)) {
                continue;
            }
            for (int network : space.networks()) {
                NetworkTraits traits = wiring.networks[network];
                if (byName ? traits.names() : traits.icc()) {
                    members[network].set(i + ReachMatrix.OUTSIDERS);
                }
            }
        }
        return members;
    }

    /** Returns the services that a service reaches. */
    BitSet reachable(int service) {
        Space space = wiring.spaces[service];
        return switch (space.kind()) {
            case HOST -> fromHost;
            case NONE, UNKNOWN -> alone(space);
            case NETWORKS -> withSharers(space, reachable.computeIfAbsent(key(space), k -> reachableFrom(space)));
        };
    }

    private BitSet reachableFrom(Space space) {
        BitSet row = openFrom(space);
        if (space.vpn().isEmpty() && wiring.any(space, NetworkTraits::reachesHostPorts)) {
            row.or(published);
        }
        return row;
    }

    private BitSet openFrom(Space space) {
        BitSet row = new BitSet();
        for (int network : space.networks()) {
            row.or(openMembers[network]);
        }
        if (space.vpn().isEmpty() && wiring.any(space, NetworkTraits::touchesHost)) {
            row.or(onHost);
        }
        return row;
    }

    /** Returns the services that a service reaches on every port, not only on published ones. */
    BitSet open(int service) {
        Space space = wiring.spaces[service];
        return switch (space.kind()) {
            case HOST -> fromHost;
            case NONE, UNKNOWN -> alone(space);
            case NETWORKS -> withSharers(space, open.computeIfAbsent(key(space), k -> openFrom(space)));
        };
    }

    private BitSet alone(Space space) {
        return sharers.getOrDefault(space, new BitSet());
    }

    private BitSet withSharers(Space space, BitSet row) {
        BitSet together = alone(space);
        if (together.cardinality() < 2) {
            return row;
        }
        BitSet both = (BitSet) row.clone();
        both.or(together);
        return both;
    }

    /** Returns the services of which it is not known whether a service reaches them. */
    BitSet unknown(int service) {
        Space space = wiring.spaces[service];
        return switch (space.kind()) {
            case HOST -> unknownSpace;
            case NONE -> new BitSet();
            case UNKNOWN -> without(connected, alone(space));
            case NETWORKS -> unknown.computeIfAbsent(key(space), k -> unknownFrom(space));
        };
    }

    private BitSet unknownFrom(Space space) {
        if (space.vpn().isEmpty()) {
            return unknownSpace;
        }
        BitSet row = (BitSet) unknownSpace.clone();
        if (wiring.any(space, NetworkTraits::touchesHost)) {
            row.or(onHost);
        }
        if (wiring.any(space, NetworkTraits::reachesHostPorts)) {
            row.or(published);
        }
        for (int network : space.networks()) {
            row.andNot(openMembers[network]);
        }
        return row;
    }

    private static BitSet without(BitSet set, BitSet taken) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(taken);
        return rest;
    }

    /** Returns the services whose names a service can look up. */
    BitSet names(int service) {
        Space space = wiring.spaces[service];
        return names.computeIfAbsent(key(space), k -> {
            BitSet row = new BitSet();
            for (int network : space.networks()) {
                row.or(namedMembers[network]);
            }
            return row;
        });
    }

    private static Key key(Space space) {
        return new Key(space.networks(), space.vpn().isPresent());
    }
}
