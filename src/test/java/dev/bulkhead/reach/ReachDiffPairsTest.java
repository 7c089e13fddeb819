package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The differences of random projects, row by row, against comparing every pair of both. */
class ReachDiffPairsTest {

    private record Pair(Subject from, Subject to) {}

    @Test
    void rowsAgreeWithComparingEveryPair() {
        Random random = new Random(20_261_121);
        Set<ReachChange.Kind> seen = new HashSet<>();
        for (int round = 0; round < 1_000; round++) {
            ReachOptions options = RandomStacks.options(random);
            Topology first = RandomStacks.topology(random);
            ReachMatrix before = Reach.compute(first, options);
            ReachMatrix after = Reach.compute(
                    random.nextBoolean() ? RandomStacks.topology(random) : withoutOne(first, random), options);

            Map<Pair, ReachChange.Kind> found = ReachDiff.between(before, after).changes().stream()
                    .collect(Collectors.toMap(c -> new Pair(c.from(), c.to()), ReachChange::kind));

            assertThat(found).as("round %s", round).isEqualTo(expected(before, after));
            seen.addAll(found.values());
        }
        assertThat(seen).containsExactlyInAnyOrder(ReachChange.Kind.values());
    }

    private static Topology withoutOne(Topology topology, Random random) {
        List<Service> services = new ArrayList<>(topology.services().values());
        services.remove(random.nextInt(services.size()));
        return Topology.of(topology.project(), List.copyOf(topology.networks().values()), services);
    }

    private static Map<Pair, ReachChange.Kind> expected(ReachMatrix before, ReachMatrix after) {
        Set<Subject> all = Stream.of(before.subjects(), after.subjects())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Pair, ReachChange.Kind> kinds = new HashMap<>();
        for (Subject from : all) {
            for (Subject to : all) {
                if (!from.equals(to)) {
                    kind(Cell.of(before, from, to), Cell.of(after, from, to))
                            .ifPresent(kind -> kinds.put(new Pair(from, to), kind));
                }
            }
        }
        return kinds;
    }

    /** One pair in one matrix. */
    private record Cell(Verdict verdict, boolean open, List<String> ports) {
        static Cell of(ReachMatrix matrix, Subject from, Subject to) {
            Optional<Integer> row = matrix.indexOf(from);
            Optional<Integer> column = matrix.indexOf(to);
            if (row.isEmpty() || column.isEmpty()) {
                return new Cell(Verdict.BLOCKED, false, List.of());
            }
            // what a foreign container publishes depends on the networks that it shares with the project
            boolean container = to instanceof Subject.OfService || to instanceof Subject.Foreign;
            List<String> ports = container ? matrix.publishedPorts(column.get()) : List.of();
            return new Cell(
                    matrix.verdict(row.get(), column.get()),
                    matrix.openFrom(row.get()).get(column.get()),
                    ports);
        }
    }

    private static Optional<ReachChange.Kind> kind(Cell before, Cell after) {
        if (before.verdict != after.verdict) {
            return Optional.of(
                    before.verdict == Verdict.UNKNOWN || after.verdict == Verdict.UNKNOWN
                            ? ReachChange.Kind.UNCERTAIN
                            : after.verdict == Verdict.REACHABLE ? ReachChange.Kind.OPENS : ReachChange.Kind.CLOSES);
        }
        if (after.verdict != Verdict.REACHABLE) {
            return Optional.empty();
        }
        if (before.open != after.open) {
            return Optional.of(after.open ? ReachChange.Kind.WIDENS : ReachChange.Kind.NARROWS);
        }
        if (after.open || before.ports.equals(after.ports)) {
            return Optional.empty();
        }
        return Optional.of(after.ports.containsAll(before.ports) ? ReachChange.Kind.WIDENS : ReachChange.Kind.NARROWS);
    }
}
