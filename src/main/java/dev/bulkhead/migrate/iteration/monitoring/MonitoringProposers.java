package dev.bulkhead.migrate.iteration.monitoring;

import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.NewNetwork;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Proposers of monitoring: what is added, on which network, who is asked for measurements, and what Grafana shows. */
public final class MonitoringProposers {

    private static final String ALLOY = "alloy";

    private MonitoringProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of(
                        "monitoring-parts",
                        (input, _) -> questions(input).parts(),
                        "metrics-targets",
                        (input, _) -> questions(input).targets(),
                        "monitoring-network",
                        (input, _) -> questions(input).network(),
                        "log-store",
                        (input, _) -> questions(input).store(),
                        "collector-source",
                        (input, _) -> questions(input).source()),
                Map.of(
                        "monitoring-network",
                        MonitoringProposers::network,
                        "collector-source",
                        MonitoringProposers::source,
                        "exporter-source",
                        MonitoringProposers::exporter,
                        "log-flows",
                        MonitoringProposers::logs,
                        "scrape-file",
                        (draft, answers) -> new ScrapeDesigner(draft, answers).file(),
                        "scrape-flows",
                        (draft, answers) -> new ScrapeDesigner(draft, answers).flows(),
                        "scrape-phase",
                        (draft, answers) -> new ScrapeDesigner(draft, answers).phase(),
                        "grafana-new",
                        (draft, answers) ->
                                new GrafanaFiles(new MonitoringInventory(draft.input())).added(draft, answers),
                        "grafana-files",
                        (draft, answers) ->
                                new GrafanaFiles(new MonitoringInventory(draft.input())).add(draft, answers)));
    }

    private static MonitoringQuestions questions(ProposalInput input) {
        return new MonitoringQuestions(new MonitoringInventory(input));
    }

    /** Declares the network of new parts, once, where there is none. */
    private static void network(GoalDraft draft, Answers answers) {
        String key = answers.value(MonitoringQuestions.NETWORK).orElse(MonitoringQuestions.NEW_NETWORK);
        Topology topology = draft.input().project().topology();
        boolean made = draft.makes(key);
        if (topology.network(key).isPresent() || made) {
            return;
        }
        Management management = Management.of(topology.networks().values());
        NewNetwork network = new NewNetwork(
                key,
                topology.project() + "-" + key,
                "Those who watch, and what they ask",
                Optional.empty(),
                true,
                "mgmt");
        WantedNetwork wanted = network.wanted(topology.project(), management, new TreeMap<>());
        draft.networks(List.of(wanted));
        draft.edits(List.of(new TopologyEdit.AddNetwork(NewNetwork.declared(wanted, management))));
    }

    private static FieldEdit socket(String service, String host) {
        return new FieldEdit.AddItem(
                Element.service(service).field("volumes"),
                FieldValue.text(host + ":" + MonitoringQuestions.SOCKET + ":ro"));
    }

    /** Who measures containers asks the engine for their names. */
    private static void exporter(GoalDraft draft, Answers answers) {
        String host = MonitoringQuestions.socket(draft.input().project().topology());
        draft.edits(List.of(socket("cadvisor", host)));
    }

    /** The collector gets hold of the engine's socket, or joins a network of the proxy before it. */
    private static void source(GoalDraft draft, Answers answers) throws AnswersException {
        Topology topology = draft.input().project().topology();
        String docker = answers.value(MonitoringQuestions.DOCKER).orElse(MonitoringQuestions.BY_SOCKET);
        if (docker.equals(MonitoringQuestions.BY_SOCKET)) {
            draft.edits(List.of(socket(ALLOY, MonitoringQuestions.socket(topology))));
            return;
        }
        String proxy = docker.replaceFirst("^tcp://", "").replaceFirst(":\\d+$", "");
        String network = topology.service(proxy).map(Service::attachments).orElse(List.of()).stream()
                .map(Attachment::network)
                .min((a, b) -> Integer.compare(
                        topology.members(a).size(), topology.members(b).size()))
                .orElseThrow(() -> new AnswersException(proxy + " is on no network that the collector could join."));
        String own = answers.value(MonitoringQuestions.NETWORK).orElse(MonitoringQuestions.NEW_NETWORK);
        if (!network.equals(own)) {
            draft.edits(
                    List.of(new FieldEdit.AddItem(Element.service(ALLOY).field("networks"), FieldValue.text(network))));
        }
    }

    /** A line that a container has written comes back from the log store (Loki documentation, HTTP API). */
    private static void logs(GoalDraft draft, Answers answers) throws AnswersException {
        String store = answers.value("log-store").orElse(MonitoringInventory.LOKI);
        boolean added = answers.value(MonitoringQuestions.PARTS + ".loki")
                .filter(MonitoringQuestions.ADD::equals)
                .isPresent();
        if (!added && draft.input().project().topology().service(store).isEmpty()) {
            throw new AnswersException(
                    "There is no log store that logs could be sent to: answer add to 'parts.loki', or leave"
                            + " to 'parts.collector'.");
        }
        String query = "{project=\"" + draft.input().project().topology().project() + "\"}";
        draft.after(new Gate.WebAnswers(new WebAsk(
                new RouteRequest(
                        store,
                        3100,
                        false,
                        store,
                        "/loki/api/v1/query_range?limit=1&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        store),
                new Awaited.Content("\"values\":[[", "a line that a container wrote comes back"),
                Duration.ofMinutes(3))));
        draft.mustHoldToo(List.of(new MustFlow(
                ALLOY,
                store,
                OptionalInt.of(3100),
                Protocol.TCP,
                MustFlow.Source.SETTING,
                "It sends the logs there.")));
    }
}
