package dev.bulkhead.migrate.iteration.monitoring;

import dev.bulkhead.compose.patch.SettingsText;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.evidence.ProjectMount;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.scrape.Scrapes.ScrapeFile;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Designer of what a collector fetches: jobs in its own file, alert rules beside it, the way to those it asks, and the proof
 * that every one of them answers.
 */
final class ScrapeDesigner {

    static final String RULES_FILE = "bulkhead-alerts.yml";
    private static final String NEW_FILE = "monitoring/prometheus/prometheus.yml";
    private static final String NEW_FOLDER = "/etc/prometheus/";
    private static final int PORT = 9090;
    private static final int ALERTS_PORT = 9093;
    /** Two rounds of the usual interval, and the start of the container. */
    private static final Duration FETCHED = Duration.ofMinutes(3);

    private final GoalDraft draft;
    private final Answers answers;
    private final MonitoringInventory inventory;

    ScrapeDesigner(GoalDraft draft, Answers answers) {
        this.draft = draft;
        this.answers = answers;
        this.inventory = new MonitoringInventory(draft.input());
    }

    /**
     * Job of a collector.
     *
     * @param service what is asked
     * @param host the name by which it is found
     */
    private record Job(String service, String host, int port, String path) {}

    private boolean added(String part) {
        return answers.value(MonitoringQuestions.PARTS + "." + part)
                .filter(MonitoringQuestions.ADD::equals)
                .isPresent();
    }

    private String collector() {
        return inventory.collector().map(ServiceProfile::key).orElse(MonitoringInventory.PROMETHEUS);
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        if (added("loki")) {
            jobs.add(new Job("loki", "loki", 3100, "/metrics"));
        }
        if (added("collector")) {
            jobs.add(new Job("alloy", "alloy", 12345, "/metrics"));
        }
        if (added("host")) {
            jobs.add(new Job("node-exporter", "node-exporter", 9100, "/metrics"));
        }
        if (added("containers")) {
            jobs.add(new Job("cadvisor", "cadvisor", 8080, "/metrics"));
        }
        inventory.unasked().stream()
                .filter(teller -> answers.value(MonitoringQuestions.SCRAPE + "." + teller.service())
                        .filter("fetch"::equals)
                        .isPresent())
                .map(teller -> new Job(
                        teller.service(),
                        teller.host(),
                        teller.metrics().port(),
                        teller.metrics().path()))
                .forEach(jobs::add);
        return jobs;
    }

    /** Adds the phase in which a collector that is there already gets more to do. */
    void phase() throws AnswersException {
        if (inventory.collector().isPresent()) {
            if (inventory.collectorFile().isEmpty()) {
                draft.notes(
                        List.of(
                                "What " + collector() + " fetches is no file of the project, so nothing is added to it;"
                                        + " mount its configuration from the project's folder, and this iteration can be repeated."));
                return;
            }
            draft.begin("Fetch what services tell of themselves");
            file();
            flows();
            draft.endUnlessEmpty();
        }
    }

    /** Adds jobs, alert rules and the way to an alert manager to the collector's files. */
    void file() throws AnswersException {
        Optional<ScrapeFile> present = inventory.collectorFile();
        String name = present.map(ScrapeFile::name).orElse(NEW_FILE);
        String old = present.map(ScrapeFile::text)
                .or(() -> draft.written(NEW_FILE))
                .orElseThrow(() -> new AnswersException("There is no file " + NEW_FILE + " to add to."));
        String text = old;
        boolean recreated = false;
        try {
            Set<String> names = MonitoringInventory.jobs(old);
            for (Job job : jobs()) {
                String called = names.contains(job.service()) ? "bulkhead-" + job.service() : job.service();
                text = new SettingsText(name, text).with(List.of("scrape_configs"), yaml(job, called));
            }
            if (added("alerts")) {
                String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
                String inside = present.map(
                                file -> file.path().substring(0, file.path().lastIndexOf('/') + 1))
                        .orElse(NEW_FOLDER);
                recreated = present.isPresent() && !folderMounted(present.get());
                draft.edits(List.of(new FileEdit.WriteFile(folder + RULES_FILE, text("alerts"))));
                if (recreated) {
                    draft.edits(List.of(new FieldEdit.AddItem(
                            Element.service(collector()).field("volumes"),
                            FieldValue.text("./" + folder + RULES_FILE + ":" + inside + RULES_FILE + ":ro"))));
                }
                text = new SettingsText(name, text)
                        .with(List.of("rule_files"), new YamlValue.Text(inside + RULES_FILE));
                text = alerting(name, text);
            }
        } catch (EditRejectedException e) {
            throw new AnswersException(String.valueOf(e.getMessage()));
        }
        if (!text.equals(old)) {
            draft.edits(List.of(new FileEdit.WriteFile(name, text)));
            if (present.isPresent() && !recreated) {
                draft.reread(collector(), reread(present.get()));
            }
            draft.after(new Gate.WebAnswers(answering()));
            if (added("alerts")) {
                alertsArrive();
            }
        }
    }

    private boolean folderMounted(ScrapeFile file) {
        return draft.input().project().settings().mounts().stream()
                        .filter(mount -> mount.service().equals(file.collector()))
                        .noneMatch(mount -> mount.container().equals(file.path()))
                && draft.input().project().settings().mounts().stream()
                        .filter(ProjectMount::folder)
                        .filter(mount -> mount.service().equals(file.collector()))
                        .anyMatch(mount -> file.path().startsWith(mount.container() + "/"));
    }

    /** A file that is mounted alone is seen when the container starts; with its folder mounted, the program can be told. */
    private Reread reread(ScrapeFile file) {
        return folderMounted(file)
                ? new Reread.Reload(
                        List.of("kill", "-HUP", "1"), "It takes up " + file.name() + " while it goes on fetching.")
                : new Reread.Restart("It mounts " + file.name() + " alone, so it sees the new one when it starts.");
    }

    private String text(String name) throws AnswersException {
        String text = draft.input().playbook().texts().get(name);
        if (text == null) {
            throw new AnswersException(
                    "The playbook " + draft.input().playbook().name() + " has no text " + name + ".");
        }
        return text;
    }

    /** Alerts go to the alert manager that is there; one that is told of already is left as it is. */
    private String alerting(String name, String text) throws EditRejectedException {
        Optional<ServiceProfile> manager = inventory.first(MonitoringInventory.ALERTMANAGER);
        if (manager.isEmpty()) {
            draft.notes(List.of("There is no Alertmanager in the project, so alerts are shown by " + collector()
                    + " and Grafana and sent to nobody; with one, this iteration can be repeated."));
            return text;
        }
        if (text.contains("alertmanagers:")) {
            return text;
        }
        SequencedMap<String, YamlValue> targets = new LinkedHashMap<>();
        targets.put(
                "targets",
                new YamlValue.Items(List.of(new YamlValue.Text(manager.get().key() + ":" + ALERTS_PORT))));
        return new SettingsText(name, text)
                .with(
                        List.of("alerting", "alertmanagers"),
                        YamlValue.Fields.of(Map.entry(
                                "static_configs", new YamlValue.Items(List.of(new YamlValue.Fields(targets))))));
    }

    private static YamlValue yaml(Job job, String called) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put("job_name", new YamlValue.Text(called));
        if (!job.path().equals("/metrics")) {
            fields.put("metrics_path", new YamlValue.Text(job.path()));
        }
        fields.put(
                "static_configs",
                new YamlValue.Items(List.of(YamlValue.Fields.of(Map.entry(
                        "targets", new YamlValue.Items(List.of(new YamlValue.Text(job.host() + ":" + job.port()))))))));
        return new YamlValue.Fields(fields);
    }

    /** Every target that is added answers, as the collector itself tells (Prometheus documentation, HTTP API). */
    private WebAsk answering() {
        List<Job> jobs = jobs();
        String instances = jobs.stream()
                .map(job -> (job.host() + ":" + job.port()).replace(".", "\\\\."))
                .collect(Collectors.joining("|"));
        String query = jobs.isEmpty() ? "count(up) > 0" : "count(up{instance=~\"" + instances + "\"} == 1)";
        String expected = jobs.isEmpty() ? "\"success\"" : ",\"" + jobs.size() + "\"]";
        return ask(
                collector(),
                PORT,
                "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                expected,
                jobs.size() == 1
                        ? "the new target answers"
                        : jobs.isEmpty() ? "it goes on fetching" : "all " + jobs.size() + " new targets answer");
    }

    private static WebAsk ask(String service, int port, String path, String part, String meaning) {
        return new WebAsk(
                new RouteRequest(service, port, false, service, path, service),
                new Awaited.Content(part, meaning),
                FETCHED);
    }

    /** The rule that fires after each start is a test of the whole way. */
    private void alertsArrive() {
        draft.after(new Gate.WebAnswers(
                ask(collector(), PORT, "/api/v1/rules", "BulkheadTest", "it has read the alert rules")));
        inventory
                .first(MonitoringInventory.ALERTMANAGER)
                .ifPresent(manager -> draft.after(new Gate.WebAnswers(ask(
                        manager.key(),
                        ALERTS_PORT,
                        "/api/v2/alerts",
                        "BulkheadTest",
                        "the alert that tests the way has arrived"))));
    }

    /** Adds the memberships by which the collector reaches those it asks, and states that it has to. */
    void flows() {
        ScrapeWays ways = new ScrapeWays(draft.input().project());
        String network = answers.value(MonitoringQuestions.NETWORK).orElse(MonitoringQuestions.NEW_NETWORK);
        List<TopologyEdit.Attach> joins = new ArrayList<>();
        boolean watchesNew = added("loki") || added("collector") || added("host") || added("containers");
        boolean there = inventory
                .collector()
                .filter(profile -> !profile.service().joins(network))
                .isPresent();
        if (watchesNew && there) {
            joins.add(new TopologyEdit.Attach(collector(), ways.attachment(network)));
        }
        List<MustFlow> flows = new ArrayList<>();
        for (Job job : jobs()) {
            if (inventory.input().project().topology().service(job.host()).isPresent()) {
                String from = inventory.collector().isPresent() ? collector() : "";
                if (from.isEmpty()) {
                    joinNew(job, network, ways, joins);
                } else if (ways.between(from, job.host()) instanceof ScrapeWays.Way.Join join) {
                    joins.add(join.edit());
                }
            }
            flows.add(new MustFlow(
                    collector(),
                    job.service(),
                    OptionalInt.of(job.port()),
                    Protocol.TCP,
                    MustFlow.Source.SETTING,
                    "It fetches measurements there."));
        }
        draft.edits(joins.stream().distinct().toList());
        draft.mustHoldToo(flows);
    }

    /** A collector that is added stands on the new parts' network; who is asked joins it there. */
    private void joinNew(Job job, String network, ScrapeWays ways, List<TopologyEdit.Attach> joins) {
        if (inventory
                .input()
                .project()
                .topology()
                .service(job.host())
                .filter(s -> s.joins(network))
                .isEmpty()) {
            joins.add(new TopologyEdit.Attach(job.host(), ways.attachment(network)));
        }
    }
}
