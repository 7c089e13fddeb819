package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.explain.Assumptions;
import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.reach.impact.BlastRadius;
import dev.bulkhead.reach.impact.SinglePointsOfFailure;
import dev.bulkhead.reach.rules.BrokenPairs;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reach matrix in the order it is shown, with what each cell says; immutable, and made away from the window's thread.
 */
public final class ReachTable {

    /** A table of nobody. */
    public static final ReachTable EMPTY =
            new ReachTable(Optional.empty(), List.of(), SourceMap.EMPTY, BrokenPairs.NONE, BrokenPairs.NONE, Set.of());

    /** In larger projects who holds them together takes seconds; the command line tells it. */
    private static final int MOST_FOR_LINCHPINS = 2_000;

    private final Optional<ReachMatrix> matrix;
    private final List<ReachHeader> headers;
    private final SourceMap sources;
    private final BrokenPairs broken;
    private final BrokenPairs goals;
    private final Set<String> linchpins;
    private final List<BitSet> open = new ArrayList<>();
    private final int reachable;

    private ReachTable(
            Optional<ReachMatrix> matrix,
            List<ReachHeader> headers,
            SourceMap sources,
            BrokenPairs broken,
            BrokenPairs goals,
            Set<String> linchpins) {
        this.linchpins = Set.copyOf(linchpins);
        this.matrix = matrix;
        this.headers = List.copyOf(headers);
        this.sources = sources;
        this.broken = broken;
        this.goals = goals;
        matrix.ifPresent(m -> IntStream.range(0, m.size()).forEach(i -> open.add(m.openFrom(i))));
        reachable = matrix.map(m -> IntStream.range(0, m.size())
                        .map(i -> m.reachableFrom(i).cardinality())
                        .sum())
                .orElse(0);
    }

    /**
     * Returns the table of a matrix: the outsiders, then the services in the order of their groups.
     *
     * @param rules what the operator demands of the matrix
     */
    public static ReachTable of(ReachMatrix matrix, ReachGroups groups, SourceMap sources, Rules rules) {
        List<ReachHeader> headers = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            headers.add(groups.header(i, matrix.subjects().get(i)));
        }
        headers.sort(groups.order());
        return new ReachTable(
                Optional.of(matrix),
                headers,
                sources,
                RulesEvaluator.brokenPairs(rules, matrix),
                RulesEvaluator.goalPairs(rules, matrix),
                matrix.size() <= MOST_FOR_LINCHPINS ? SinglePointsOfFailure.of(matrix.topology()) : Set.of());
    }

    /** Returns rows and columns in the order they are shown. */
    public List<ReachHeader> headers() {
        return headers;
    }

    /** Returns how many rows, and columns, there are. */
    public int size() {
        return headers.size();
    }

    /** Returns how many ordered pairs of distinct subjects reach each other. */
    public int reachable() {
        return reachable;
    }

    /** Returns the matrix, unless nothing is open. */
    public Optional<ReachMatrix> matrix() {
        return matrix;
    }

    /** Returns where the parts of the project stand. */
    public SourceMap sources() {
        return sources;
    }

    /** Returns what the cell of a row and a column says. */
    public ReachKind kind(int row, int column) {
        int from = headers.get(row).subject();
        int to = headers.get(column).subject();
        if (from == to || matrix.isEmpty()) {
            return ReachKind.SELF;
        }
        if (open.get(from).get(to)) {
            return ReachKind.OPEN;
        }
        return switch (matrix.get().verdict(from, to)) {
            case REACHABLE -> ReachKind.PORTS;
            case UNKNOWN -> ReachKind.UNKNOWN;
            case BLOCKED -> matrix.get().routedBy(from, to).isPresent() ? ReachKind.PROXY : ReachKind.BLOCKED;
        };
    }

    /** Returns whether a service reaches another one but cannot look its name up. */
    public boolean nameless(int row, int column) {
        int from = headers.get(row).subject();
        int to = headers.get(column).subject();
        boolean services = from >= ReachMatrix.OUTSIDERS && to >= ReachMatrix.OUTSIDERS;
        return services
                && from != to
                && open.get(from).get(to)
                && matrix.map(m -> !m.names(from, to)).orElse(false);
    }

    /** Returns whether the cell of a row and a column breaks a rule of the operator. */
    public boolean broken(int row, int column) {
        return broken.broken(headers.get(row).subject(), headers.get(column).subject());
    }

    /** Returns whether the cell of a row and a column stands against a goal of an iteration that is not done. */
    public boolean againstGoal(int row, int column) {
        return goals.broken(headers.get(row).subject(), headers.get(column).subject());
    }

    /** Returns in words how many pairs break a rule, and how many stand against a goal; empty where none do. */
    static String breaches(int broken, int goals) {
        return (broken == 0 ? "" : " · " + Words.count("breaks-a-rule", broken))
                + (goals == 0 ? "" : " · " + Words.count("stands-against-a-goal", goals));
    }

    /** Returns the same of all pairs. */
    String breaches() {
        return breaches(broken.count(), goals.count());
    }

    /** Returns the operator's rules that a pair breaks. */
    public List<Rule> brokenRules(ReachPair pair) {
        return rules(broken, pair);
    }

    /** Returns the goals of iterations that are not done that a pair stands against. */
    public List<Rule> goals(ReachPair pair) {
        return rules(goals, pair);
    }

    private List<Rule> rules(BrokenPairs pairs, ReachPair pair) {
        return matrix.flatMap(m -> m.indexOf(pair.from())
                        .flatMap(from -> m.indexOf(pair.to()).map(to -> pairs.rules(from, to))))
                .orElse(List.of());
    }

    /** Returns the pair of a row and a column. */
    public ReachPair pair(int row, int column) {
        return new ReachPair(
                Subject.of(headers.get(row).name()),
                Subject.of(headers.get(column).name()));
    }

    /** Returns the row, which is also the column, of a subject. */
    public Optional<Integer> index(Subject subject) {
        return IntStream.range(0, headers.size())
                .filter(i -> headers.get(i).name().equals(subject.text()))
                .boxed()
                .findFirst();
    }

    /** Returns why a pair's answer is as it is; empty when one of them is gone or both are the same. */
    public Optional<Explanation> explain(ReachPair pair) {
        if (pair.from().equals(pair.to())) {
            return Optional.empty();
        }
        return matrix.flatMap(m -> m.indexOf(pair.from())
                .flatMap(from -> m.indexOf(pair.to()).map(to -> new Explainer(m).explain(from, to, Optional.empty()))));
    }

    /** Returns in a line what is assumed of engine and networks as long as nobody tells; empty where nothing is. */
    String assumed() {
        return matrix.stream()
                .flatMap(m -> Stream.of(m.options().settings().assumptions(), Assumptions.ofNetworks(m)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** Returns what follows for the others when a service is taken over, or lost. */
    public Optional<ImpactSummary> impact(String service) {
        return matrix.filter(m -> m.topology().service(service).isPresent())
                .map(m -> ImpactSummary.of(
                        BlastRadius.of(m, new Subject.OfService(service)), linchpins.contains(service)));
    }

    /** Returns whom a service, or a container of others, reaches and who reaches it. */
    public Optional<ReachSummary> summary(Subject subject) {
        return matrix.flatMap(m -> ReachSummary.of(m, subject));
    }
}
