package dev.bulkhead.reach;

import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Matrix of who reaches whom: a verdict for every ordered pair of subjects, kept as bits; reasons are worked out when asked.
 *
 * <p>Immutable. Subjects are {@code internet}, {@code lan}, {@code host}, then the services by key, then containers outside the
 * project on its networks, where an engine told of them: these are judged as services are.
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
    private final IndexedTopology indexed;
    private final Judge judge;
    private final List<Subject> subjects;
    private final Row[] rows;
    /** What is reached if what nobody knows is as usual. */
    private final Row[] assumed;

    private final List<Otherwise> otherwise;

    ReachMatrix(Topology topology, IndexedTopology indexed, List<Otherwise> otherwise) {
        this.topology = topology;
        this.indexed = indexed;
        this.judge = new Judge(indexed);
        this.otherwise = List.copyOf(otherwise);
        List<Subject> all = new ArrayList<>(OUTSIDERS + indexed.services.size());
        all.addAll(List.of(new Subject.Internet(), new Subject.Lan(), new Subject.Host()));
        indexed.services.forEach(s -> all.add(subject(s)));
        this.subjects = List.copyOf(all);
        this.assumed = rows(judge);
        Row[] certain = assumed;
        for (Otherwise other : otherwise) {
            certain = Row.certain(certain, rows(other.judge()));
        }
        this.rows = certain;
    }

    private static Row[] rows(Judge judge) {
        return new AcrossHosts(judge).rows(MatrixRows.of(judge.indexed, judge));
    }

    private static Subject subject(Service service) {
        return service.key().startsWith(Subject.FOREIGN)
                ? Subject.of(service.key())
                : new Subject.OfService(service.key());
    }

    IndexedTopology indexed() {
        return indexed;
    }

    /** Returns the topology that was looked at. */
    public Topology topology() {
        return topology;
    }

    /** Returns what it was looked at with. */
    public ReachOptions options() {
        return indexed.options;
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
                Optional.ofNullable(indexed.index.get(key)).map(i -> i + OUTSIDERS);
            case Subject.Foreign foreign ->
                Optional.ofNullable(indexed.index.get(foreign.text())).map(i -> i + OUTSIDERS);
        };
    }

    /** Returns whether packets get from one subject to another; a subject reaches itself. */
    public Verdict verdict(int from, int to) {
        if (from == to || rows[from].reaches(to)) {
            return Verdict.REACHABLE;
        }
        return rows[from].mayReach(to) ? Verdict.UNKNOWN : Verdict.BLOCKED;
    }

    /** Returns whether one subject can look the other's name up; for the internet, public names. */
    public boolean names(int from, int to) {
        if (to == INTERNET) {
            return from != INTERNET && rows[from].reaches(INTERNET);
        }
        return rows[from].names().get(to);
    }

    /** Returns who answers when a service looks the name of another, or of a container outside, up; else empty. */
    public Optional<NameAnswer> named(int from, int to) {
        if (from < OUTSIDERS
                || to < OUTSIDERS
                || indexed.outsider(from - OUTSIDERS).isPresent()) {
            return Optional.empty();
        }
        return new AcrossHosts(judge).unnamed(from - OUTSIDERS, to - OUTSIDERS)
                ? Optional.of(new NameAnswer.Nobody(NameAnswer.Why.NOT_ON_ITS_NETWORKS))
                : Optional.of(
                        indexed.lookup().ask(indexed.services.get(from - OUTSIDERS), indexed.name(to - OUTSIDERS)));
    }

    /** Returns a new set of the subjects that a subject reaches. */
    public BitSet reachableFrom(int from) {
        BitSet set = rows[from].reachable();
        set.clear(from);
        return set;
    }

    /** Returns a new set of the subjects that reach a subject. */
    public BitSet reachableTo(int to) {
        BitSet set = new BitSet();
        IntStream.range(0, size())
                .filter(from -> from != to && rows[from].reaches(to))
                .forEach(set::set);
        return set;
    }

    /** Returns a new set of the subjects that a subject reaches on every port, not only on published ones. */
    public BitSet openFrom(int from) {
        BitSet set = rows[from].opened();
        set.clear(from);
        return set;
    }

    /** Returns a new set of the subjects of which it is not known whether a subject reaches them. */
    public BitSet unknownFrom(int from) {
        BitSet set = rows[from].unknown();
        set.clear(from);
        return set;
    }

    /** Returns the row of a subject; its sets are shared and must not be changed. */
    public Row row(int from) {
        return rows[from];
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
        Judge.Finding usual = finding(judge, from, to, port);
        return otherwise.stream()
                .filter(other -> finding(other.judge(), from, to, port).reason().verdict()
                        != usual.reason().verdict())
                .findFirst()
                .map(other -> other.doubt(indexed, from, to))
                .orElse(usual);
    }

    private Judge.Finding finding(Judge judge, int from, int to, Optional<PortQuery> port) {
        if (from < OUTSIDERS && to < OUTSIDERS) {
            return judge.aroundHost(subjects.get(from), subjects.get(to));
        }
        if (from < OUTSIDERS) {
            return judge.fromOutside(subjects.get(from), to - OUTSIDERS, port);
        }
        if (to < OUTSIDERS) {
            return judge.outside(from - OUTSIDERS, subjects.get(to));
        }
        return new AcrossHosts(judge).between(from - OUTSIDERS, to - OUTSIDERS, port);
    }

    /**
     * Returns the ports that a service's network namespace really publishes, in file order: none where it has no
     * gateway.
     */
    public List<Binding> bindings(int service) {
        return indexed.namespaces[service - OUTSIDERS].ports();
    }

    /** Returns the network whose gateway is a service's default route and carries its published ports, by its key. */
    public Optional<String> gateway(int service) {
        return indexed.namespaces[service - OUTSIDERS].gateway().map(NetworkTraits::label);
    }

    /** Returns the ports of a service that others reach through the host, as answers name them, in file order. */
    public List<String> publishedPorts(int service) {
        return bindings(service).stream()
                .filter(binding -> !binding.loopback())
                .map(Binding::via)
                .toList();
    }

    /** Returns the reverse proxy through which a request can get there, if there is one in between. */
    public Optional<String> routedBy(int from, int to) {
        if (to < OUTSIDERS) {
            return Optional.empty();
        }
        for (int index : indexed.proxies(to - OUTSIDERS)) {
            int proxy = index + OUTSIDERS;
            if (proxy != from && assumed[from].reaches(proxy) && assumed[proxy].reaches(to)) {
                return Optional.of(indexed.services.get(index).key());
            }
        }
        return Optional.empty();
    }
}
