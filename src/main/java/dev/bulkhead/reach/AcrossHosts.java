package dev.bulkhead.reach;

import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.ServiceHosts.Together;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
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

    /** Returns rows of one host as they are on several. */
    Row[] rows(Row[] usual) {
        if (!hosts.several()) {
            return usual;
        }
        int services = indexed.size();
        Judge.Finding[] out = new Judge.Finding[services];
        Judge.Finding[] in = new Judge.Finding[services];
        Arrays.setAll(out, i -> judge.outside(i, LAN));
        Arrays.setAll(in, i -> judge.fromOutside(LAN, i, Optional.empty()));
        boolean overlays = Arrays.stream(indexed.networks).anyMatch(AcrossHosts::overlay);
        Row[] rows = usual.clone();
        for (int from = 0; from < services; from++) {
            if (indexed.active[from]) {
                Changed row = new Changed(usual[from + ReachMatrix.OUTSIDERS]);
                for (int to = 0; to < services; to++) {
                    Together together = from == to || !indexed.active[to] ? Together.SAME : together(from, to);
                    if (together != Together.SAME) {
                        Judge.Finding apart = overlays
                                ? apart(from, to, Optional.empty())
                                : Judge.Finding.of(over(out[from].reason(), in[to].reason()));
                        row.set(to + ReachMatrix.OUTSIDERS, together, apart.reason());
                    }
                    if (together == Together.APART && (!overlays || unnamed(from, to))) {
                        row.names.clear(to + ReachMatrix.OUTSIDERS);
                    }
                }
                rows[from + ReachMatrix.OUTSIDERS] = row.row();
            }
        }
        return rows;
    }

    private static ReachReason over(ReachReason out, ReachReason in) {
        return switch (together(out.verdict(), in.verdict())) {
            case REACHABLE -> in;
            case UNKNOWN -> ReachReason.HOST_UNKNOWN;
            case BLOCKED -> ReachReason.OTHER_HOST;
        };
    }

    /** A row while it is changed. */
    private static final class Changed {
        private final Row usual;
        private final BitSet open;
        private final BitSet published;
        private final BitSet maybe;
        private final BitSet names;

        Changed(Row usual) {
            this.usual = usual;
            this.open = (BitSet) usual.open().clone();
            this.published = (BitSet) usual.published().clone();
            this.maybe = (BitSet) usual.maybe().clone();
            this.names = (BitSet) usual.names().clone();
        }

        void set(int to, Together together, ReachReason apart) {
            Verdict here =
                    usual.reaches(to) ? Verdict.REACHABLE : usual.mayReach(to) ? Verdict.UNKNOWN : Verdict.BLOCKED;
            boolean certain = together == Together.APART || here == apart.verdict();
            boolean wide = apart == ReachReason.SHARED_NETWORK
                    || apart == ReachReason.LAN_PEER
                    || apart == ReachReason.HOST_NETWORK;
            boolean everyPort = wide && (together == Together.APART || usual.opens(to));
            boolean reached = certain && apart.verdict() == Verdict.REACHABLE;
            open.set(to, reached && everyPort);
            published.set(to, reached && !everyPort);
            maybe.set(to, !certain || apart.verdict() == Verdict.UNKNOWN);
        }

        Row row() {
            return new Row(open, published, usual.outsiders(), maybe, usual.maybeOutsiders(), names);
        }
    }
}
