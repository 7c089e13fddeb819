package dev.bulkhead.cli.output.status;

import dev.bulkhead.cli.output.StatusWords;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.ExposureChange.OpenPort;
import dev.bulkhead.migrate.status.ExposureChange.OpenPorts;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.Performance;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.SheetWriter;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.time.Instant;
import java.util.List;

/** Status of a project as lines, each figure with the moment at which it was measured. */
public final class StatusText {

    private static final String NOT_MEASURED = "not measured; ";

    private final StringBuilder text = new StringBuilder();

    private StatusText() {}

    /** Returns the lines. */
    public static String of(StatusReport report) {
        StatusText text = new StatusText();
        text.path(report.path());
        text.health(report.health());
        text.proxies(report.proxies());
        text.resources(report);
        text.exposure(report.exposure());
        text.records(report.path());
        text.differences(report);
        text.next(report);
        text.waiting(report.path());
        text.commands(report);
        return text.text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String at(Instant at) {
        return ", at " + at;
    }

    private void path(ProjectStatus path) {
        line("project " + path.project());
        for (ProjectStatus.IterationStatus one : path.iterations()) {
            line("  " + one.playbook().id() + " " + one.playbook().title() + ": " + StatusWords.words(one.standing())
                    + one.completed().map(at -> " since " + at).orElse("") + (one.practice() ? ", in practice" : ""));
        }
        path.pathTrouble().ifPresent(trouble -> line("playbooks of your own: " + trouble));
    }

    private void health(Measured<ProjectHealth> health) {
        health.value()
                .ifPresentOrElse(
                        seen -> {
                            line("engine: " + seen.engine().name() + " "
                                    + seen.engine().version() + at(health.at()));
                            line("services: " + seen.ready() + " of " + seen.all() + " ready, " + seen.running()
                                    + " running, " + seen.healthy() + " of " + seen.checked() + " healthy"
                                    + at(health.at()));
                            seen.troubles().forEach(trouble -> line("  " + trouble));
                            line("networks: " + seen.networks().all() + ", "
                                    + seen.networks().segmented() + " segmented, "
                                    + seen.networks().internal() + " internal" + at(health.at()));
                        },
                        () -> line("engine: " + health.why()));
    }

    private void proxies(Measured<ProxyDiscovery> proxies) {
        for (ProxyDiscovery.Proxy proxy :
                proxies.value().map(ProxyDiscovery::proxies).orElse(List.of())) {
            line("proxy " + proxy.service() + " (" + proxy.software() + "): " + proxy.sentence() + at(proxies.at()));
            proxy.leads().forEach(lead -> line("  " + lead.takes() + " to " + lead.target() + ": " + lead.words()));
            proxy.unseen().forEach(sentence -> line("  " + sentence));
        }
    }

    private void resources(StatusReport report) {
        if (report.health().value().isEmpty()) {
            line("resources, response time, network latency: not measured, for no engine answers");
            return;
        }
        report.resources()
                .value()
                .ifPresentOrElse(
                        use -> line("resources: " + percent(use.processorShare()) + " of " + use.processors()
                                + " processors, " + percent(share(use.memoryUsed(), use.memory())) + " of memory"
                                + use.disk()
                                        .map(disk -> ", disk " + percent(share(disk.used(), disk.size())) + " full")
                                        .orElse(", disk not known")
                                + at(report.resources().at())),
                        () -> line("resources: " + NOT_MEASURED
                                + report.resources().why()));
        performance(report.performance());
    }

    private void performance(Performance performance) {
        timings("response time", performance.pages());
        Measured<Performance.Running> running = performance.running();
        line("running: "
                + running.value()
                        .map(seen -> "all up since " + seen.since() + ", " + seen.restarts()
                                + (seen.restarts() == 1 ? " restart" : " restarts") + " by the engine"
                                + at(running.at()))
                        .orElse(NOT_MEASURED + running.why()));
        timings("network latency", performance.network());
    }

    private void timings(String name, Measured<Performance.Timings> measured) {
        line(name + ": "
                + measured.value()
                        .map(seen -> Performance.words(seen.mean()) + " on average of " + seen.measured() + ", "
                                + Performance.words(seen.longest()) + " at most (" + seen.slowest() + ")"
                                + at(measured.at()))
                        .orElse(NOT_MEASURED + measured.why()));
    }

    private static double share(long used, long size) {
        return size == 0 ? 0 : (double) used / size;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private void exposure(Measured<ExposureChange> exposure) {
        exposure.value().ifPresent(change -> {
            line("exposure before: "
                    + change.before()
                            .value()
                            .map(StatusText::ports)
                            .orElseGet(() -> "not known; " + change.before().why()));
            line("exposure now: " + ports(change.now()));
            ports("closed", change.closed());
            ports("opened", change.opened());
        });
    }

    private static String ports(OpenPorts ports) {
        int published = ports.ports().size();
        return published + (published == 1 ? " published port, " : " published ports, ") + ports.beyondTheHost()
                + " open to others than the host"
                + (ports.hostNetwork().isEmpty()
                        ? ""
                        : ", and whatever " + String.join(", ", ports.hostNetwork())
                                + (ports.hostNetwork().size() == 1 ? " listens on" : " listen on"))
                + switch (ports.source()) {
                    case ENGINE -> "";
                    case FILES -> ", by the files alone";
                }
                + at(ports.at());
    }

    private void ports(String word, List<OpenPort> ports) {
        ports.forEach(port -> line("  " + word + " " + port.text()));
    }

    private void records(ProjectStatus path) {
        path.records().openRun().ifPresent(run -> line("open run: " + run.story()));
        path.records()
                .points()
                .forEach(point -> line("restore point " + point.id() + " taken " + point.taken()
                        + (path.records().practised().contains(point.run()) ? ", in practice" : "")));
    }

    private void differences(StatusReport report) {
        if (report.differences().value().isEmpty()) {
            line("files and engine: not compared; " + report.differences().why());
            return;
        }
        if (report.differences().value().get().isEmpty()) {
            line("Files and engine agree.");
        }
        sentences("pending changes", report.pending());
        sentences("drift", report.drift());
    }

    private void waiting(ProjectStatus path) {
        path.records().waiting().ifPresent(run -> line(run.sentence(path.at())));
    }

    private void commands(StatusReport report) {
        line("commands:");
        SheetWriter.write(report).parts().stream()
                .flatMap(part -> part.blocks().stream())
                .filter(Block.Commands.class::isInstance)
                .flatMap(block -> ((Block.Commands) block).text().lines())
                .forEach(command -> line("  " + command));
    }

    private void sentences(String heading, List<Drift> found) {
        if (!found.isEmpty()) {
            line(heading + ":");
            found.forEach(one -> line("  " + one.sentence()));
        }
    }

    private void next(StatusReport report) {
        report.next().ifPresent(next -> {
            line("next: " + next.playbook().id() + " " + next.playbook().title() + "; " + next.sentence()
                    + at(next.preflight().at()));
            next.preflight().value().orElse(List.of()).stream()
                    .filter(PreflightItem::blocks)
                    .forEach(item -> line("  " + item.title() + ": " + item.seen()
                            + item.fix().map(fix -> " " + fix).orElse("")));
        });
    }
}
