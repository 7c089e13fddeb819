package dev.bulkhead.cli.output.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.output.DriftJson;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.cli.output.StatusWords;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.ExposureChange.OpenPort;
import dev.bulkhead.migrate.status.ExposureChange.OpenPorts;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.NextStep;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.status.Performance;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.StatusReport;
import java.time.Instant;
import java.util.List;

/** Status of a project as JSON: what was measured stands with when, what is not known with why. */
public final class StatusJson {

    private final StatusReport report;
    private final ObjectNode root = JsonText.root();

    private StatusJson(StatusReport report) {
        this.report = report;
    }

    /** Returns the text. */
    public static String of(StatusReport report) throws JsonProcessingException {
        StatusJson json = new StatusJson(report);
        json.path(report.path());
        json.health();
        json.resources();
        json.performance(report.performance());
        json.proxies();
        json.exposure();
        json.differences();
        json.runs(report.path());
        report.next().ifPresent(json::next);
        return JsonText.of(json.root);
    }

    private void path(ProjectStatus path) {
        root.put("project", path.project()).put("at", path.at().toString());
        ArrayNode iterations = root.putArray("iterations");
        for (ProjectStatus.IterationStatus one : path.iterations()) {
            ObjectNode node = iterations
                    .addObject()
                    .put("id", one.playbook().id())
                    .put("name", one.playbook().name())
                    .put("standing", StatusWords.words(one.standing()))
                    .put("completed", one.completed().map(Instant::toString).orElse(null))
                    .put("practice", one.practice());
            one.completion().ifPresent(run -> {
                node.put("run", run.run()).put("tookMillis", run.took().toMillis());
                ObjectNode away = node.putObject("awayMillis");
                run.away()
                        .forEach((service, time) ->
                                away.put(service, time.untilReady().toMillis()));
            });
        }
        root.put("pathTrouble", path.pathTrouble().orElse(null));
    }

    /** When it was measured, and why it is not known where it is not. */
    private static ObjectNode dated(ObjectNode node, Measured<?> measured) {
        node.put("at", measured.at().toString());
        if (measured.value().isEmpty()) {
            node.put("unknown", measured.why());
        }
        return node;
    }

    private void health() {
        Measured<ProjectHealth> health = report.health();
        root.put("engineTrouble", health.value().isPresent() ? null : health.why());
        ObjectNode engine = dated(root.putObject("engine"), health);
        health.value().ifPresent(seen -> {
            engine.put("name", seen.engine().name())
                    .put("version", seen.engine().version())
                    .put("practice", seen.engine().practice());
            ObjectNode services = root.putObject("services");
            seen.services()
                    .forEach((key, status) -> services.putObject(key)
                            .put("state", StatusWords.words(status.state()))
                            .put("health", StatusWords.words(status.health()))
                            .put("ready", seen.ready(key)));
            strings(root.putArray("missing"), seen.missing());
            dated(root.putObject("health"), health)
                    .put("services", seen.all())
                    .put("ready", seen.ready())
                    .put("running", seen.running())
                    .put("checked", seen.checked())
                    .put("healthy", seen.healthy());
            dated(root.putObject("networks"), health)
                    .put("all", seen.networks().all())
                    .put("segmented", seen.networks().segmented())
                    .put("internal", seen.networks().internal());
        });
    }

    private static void strings(ArrayNode list, List<String> values) {
        values.forEach(list::add);
    }

    private void resources() {
        ObjectNode node = dated(root.putObject("resources"), report.resources());
        report.resources().value().ifPresent(use -> {
            node.put("processors", use.processors())
                    .put("processorShare", use.processorShare())
                    .put("memory", use.memory())
                    .put("memoryUsed", use.memoryUsed());
            use.disk().ifPresent(disk -> disk(node.putObject("disk"), disk));
        });
    }

    private static void disk(ObjectNode node, ResourceUse.Disk disk) {
        node.put("size", disk.size()).put("used", disk.used());
    }

    private void performance(Performance performance) {
        ObjectNode node = root.putObject("performance");
        timings(node.putObject("pages"), performance.pages());
        ObjectNode running = dated(node.putObject("running"), performance.running());
        performance
                .running()
                .value()
                .ifPresent(seen -> running.put("since", seen.since().toString()).put("restarts", seen.restarts()));
        timings(node.putObject("network"), performance.network());
    }

    private static void timings(ObjectNode node, Measured<Performance.Timings> measured) {
        dated(node, measured);
        measured.value()
                .ifPresent(seen -> node.put("measured", seen.measured())
                        .put("meanMicros", seen.mean().toNanos() / 1000)
                        .put("longestMicros", seen.longest().toNanos() / 1000)
                        .put("slowest", seen.slowest()));
    }

    private void proxies() {
        ObjectNode node = dated(root.putObject("proxies"), report.proxies());
        ArrayNode found = node.putArray("found");
        for (ProxyDiscovery.Proxy proxy :
                report.proxies().value().map(ProxyDiscovery::proxies).orElse(List.of())) {
            ObjectNode one = found.addObject().put("service", proxy.service()).put("software", proxy.software());
            ArrayNode routes = one.putArray("routes");
            proxy.leads()
                    .forEach(lead -> routes.addObject()
                            .put("takes", lead.takes())
                            .put("target", lead.target())
                            .put("found", StatusWords.words(lead.way()))
                            .put("words", lead.words()));
            strings(one.putArray("unseen"), proxy.unseen());
        }
    }

    private void exposure() {
        Measured<ExposureChange> exposure = report.exposure();
        ObjectNode node = dated(root.putObject("exposure"), exposure);
        exposure.value().ifPresent(change -> {
            ObjectNode before = dated(node.putObject("before"), change.before());
            change.before().value().ifPresent(then -> ports(before, then));
            ports(node.putObject("now").put("at", change.now().at().toString()), change.now());
            ports(node.putArray("closed"), change.closed());
            ports(node.putArray("opened"), change.opened());
        });
    }

    private static void ports(ObjectNode node, OpenPorts ports) {
        node.put("source", StatusWords.words(ports.source()));
        node.put("beyondTheHost", ports.beyondTheHost());
        ports(node.putArray("ports"), ports.ports());
        strings(node.putArray("hostNetwork"), ports.hostNetwork());
    }

    private static void ports(ArrayNode list, List<OpenPort> ports) {
        ports.forEach(port -> list.addObject()
                .put("port", port.port())
                .put("service", port.service())
                .put("hostOnly", port.hostOnly()));
    }

    private void differences() {
        dated(root.putObject("differences"), report.differences());
        if (report.differences().value().isPresent()) {
            DriftJson.add(root.putArray("pending"), report.pending());
            DriftJson.add(root.putArray("drift"), report.drift());
        }
    }

    private void runs(ProjectStatus path) {
        root.put("openRun", path.records().openRun().map(run -> run.story()).orElse(null));
        path.records().waiting().ifPresent(run -> waiting(run, path.at()));
        ArrayNode list = root.putArray("restorePoints");
        path.records()
                .points()
                .forEach(point -> list.addObject()
                        .put("id", point.id())
                        .put("iteration", point.iteration())
                        .put("taken", point.taken().toString()));
    }

    private void waiting(OnProbation run, Instant at) {
        ObjectNode probation = root.putObject("onProbation")
                .put("run", run.run())
                .put("state", StatusWords.words(run.state()))
                .put("until", run.until().map(Instant::toString).orElse(null))
                .put("guarded", run.guarded());
        run.left(at).ifPresent(left -> probation.put("secondsLeft", left.toSeconds()));
        run.sight().ifPresent(sight -> {
            probation
                    .put("probes", sight.tally().asked())
                    .put("failedProbes", sight.tally().failed());
            strings(probation.putArray("failing"), List.copyOf(sight.failing()));
        });
    }

    private void next(NextStep next) {
        ObjectNode node = root.putObject("next")
                .put("id", next.playbook().id())
                .put("name", next.playbook().name());
        ObjectNode preflight = dated(node.putObject("preflight"), next.preflight());
        ArrayNode items = preflight.putArray("items");
        next.preflight()
                .value()
                .orElse(List.of())
                .forEach(item -> items.addObject()
                        .put("id", item.id())
                        .put("title", item.title())
                        .put("status", StatusWords.words(item.status()))
                        .put("seen", item.seen())
                        .put("fix", item.fix().orElse(null))
                        .put("blocks", item.blocks()));
    }
}
