package dev.bulkhead.cli.output.benchmark;

import dev.bulkhead.check.benchmark.BenchmarkReport;
import dev.bulkhead.check.benchmark.Breach;
import dev.bulkhead.cli.output.RepositoryPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Page of what a project's files say of benchmarks.
 *
 * @param project the project's name
 * @param places its files as a code host names them
 * @param reports a report for each benchmark
 */
public record BenchmarkPage(String project, RepositoryPlaces places, List<BenchmarkReport> reports) {

    public BenchmarkPage {
        reports = List.copyOf(reports);
    }

    /** Breaches with one remedy. */
    record Remedy(String right, List<Same> parts) {}

    /** Breaches that say the same. */
    record Same(String stands, List<Breach> breaches) {}

    /** Returns breaches with those together that have one remedy, and among them those that say the same, in their order. */
    static List<Remedy> grouped(List<Breach> breaches) {
        Map<String, Map<String, List<Breach>>> remedies = new LinkedHashMap<>();
        for (Breach breach : breaches) {
            remedies.computeIfAbsent(breach.right(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(breach.stands(), _ -> new ArrayList<>())
                    .add(breach);
        }
        List<Remedy> grouped = new ArrayList<>();
        remedies.forEach((right, parts) -> {
            List<Same> same = new ArrayList<>();
            parts.forEach((stands, those) -> same.add(new Same(stands, those)));
            grouped.add(new Remedy(right, same));
        });
        return grouped;
    }
}
