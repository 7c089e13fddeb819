package dev.bulkhead.migrate.iteration.monitoring;

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
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Files by which Grafana is told of sources and dashboards (Grafana documentation, Provision Grafana): in the folders of the
 * project that it reads already, else in new ones that are mounted for it.
 */
final class GrafanaFiles {

    private static final String PROVISIONING = "/etc/grafana/provisioning/";
    private static final String NEW = "monitoring/grafana/";
    private static final String FILE = "/bulkhead.yml";

    private final MonitoringInventory inventory;

    GrafanaFiles(MonitoringInventory inventory) {
        this.inventory = inventory;
    }

    /** Returns whether there is a Grafana that can be told by files of the project. */
    boolean possible() {
        return inventory
                .first(MonitoringInventory.GRAFANA)
                .filter(grafana -> foreign(grafana, "datasources").isEmpty()
                        && foreign(grafana, "dashboards").isEmpty())
                .filter(grafana ->
                        mounts(grafana).stream().noneMatch(mount -> mount.name().endsWith(FILE)))
                .isPresent();
    }

    /** A mount of another place than the project that holds a kind of files. */
    private Optional<BindMount> foreign(ServiceProfile grafana, String kind) {
        return grafana.service().container().hostAccess().mounts().stream()
                .filter(mount -> holds(mount.container(), kind))
                .filter(mount -> mounts(grafana).stream()
                        .noneMatch(own -> own.container().equals(mount.container()) && own.folder()))
                .findFirst();
    }

    private List<ProjectMount> mounts(ServiceProfile grafana) {
        return inventory.input().project().settings().mounts().stream()
                .filter(mount -> mount.service().equals(grafana.key()))
                .toList();
    }

    private static boolean holds(String container, String kind) {
        return (PROVISIONING + kind + "/").startsWith(container.endsWith("/") ? container : container + "/");
    }

    /** Adds the files, and what it takes for Grafana to read them. */
    void add(GoalDraft draft, Answers answers) throws AnswersException {
        ServiceProfile grafana = inventory
                .first(MonitoringInventory.GRAFANA)
                .orElseThrow(() -> new AnswersException("There is no Grafana in the project; leave dashboards out."));
        List<ProjectEdit> edits = new ArrayList<>();
        String sources = folder(grafana, "datasources", edits);
        String dashboards = folder(grafana, "dashboards", edits);
        boolean recreated = !edits.isEmpty();
        String store = answers.value("log-store").orElse(MonitoringInventory.LOKI);
        boolean newPrometheus = added(answers, "prometheus");
        boolean loki = added(answers, "loki")
                || !inventory.of(MonitoringInventory.LOKI).isEmpty();
        if (loki || newPrometheus) {
            edits.add(new FileEdit.WriteFile(
                    sources + FILE, sources(loki ? Optional.of(store) : Optional.empty(), newPrometheus)));
        }
        edits.add(new FileEdit.WriteFile(dashboards + FILE, text(draft, "provider")));
        edits.add(new FileEdit.WriteFile(dashboards + "/bulkhead/overview.json", text(draft, "overview")));
        ScrapeWays ways = new ScrapeWays(draft.input().project());
        String network = answers.value(MonitoringQuestions.NETWORK).orElse(MonitoringQuestions.NEW_NETWORK);
        if ((added(answers, "loki") || newPrometheus) && !grafana.service().joins(network)) {
            edits.add(new TopologyEdit.Attach(grafana.key(), ways.attachment(network)));
        }
        draft.edits(edits);
        if (!recreated) {
            draft.reread(grafana.key(), new Reread.Restart("It reads such files when it starts."));
        }
        if (loki) {
            draft.mustHoldToo(List.of(new MustFlow(
                    grafana.key(),
                    store,
                    OptionalInt.of(3100),
                    Protocol.TCP,
                    MustFlow.Source.SETTING,
                    "It shows the logs that are kept there.")));
        }
    }

    /** Writes the files of one that is added, which joins those whom it asks, and lets it answer. */
    void added(GoalDraft draft, Answers answers) throws AnswersException {
        String network = answers.value(MonitoringQuestions.NETWORK).orElse(MonitoringQuestions.NEW_NETWORK);
        List<ProjectEdit> edits = new ArrayList<>();
        StringBuilder sources = new StringBuilder("apiVersion: 1\ndatasources:\n");
        boolean newLoki = added(answers, "loki");
        Optional<String> loki = newLoki
                ? Optional.of(MonitoringInventory.LOKI)
                : inventory.first(MonitoringInventory.LOKI).map(ServiceProfile::key);
        boolean newPrometheus = added(answers, "prometheus");
        Optional<String> prometheus = newPrometheus
                ? Optional.of(MonitoringInventory.PROMETHEUS)
                : inventory.collector().map(ServiceProfile::key);
        if (loki.isEmpty() && prometheus.isEmpty()) {
            throw new AnswersException("There is nothing that Grafana could show: answer add to 'parts.loki' or"
                    + " 'parts.prometheus', or leave to 'parts.grafana'.");
        }
        loki.ifPresent(store -> {
            sources.append(source("Loki", "loki", "http://" + store + ":3100"));
            draft.mustHoldToo(List.of(asks(store, 3100, "It shows the logs that are kept there.")));
        });
        prometheus.ifPresent(store -> {
            int port = inventory.of("victoriametrics").stream()
                            .anyMatch(one -> one.key().equals(store))
                    ? 8428
                    : 9090;
            sources.append(source("Prometheus", "prometheus", "http://" + store + ":" + port));
            draft.mustHoldToo(List.of(asks(store, port, "It shows the measurements that are kept there.")));
        });
        if (!newLoki) {
            loki.flatMap(store -> beside(draft, store, network)).ifPresent(edits::add);
        }
        if (!newPrometheus) {
            prometheus
                    .flatMap(store -> beside(draft, store, network))
                    .filter(edit -> !edits.contains(edit))
                    .ifPresent(edits::add);
        }
        edits.add(new FileEdit.WriteFile(NEW + "datasources" + FILE, sources.toString()));
        edits.add(new FileEdit.WriteFile(NEW + "dashboards" + FILE, text(draft, "provider")));
        edits.add(new FileEdit.WriteFile(NEW + "dashboards/bulkhead/overview.json", text(draft, "overview")));
        draft.edits(edits);
        draft.after(new Gate.WebAnswers(new WebAsk(
                new RouteRequest(
                        MonitoringInventory.GRAFANA,
                        3000,
                        false,
                        MonitoringInventory.GRAFANA,
                        "/api/health",
                        MonitoringInventory.GRAFANA),
                new Awaited.Content("\"database\"", "it answers"),
                Duration.ofMinutes(2))));
        draft.notes(List.of(
                "Grafana publishes no port: give it a route at your reverse proxy, to port 3000 of grafana. Sign in as"
                        + " admin with what stands in secrets/grafana_admin_password."));
    }

    private static MustFlow asks(String store, int port, String why) {
        return new MustFlow(
                MonitoringInventory.GRAFANA, store, OptionalInt.of(port), Protocol.TCP, MustFlow.Source.SETTING, why);
    }

    /** Returns the edit by which the new one joins the smallest network of a store that is elsewhere. */
    private static Optional<ProjectEdit> beside(GoalDraft draft, String store, String network) {
        Topology topology = draft.input().project().topology();
        List<Attachment> attachments =
                topology.service(store).map(Service::attachments).orElse(List.of());
        return attachments.stream().anyMatch(one -> one.network().equals(network))
                ? Optional.empty()
                : attachments.stream()
                        .map(Attachment::network)
                        .min((a, b) -> Integer.compare(
                                topology.members(a).size(), topology.members(b).size()))
                        .map(key -> new FieldEdit.AddItem(
                                Element.service(MonitoringInventory.GRAFANA).field("networks"), FieldValue.text(key)));
    }

    private static boolean added(Answers answers, String part) {
        return answers.value(MonitoringQuestions.PARTS + "." + part)
                .filter(MonitoringQuestions.ADD::equals)
                .isPresent();
    }

    /** The folder of the project that holds a kind of files; a new one is mounted. */
    private String folder(ServiceProfile grafana, String kind, List<ProjectEdit> edits) {
        Optional<ProjectMount> present = mounts(grafana).stream()
                .filter(mount -> holds(mount.container(), kind))
                .findFirst();
        if (present.isPresent()) {
            String rest =
                    (PROVISIONING + kind).substring(present.get().container().length());
            return present.get().name() + rest;
        }
        edits.add(new FieldEdit.AddItem(
                Element.service(grafana.key()).field("volumes"),
                FieldValue.text("./" + NEW + kind + ":" + PROVISIONING + kind + ":ro")));
        return NEW + kind;
    }

    private static String sources(Optional<String> loki, boolean prometheus) {
        StringBuilder text = new StringBuilder("apiVersion: 1\ndatasources:\n");
        loki.ifPresent(store -> text.append(source("Loki", "loki", "http://" + store + ":3100")));
        if (prometheus) {
            text.append(source("Prometheus", "prometheus", "http://prometheus:9090"));
        }
        return text.toString();
    }

    private static String source(String name, String type, String url) {
        return "  - name: " + name + "\n    type: " + type + "\n    access: proxy\n    url: " + url + "\n";
    }

    private static String text(GoalDraft draft, String name) throws AnswersException {
        return Optional.ofNullable(draft.input().playbook().texts().get(name))
                .orElseThrow(() -> new AnswersException(
                        "The playbook " + draft.input().playbook().name() + " has no text " + name + "."));
    }
}
