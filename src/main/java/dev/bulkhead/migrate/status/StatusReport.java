package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.drift.Drift;
import java.util.List;
import java.util.Optional;

/**
 * Report of where a project stands: what its records tell, and what was measured, each with when. Command and window show this
 * one, and so does every file that is made of it.
 *
 * @param path where it stands on the path of the iterations, with runs that are not at their end
 * @param health its services and networks
 * @param figures what its containers use, and how well it performs
 * @param proxies where its reverse proxies lead
 * @param exposure what of it is open on the host
 * @param differences how files and engine differ, what waits to be deployed among it
 * @param next the next iteration; empty at the end of the path
 */
public record StatusReport(
        ProjectStatus path,
        Measured<ProjectHealth> health,
        Figures figures,
        Measured<ProxyDiscovery> proxies,
        Measured<ExposureChange> exposure,
        Measured<List<Drift>> differences,
        Optional<NextStep> next) {

    /**
     * Figures of a project at work.
     *
     * @param resources what its containers use
     * @param performance how quickly and steadily it answers
     */
    public record Figures(Measured<ResourceUse> resources, Performance performance) {}

    /** Returns what its containers use. */
    public Measured<ResourceUse> resources() {
        return figures.resources();
    }

    /** Returns how quickly and steadily it answers. */
    public Performance performance() {
        return figures.performance();
    }

    /** Returns what waits to be deployed: containers that the next deployment makes anew. */
    public List<Drift> pending() {
        return differences.value().orElse(List.of()).stream()
                .filter(Drift::pending)
                .toList();
    }

    /** Returns the other differences between files and engine. */
    public List<Drift> drift() {
        return differences.value().orElse(List.of()).stream()
                .filter(one -> !one.pending())
                .toList();
    }
}
