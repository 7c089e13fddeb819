package dev.bulkhead.cli.output.hosts;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.StatusReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Status of a project on several hosts: without what would only be true of one engine, and where a host is silent without saying
 * of services that they do not run.
 */
public final class HostsStatus {

    private HostsStatus() {}

    /** Returns what can be said of all hosts together. */
    public static StatusReport of(StatusReport report, ObservedHosts hosts) {
        boolean silent = !hosts.silent().isEmpty();
        return new StatusReport(
                report.path(),
                silent ? report.health().map(HostsStatus::withoutMissing) : report.health(),
                report.figures(),
                report.proxies(),
                report.exposure(),
                silent
                        ? report.differences()
                                .map(all -> all.stream()
                                        .filter(drift -> !(drift instanceof Drift.ContainerMissing))
                                        .toList())
                        : report.differences(),
                Optional.empty());
    }

    private static ProjectHealth withoutMissing(ProjectHealth health) {
        return new ProjectHealth(health.engine(), health.services(), List.of(), health.cutOff(), health.networks());
    }

    /** Returns of which services it is not known whether they run, as a sentence; empty where it is known of all. */
    public static Optional<String> notKnown(StatusReport report, ObservedHosts hosts) {
        List<String> missing =
                report.health().value().map(ProjectHealth::missing).orElse(List.of());
        return hosts.silent().isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Whether " + String.join(", ", missing) + " run on "
                        + hosts.silent().stream().map(HostView.Silent::host).collect(Collectors.joining(" or "))
                        + " is not known; they are not counted below.");
    }
}
