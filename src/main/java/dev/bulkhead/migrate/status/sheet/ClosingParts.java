package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.ProxyDiscovery.Way;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Deed;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Last parts of the sheet: commands to go on with, and what is worth the operator's eye. */
final class ClosingParts {

    private final StatusReport report;
    private final ProjectStatus path;
    private final List<Part> parts = new ArrayList<>();

    ClosingParts(StatusReport report) {
        this.report = report;
        this.path = report.path();
    }

    List<Part> parts() {
        commands();
        notes();
        return parts;
    }

    private void section(String heading) {
        parts.add(new Part(1, heading, Optional.empty(), List.of()));
    }

    private void part(String heading, Block block) {
        parts.add(new Part(2, heading, Optional.empty(), List.of(block)));
    }

    private void points(String heading, List<String> lines) {
        part(heading, new Block.Points(lines.stream().map(Marked::plain).toList()));
    }

    private void commands() {
        section("Quick Commands");
        command("Check System Status", Optional.empty(), """
                docker compose ps
                %s""".formatted(networks()));
        command(
                "View Service Health",
                Optional.empty(),
                "docker compose ps --format \"table {{.Service}}\\t{{.Status}}\"");
        command("Check Resource Usage", Optional.empty(), "docker stats --no-stream");
        command(
                "View Routes",
                Optional.empty(),
                "bulkhead status .%s --format json | jq '.proxies'".formatted(engine()));
        path.next()
                .filter(Playbook::available)
                .ifPresent(next -> command(
                        "Next Iteration", Optional.of(Deed.NEXT_ITERATION), """
                        bulkhead plan .%2$s --iteration %1$s
                        bulkhead apply .%2$s --iteration %1$s --yes""".formatted(next.id(), engine())));
        if (!report.pending().isEmpty()) {
            command("Deploy Pending Changes", Optional.of(Deed.APPLY_FILES), """
                    bulkhead plan .%1$s
                    bulkhead apply .%1$s --yes""".formatted(engine()));
        }
        if (!path.records().points().isEmpty()) {
            command("Way Back", Optional.of(Deed.ROLL_BACK), "bulkhead rollback .%s --yes".formatted(engine()));
        }
    }

    private String networks() {
        return report.health()
                .value()
                .map(seen -> seen.networks().names())
                .filter(names -> !names.isEmpty())
                .map(names -> "docker network ls | grep -wE \"(" + String.join("|", names) + ")\"")
                .orElse("docker network ls --filter label=com.docker.compose.project=" + path.project());
    }

    /** What is practised is looked at and carried on with by the practice engine. */
    private String engine() {
        return report.health().value().filter(seen -> seen.engine().practice()).isPresent() ? " --engine practice" : "";
    }

    private void command(String heading, Optional<Deed> deed, String text) {
        part(heading, new Block.Commands(text, deed));
    }

    private void notes() {
        section("Notes");
        List<String> issues = new ArrayList<>(report.health()
                .value()
                .map(ProjectHealth::troubles)
                .orElse(List.of("No engine answers, so how the services are is not known")));
        for (ProxyDiscovery.Proxy proxy :
                report.proxies().value().map(ProxyDiscovery::proxies).orElse(List.of())) {
            proxy.leads().stream()
                    .filter(lead -> lead.way() == Way.NOWHERE || lead.way() == Way.SILENT)
                    .forEach(lead -> issues.add(lead.takes()
                            + (lead.way() == Way.NOWHERE ? " leads nowhere: " : " gives no page: ")
                            + lead.words()));
        }
        points(
                "Known Issues",
                issues.isEmpty() ? List.of("None: every service runs, and is healthy where it can tell") : issues);
        List<String> watch = report.resources().value().map(ClosingParts::full).orElse(List.of());
        if (!watch.isEmpty()) {
            points("Monitoring Points", watch);
        }
    }

    private static List<String> full(ResourceUse use) {
        List<String> full = new ArrayList<>();
        use.disk()
                .filter(disk -> disk.size() > 0 && (double) disk.used() / disk.size() >= MeasuredParts.FULL)
                .ifPresent(disk -> full.add("The engine's disk is at " + Math.round(100.0 * disk.used() / disk.size())
                        + "%: make room before it is full"));
        if (use.memory() > 0 && (double) use.memoryUsed() / use.memory() >= MeasuredParts.FULL) {
            full.add("The project's containers use " + Math.round(100.0 * use.memoryUsed() / use.memory())
                    + "% of the machine's memory");
        }
        return full;
    }
}
