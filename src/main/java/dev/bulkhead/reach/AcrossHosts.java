package dev.bulkhead.reach;

import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.ServiceHosts.Together;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Judge of pairs of services on several hosts. On one host everything is as {@link Judge} says. On different hosts a network of
 * one name is two networks unless a Swarm made it, so that what is left is the LAN: out as to any other machine, and in as from
 * one. Where it is not known which hosts two services run on, a verdict stands only if it is the same either way.
 */
final class AcrossHosts {

    private static final Subject LAN = new Subject.Lan();

    private final IndexedTopology indexed;
    private final Judge judge;
    private final ServiceHosts hosts;

    AcrossHosts(Judge judge) {
        this.judge = judge;
        this.indexed = judge.indexed;
        this.hosts = indexed.options.hosts();
    }

    /** Judges between two services. */
    Judge.Finding between(int from, int to, Optional<PortQuery> port) {
        Judge.Finding usual = judge.between(from, to, port);
        Together together = together(from, to);
        if (together == Together.SAME || usual.reason() == ReachReason.PROFILE_INACTIVE) {
            return usual;
        }
        Judge.Finding apart = apart(from, to, port);
        if (together == Together.APART) {
            return apart;
        }
        return apart.reason().verdict() == usual.reason().verdict()
                ? usual
                : Judge.Finding.of(
                        hosts.of(key(from)).isEmpty() || hosts.of(key(to)).isEmpty()
                                ? ReachReason.HOST_UNKNOWN
                                : ReachReason.SEVERAL_HOSTS);
    }

    private Judge.Finding apart(int from, int to, Optional<PortQuery> port) {
        Optional<NetworkTraits> spanning = shared(from, to, network -> spans(network, from, to));
        if (spanning.isPresent()) {
            return Judge.Finding.of(ReachReason.SHARED_NETWORK, spanning.get());
        }
        Judge.Finding out = judge.outside(from, LAN);
        Judge.Finding in = judge.fromOutside(LAN, to, port);
        Verdict over = together(out.reason().verdict(), in.reason().verdict());
        Optional<NetworkTraits> overlay =
                over == Verdict.REACHABLE ? Optional.empty() : shared(from, to, network -> maySpan(network, from, to));
        if (overlay.isPresent()) {
            return Judge.Finding.of(ReachReason.OVERLAY_UNKNOWN, overlay.get());
        }
        return switch (over) {
            case REACHABLE ->
                in.reason() == ReachReason.PUBLISHED_VIA_HOST ? new Judge.Finding(ReachReason.OVER_LAN, in.via()) : in;
            case UNKNOWN -> in.reason().verdict() == Verdict.UNKNOWN ? in : out;
            case BLOCKED -> closed(out, in);
        };
    }

    private static Judge.Finding closed(Judge.Finding out, Judge.Finding in) {
        if (in.reason().verdict() == Verdict.BLOCKED && in.reason() != ReachReason.PORT_NOT_PUBLISHED) {
            return in;
        }
        return out.reason().verdict() == Verdict.BLOCKED ? out : Judge.Finding.of(ReachReason.OTHER_HOST);
    }

    private static Verdict together(Verdict out, Verdict in) {
        if (out == Verdict.BLOCKED || in == Verdict.BLOCKED) {
            return Verdict.BLOCKED;
        }
        return out == Verdict.UNKNOWN || in == Verdict.UNKNOWN ? Verdict.UNKNOWN : Verdict.REACHABLE;
    }

    private Together together(int from, int to) {
        return hosts.together(key(from), key(to));
    }

    private String key(int service) {
        return indexed.services.get(service).key();
    }

    private boolean spans(NetworkTraits network, int from, int to) {
        return overlay(network) && hosts.spans(network.realName(), key(from), key(to));
    }

    /** An overlay that was seen on some host is there as it was seen; one that was seen nowhere may come to span all. */
    private boolean maySpan(NetworkTraits network, int from, int to) {
        return overlay(network)
                && (!hosts.spanning().containsKey(network.realName())
                        || !hosts.silent().isEmpty())
                && !hosts.spans(network.realName(), key(from), key(to));
    }

    private static boolean overlay(NetworkTraits network) {
        return network.kind() == NetworkTraits.Kind.OVERLAY && network.opensMembers();
    }

    private Optional<NetworkTraits> shared(int from, int to, Predicate<NetworkTraits> wanted) {
        NetworkSet mine = indexed.namespaces[from].networks();
        NetworkSet other = indexed.namespaces[to].networks();
        for (int n = 0; n < mine.size(); n++) {
            NetworkTraits network = indexed.networks[mine.at(n)];
            if (other.contains(mine.at(n)) && wanted.test(network)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }

    /** Returns whether nobody on another host answers to the name of a service, since no network spans both. */
    boolean unnamed(int from, int to) {
        return together(from, to) == Together.APART
                && shared(from, to, network -> spans(network, from, to)).isEmpty();
    }

    /**
     * Services that are the same to others as far as hosts count: on the same hosts and networks, with the same way in and out. A
     * hundred hosts with a hundred services each have a few hundred of these, and pairs of them are judged once.
     */
    private record Alike(SortedSet<String> on, NetworkSet networks, ReachReason out, ReachReason in) {}

    /** Returns rows of one host as they are on several. */
    Row[] rows(Row[] usual) {
        if (!hosts.several()) {
            return usual;
        }
        Map<Alike, BitSet> groups = new LinkedHashMap<>();
        for (int i = 0; i < indexed.size(); i++) {
            if (indexed.active[i]) {
                Alike alike = new Alike(
                        hosts.of(key(i)),
                        indexed.namespaces[i].networks(),
                        judge.outside(i, LAN).reason(),
                        judge.fromOutside(LAN, i, Optional.empty()).reason());
                groups.computeIfAbsent(alike, _ -> new BitSet()).set(i);
            }
        }
        boolean overlays = Arrays.stream(indexed.networks).anyMatch(AcrossHosts::overlay);
        Row[] rows = usual.clone();
        groups.forEach((source, members) -> {
            Changes changes = new Changes();
            groups.forEach((target, others) -> judge(source, members, target, others, overlays, changes));
            members.stream().forEach(from -> {
                int row = from + ReachMatrix.OUTSIDERS;
                rows[row] = changes.of(usual[row], row);
            });
        });
        return rows;
    }

    private void judge(Alike source, BitSet members, Alike target, BitSet others, boolean overlays, Changes changes) {
        int from = members.nextSetBit(0);
        int to = others.nextSetBit(0);
        Together together = together(from, to);
        if (together != Together.SAME) {
            ReachReason apart = overlays ? apart(from, to, Optional.empty()).reason() : over(source.out(), target.in());
            boolean unnamed = together == Together.APART && (!overlays || unnamed(from, to));
            changes.add(shifted(others), together, apart, unnamed);
        }
    }

    /** Subjects outside come first in a row. */
    private static BitSet shifted(BitSet services) {
        BitSet subjects = new BitSet();
        services.stream().forEach(service -> subjects.set(service + ReachMatrix.OUTSIDERS));
        return subjects;
    }

    private static ReachReason over(ReachReason out, ReachReason in) {
        return switch (together(out.verdict(), in.verdict())) {
            case REACHABLE -> in;
            case UNKNOWN -> ReachReason.HOST_UNKNOWN;
            case BLOCKED -> ReachReason.OTHER_HOST;
        };
    }

    /** What several hosts change about a row, as sets of those that are reached. */
    private static final class Changes {
        /** Those whose place in the row is decided anew. */
        private final BitSet decided = new BitSet();

        private final BitSet open = new BitSet();
        private final BitSet published = new BitSet();
        private final BitSet maybe = new BitSet();
        private final BitSet unnamed = new BitSet();

        /** Those that stay as they are if they are as they would be on another host: reached there, not reached there. */
        private final BitSet reachedOrNot = new BitSet();

        private final BitSet wide = new BitSet();
        private final BitSet closedOrNot = new BitSet();

        void add(BitSet others, Together together, ReachReason apart, boolean nameless) {
            decided.or(others);
            if (nameless) {
                unnamed.or(others);
            }
            boolean everyPort = apart == ReachReason.SHARED_NETWORK
                    || apart == ReachReason.LAN_PEER
                    || apart == ReachReason.HOST_NETWORK;
            boolean certain = together == Together.APART;
            switch (apart.verdict()) {
                case UNKNOWN -> maybe.or(others);
                case BLOCKED -> {
                    if (!certain) {
                        closedOrNot.or(others);
                    }
                }
                case REACHABLE -> {
                    if (certain) {
                        (everyPort ? open : published).or(others);
                    } else {
                        reachedOrNot.or(others);
                        if (everyPort) {
                            wide.or(others);
                        }
                    }
                }
            }
        }

        /** Returns a row with these changes; a service is on its own host itself. */
        Row of(Row usual, int self) {
            BitSet anew = (BitSet) decided.clone();
            anew.clear(self);
            BitSet reached = joined(usual.open(), usual.published());
            BitSet same = and(reachedOrNot, reached);
            BitSet sameWide = and(and(same, wide), usual.open());
            BitSet nowOpen = joined(open, sameWide);
            same.andNot(sameWide);
            BitSet nowPublished = joined(published, same);
            BitSet nowMaybe = joined(maybe, and(closedOrNot, joined(reached, usual.maybe())));
            BitSet other = (BitSet) reachedOrNot.clone();
            other.andNot(reached);
            nowMaybe.or(other);
            BitSet names = (BitSet) usual.names().clone();
            boolean ownName = names.get(self);
            names.andNot(unnamed);
            names.set(self, ownName);
            return new Row(
                    replaced(usual.open(), anew, nowOpen),
                    replaced(usual.published(), anew, nowPublished),
                    usual.outsiders(),
                    replaced(usual.maybe(), anew, nowMaybe),
                    usual.maybeOutsiders(),
                    names);
        }

        private static BitSet replaced(BitSet usual, BitSet anew, BitSet now) {
            BitSet set = (BitSet) usual.clone();
            set.andNot(anew);
            set.or(and(now, anew));
            return set;
        }

        private static BitSet and(BitSet one, BitSet other) {
            BitSet both = (BitSet) one.clone();
            both.and(other);
            return both;
        }

        private static BitSet joined(BitSet one, BitSet other) {
            BitSet both = (BitSet) one.clone();
            both.or(other);
            return both;
        }
    }
}
