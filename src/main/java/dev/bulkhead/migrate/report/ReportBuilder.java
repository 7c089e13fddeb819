package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builder of a report from what was decided, what came of it, and the engine as it is at the end. */
public final class ReportBuilder {

    private ReportBuilder() {}

    /**
     * Returns the report of a run.
     *
     * @param practice whether it was carried out on the practice engine
     */
    public static RunReport build(
            Playbook playbook, RunRequest request, RunResult result, ObservedState end, boolean practice) {
        String project = request.plan().project();
        List<ObservedContainer> containers = end.containers().stream()
                .filter(c -> c.project().filter(project::equals).isPresent()
                        && c.service().isPresent())
                .toList();
        SortedMap<String, ObservedContainer.Status> services = new TreeMap<>();
        containers.forEach(c -> services.put(c.service().orElse(c.name()), c.status()));
        List<RunReport.MadeNetwork> made = made(request, containers);
        return new RunReport(
                playbook,
                request.decided().facts(),
                result,
                new RunReport.End(project, made, assignments(request, made, containers), services, practice));
    }

    private static List<RunReport.MadeNetwork> made(RunRequest request, List<ObservedContainer> containers) {
        List<RunReport.MadeNetwork> made = new ArrayList<>();
        for (var step : request.plan().steps()) {
            if (step.operation() instanceof Operation.CreateNetwork(NetworkSpec network)) {
                made.add(new RunReport.MadeNetwork(
                        network,
                        request.decided().facts().purposes().getOrDefault(network.name(), ""),
                        members(network.name(), containers)));
            }
        }
        return made;
    }

    private static SortedMap<String, List<String>> assignments(
            RunRequest request, List<RunReport.MadeNetwork> made, List<ObservedContainer> containers) {
        Set<String> fresh = made.stream().map(m -> m.network().name()).collect(Collectors.toSet());
        List<String> order = made.stream().map(m -> m.network().name()).toList();
        SortedMap<String, List<String>> assignments = new TreeMap<>();
        for (ObservedContainer container : containers) {
            List<String> joined = container.endpoints().stream()
                    .map(ObservedEndpoint::network)
                    .toList();
            List<String> sorted = new ArrayList<>(
                    joined.stream().filter(name -> !fresh.contains(name)).toList());
            order.stream().filter(joined::contains).forEach(sorted::add);
            String service = container.service().orElse(container.name());
            if (!request.decided().facts().unattached().containsKey(service)) {
                assignments.put(service, sorted);
            }
        }
        return assignments;
    }

    private static List<String> members(String network, List<ObservedContainer> containers) {
        return containers.stream()
                .filter(c -> c.endpoint(network).isPresent())
                .flatMap(c -> c.service().stream())
                .sorted()
                .toList();
    }
}
