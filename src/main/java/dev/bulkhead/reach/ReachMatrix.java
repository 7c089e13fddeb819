package dev.bulkhead.reach;

import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who reaches whom: a verdict for every ordered pair of subjects, kept as bits; reasons are worked out when asked.
 *
 * <p>Immutable. Subjects are {@code internet}, {@code lan}, {@code host}, then the services by key.
 */
public final class ReachMatrix {

    /** Index of the internet. */
    public static final int INTERNET = 0;
    /** Index of the LAN. */
    public static final int LAN = 1;
    /** Index of the host. */
    public static final int HOST = 2;
    /** How many subjects come before the services. */
    public static final int OUTSIDERS = 3;

    private final Topology topology;
    private final Wiring wiring;
    private final Judge judge;
    private final List<Subject> subjects;
    private final BitSet[] reachable;
    /** The part of what is reachable where every port is. */
    private final BitSet[] open;

    private final BitSet[] unknown;
    private final BitSet[] names;

    ReachMatrix(Topology topology, Wiring wiring) {
        this.topology = topology;
        this.wiring = wiring;
        this.judge = new Judge(wiring);
        List<Subject> all = new ArrayList<>(List.of(new Subject.Internet(), new Subject.Lan(), new Subject.Host()));
        wiring.services.forEach(s -> all.add(new Subject.OfService(s.key())));
        this.subjects = List.copyOf(all);
        this.reachable = new BitSet[all.size()];
        this.open = new BitSet[all.size()];
        this.unknown = new BitSet[all.size()];
        this.names = new BitSet[all.size()];
        fill();
    }

    private void fill() {
        Rows rows = new Rows(wiring);
        BitSet none = new BitSet();
        for (int i = 0; i < wiring.size(); i++) {
            int row = i + OUTSIDERS;
            boolean starts = wiring.active[i];
            BitSet out = new BitSet();
            BitSet maybe = new BitSet();
            for (int to = 0; to < OUTSIDERS; to++) {
                note(judge.outside(i, subjects.get(to)), to, out, maybe);
            }
            reachable[row] = starts ? joined(rows.reachable(i), out) : none;
            open[row] = starts ? joined(rows.open(i), out) : none;
            unknown[row] = starts ? joined(rows.unknown(i), maybe) : none;
            names[row] = starts ? rows.names(i) : none;
        }
        for (int from = 0; from < OUTSIDERS; from++) {
            reachable[from] = new BitSet();
            unknown[from] = new BitSet();
            names[from] = none;
            for (int to = 0; to < subjects.size(); to++) {
                if (from != to) {
                    Judge.Finding finding = finding(from, to, Optional.empty());
                    note(finding, to, reachable[from], unknown[from]);
                }
            }
            open[from] = (BitSet) reachable[from].clone();
            for (int to = OUTSIDERS; to < subjects.size(); to++) {
                open[from].set(to, open[from].get(to) && !byPort(finding(from, to, Optional.empty())));
            }
        }
    }

    private static boolean byPort(Judge.Finding finding) {
        return finding.reason() == ReachReason.PUBLISHED_VIA_HOST || finding.reason() == ReachReason.ROUTED_GATEWAY;
    }

    private static void note(Judge.Finding finding, int to, BitSet reachable, BitSet unknown) {
        switch (finding.reason().verdict()) {
            case REACHABLE -> reachable.set(to);
            case UNKNOWN -> unknown.set(to);
            case BLOCKED -> {}
        }
    }

    private static BitSet joined(BitSet services, BitSet outsiders) {
        if (outsiders.isEmpty()) {
            return services;
        }
        BitSet row = (BitSet) services.clone();
        row.or(outsiders);
        return row;
    }

    /** Returns the topology that was looked at. */
    public Topology topology() {
        return topology;
    }

    /** Returns what it was looked at with. */
    public ReachOptions options() {
        return wiring.options;
    }

    /** Returns all subjects; an index is a place in this list. */
    public List<Subject> subjects() {
        return subjects;
    }

    /** Returns how many subjects there are. */
    public int size() {
        return subjects.size();
    }

    /** Returns the index of a subject, if the project has it. */
    public Optional<Integer> indexOf(Subject subject) {
        return switch (subject) {
            case Subject.Internet() -> Optional.of(INTERNET);
            case Subject.Lan() -> Optional.of(LAN);
            case Subject.Host() -> Optional.of(HOST);
            case Subject.OfService(String key) ->
                Optional.ofNullable(wiring.index.get(key)).map(i -> i + OUTSIDERS);
        };
    }

    /** Returns whether packets get from one subject to another; a subject reaches itself. */
    public Verdict verdict(int from, int to) {
        if (from == to || reachable[from].get(to)) {
            return Verdict.REACHABLE;
        }
        return unknown[from].get(to) ? Verdict.UNKNOWN : Verdict.BLOCKED;
    }

    /** Returns whether one subject can look the other's name up; for the internet, public names. */
    public boolean names(int from, int to) {
        if (to == INTERNET) {
            return from != INTERNET && reachable[from].get(INTERNET);
        }
        return names[from].get(to);
    }

    /** Returns a copy of the set of subjects that a subject reaches. */
    public BitSet reachableFrom(int from) {
        BitSet copy = (BitSet) reachable[from].clone();
        copy.clear(from);
        return copy;
    }

    /** Returns the set of subjects that reach a subject. */
    public BitSet reachableTo(int to) {
        BitSet set = new BitSet();
        IntStream.range(0, size())
                .filter(from -> from != to && reachable[from].get(to))
                .forEach(set::set);
        return set;
    }

    BitSet reachableRow(int from) {
        return reachable[from];
    }

    /** Returns a copy of the set of subjects that a subject reaches on every port, not only on published ones. */
    public BitSet openFrom(int from) {
        BitSet copy = (BitSet) open[from].clone();
        copy.clear(from);
        return copy;
    }

    /** Returns a copy of the set of subjects of which it is not known whether a subject reaches them. */
    public BitSet unknownFrom(int from) {
        BitSet copy = (BitSet) unknown[from].clone();
        copy.andNot(reachable[from]);
        copy.clear(from);
        return copy;
    }

    BitSet openRow(int from) {
        return open[from];
    }

    BitSet unknownRow(int from) {
        return unknown[from];
    }

    /** Returns whether one subject reaches another by any port, and why. */
    public ReachAnswer answer(int from, int to) {
        return answer(from, to, Optional.empty());
    }

    /**
     * Returns whether one subject reaches a port of another, and why.
     *
     * @throws IllegalArgumentException if both are the same
     */
    public ReachAnswer answer(int from, int to, Optional<PortQuery> port) {
        if (from == to) {
            throw new IllegalArgumentException("from and to are the same subject");
        }
        Judge.Finding finding = finding(from, to, port);
        return new ReachAnswer(
                subjects.get(from),
                subjects.get(to),
                finding.reason(),
                finding.via(),
                names(from, to),
                routedBy(from, to));
    }

    private Judge.Finding finding(int from, int to, Optional<PortQuery> port) {
        if (from < OUTSIDERS && to < OUTSIDERS) {
            return judge.aroundHost(subjects.get(from), subjects.get(to));
        }
        if (from < OUTSIDERS) {
            return judge.fromOutside(subjects.get(from), to - OUTSIDERS, port);
        }
        if (to < OUTSIDERS) {
            return judge.outside(from - OUTSIDERS, subjects.get(to));
        }
        return judge.between(from - OUTSIDERS, to - OUTSIDERS, port);
    }

    /**
     * Returns the ports that a service's network namespace really publishes, in file order: none where it has no
     * gateway.
     */
    public List<Binding> bindings(int service) {
        return wiring.spaces[service - OUTSIDERS].ports();
    }

    /** Returns the ports of a service that others reach through the host, as answers name them, in file order. */
    List<String> publishedPorts(int service) {
        return bindings(service).stream()
                .filter(binding -> !binding.loopback())
                .map(Binding::via)
                .toList();
    }

    /** Returns the reverse proxy through which a request can get there, if there is one in between. */
    public Optional<String> routedBy(int from, int to) {
        if (to < OUTSIDERS || wiring.proxies[to - OUTSIDERS] == Wiring.NOBODY) {
            return Optional.empty();
        }
        int proxy = wiring.proxies[to - OUTSIDERS] + OUTSIDERS;
        boolean through = proxy != from && reachable[from].get(proxy) && reachable[proxy].get(to);
        return through ? Optional.of(subjects.get(proxy).text()) : Optional.empty();
    }
}
