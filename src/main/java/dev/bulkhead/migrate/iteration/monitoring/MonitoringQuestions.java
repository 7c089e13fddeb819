package dev.bulkhead.migrate.iteration.monitoring;

import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions about monitoring: what is missing, who is asked, on which network, and by which way logs are read. */
final class MonitoringQuestions {

    static final String PARTS = "parts";
    static final String SCRAPE = "scrape";
    static final String NETWORK = "network";
    static final String DOCKER = "docker";
    static final String ADD = "add";
    static final String LEAVE = "leave";
    /** Where engines usually have their socket, and where containers get it mounted. */
    static final String SOCKET = "/var/run/docker.sock";
    /** The answer by which the collector asks the engine itself. */
    static final String BY_SOCKET = "unix://" + SOCKET;

    static final String NEW_NETWORK = "monitoring-net";
    private static final String TIER = "mgmt";

    private final MonitoringInventory inventory;
    private final ProposalInput input;

    MonitoringQuestions(MonitoringInventory inventory) {
        this.inventory = inventory;
        this.input = inventory.input();
    }

    /** Returns the question for the parts that a project lacks. */
    List<Question> parts() {
        List<Question.Row> rows = new ArrayList<>();
        if (inventory.of(MonitoringInventory.LOKI).isEmpty()) {
            rows.add(row("loki", "Log store (Loki)", "Nobody keeps logs; the engine's own go with the container."));
        }
        List<ServiceProfile> collectors = inventory.logCollectors();
        if (collectors.isEmpty()) {
            rows.add(row(
                    "collector",
                    "Collector of logs (Grafana Alloy)",
                    "Nobody collects logs. It reads them by the engine's interface, which it gets hold of for that."));
        }
        if (inventory.collector().isEmpty()) {
            rows.add(row("prometheus", "Store of measurements (Prometheus)", "Nobody fetches measurements."));
        }
        boolean fetched =
                inventory.collector().isEmpty() || inventory.collectorFile().isPresent();
        if (fetched && inventory.of("node-exporter").isEmpty()) {
            rows.add(row(
                    "host", "Measurements of the host (Node Exporter)", "Nobody measures disk, memory and processor."));
        }
        if (fetched && inventory.of("cadvisor").isEmpty()) {
            rows.add(row(
                    "containers",
                    "Measurements of containers (cAdvisor)",
                    "Nobody measures what single containers use. It reads the host's files and the engine's socket."));
        }
        if (fetched
                && inventory
                        .collectorFile()
                        .map(file -> !hasOwnRules(file.text()))
                        .orElse(true)) {
            rows.add(row("alerts", "Alert rules", "Disk, memory, targets and restarts; and a test after each start."));
        }
        if (inventory.of(MonitoringInventory.GRAFANA).isEmpty()) {
            rows.add(new Question.Row(
                    PARTS + ".grafana",
                    "Pages that show it (Grafana)",
                    "Nobody shows what is kept. It gets sources and a dashboard as files and a password made anew, which is"
                            + " shown once; a route to it is yours to give.",
                    List.of(ADD, LEAVE),
                    LEAVE));
        }
        if (new GrafanaFiles(inventory).possible()) {
            rows.add(row("dashboards", "Sources and a dashboard in Grafana", "As files, beside those that are there."));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(new Question.Table(
                        PARTS,
                        "What is added?",
                        "What is there already is used as it is. No part publishes a port." + promtail(collectors),
                        "Part",
                        List.of(
                                new Question.Option(ADD, "Add", "It is made from files of the project."),
                                new Question.Option(LEAVE, "Leave", "Nothing of it is added.")),
                        rows));
    }

    static boolean hasOwnRules(String text) {
        return text.contains(ScrapeDesigner.RULES_FILE);
    }

    private static String promtail(List<ServiceProfile> collectors) {
        return collectors.stream()
                        .anyMatch(profile -> profile.known()
                                .filter(entry -> entry.id().equals("promtail"))
                                .isPresent())
                ? " Promtail is kept, which gets no more updates; Grafana Alloy takes its place some day."
                : "";
    }

    private static Question.Row row(String id, String part, String why) {
        return new Question.Row(PARTS + "." + id, part, why, List.of(ADD, LEAVE), ADD);
    }

    /** Returns the question who is asked for measurements beside those who are already. */
    List<Question> targets() {
        if (inventory.collector().isPresent() && inventory.collectorFile().isEmpty()) {
            return List.of();
        }
        ScrapeWays ways = new ScrapeWays(input.project());
        String collector = inventory.collector().map(ServiceProfile::key).orElse("");
        List<Question.Row> rows = inventory.unasked().stream()
                .map(teller -> {
                    Optional<String> needs = teller.metrics().needs();
                    ScrapeWays.Way way =
                            collector.isEmpty() ? ScrapeWays.Way.NONE : ways.between(collector, teller.host());
                    String why = !teller.runs()
                            ? "It does not run, so nobody could ask it; start it first."
                            : needs.map(what -> "It tells once " + what + "; then choose to fetch.")
                                    .orElseGet(() -> "It tells on port "
                                            + teller.metrics().port() + ". " + way.sentence());
                    boolean leave = !teller.runs() || needs.isPresent() || way instanceof ScrapeWays.Way.Forbidden;
                    return new Question.Row(
                            SCRAPE + "." + teller.service(),
                            teller.service(),
                            why,
                            teller.runs() ? List.of("fetch", LEAVE) : List.of(LEAVE),
                            leave ? LEAVE : "fetch");
                })
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Question.Table(
                        SCRAPE,
                        "Who is asked for measurements?",
                        "Each is asked over the network that opens least. Every one that is chosen has to answer, or the"
                                + " change is taken back.",
                        "Service",
                        List.of(
                                new Question.Option("fetch", "Fetch", "The collector asks it all the time."),
                                new Question.Option(LEAVE, "Leave", "Nobody asks it.")),
                        rows));
    }

    /** Returns the question on which network new parts stand. */
    List<Question> network() {
        List<String> options = new ArrayList<>(watchers());
        options.addFirst(NEW_NETWORK);
        String proposed = tier().or(() -> narrow(options)).orElse(NEW_NETWORK);
        return List.of(new Question.Choice(
                NETWORK,
                "On which network do new parts stand?",
                "Whoever is on it reaches them, and they reach whoever is on it.",
                options.stream().distinct().map(this::option).toList(),
                proposed));
    }

    private Question.Option option(String key) {
        Topology topology = input.project().topology();
        return topology.network(key).isEmpty()
                ? new Question.Option(key, "A new one: " + key, "Internal; those who watch now join it as well.")
                : new Question.Option(
                        key,
                        key,
                        Counted.of(topology.members(key).size(), "service is", "services are") + " on it already.");
    }

    /** Networks that those who watch are on. */
    private Set<String> watchers() {
        Set<String> networks = new TreeSet<>();
        tier().ifPresent(networks::add);
        for (String id :
                List.of(MonitoringInventory.GRAFANA, MonitoringInventory.PROMETHEUS, MonitoringInventory.LOKI)) {
            inventory
                    .of(id)
                    .forEach(profile -> profile.service().attachments().stream()
                            .map(Attachment::network)
                            .forEach(networks::add));
        }
        return networks;
    }

    private Optional<String> tier() {
        return input.project().topology().networks().values().stream()
                .filter(network -> network.key().equals(TIER + "-net") || labelled(network))
                .map(Network::key)
                .findFirst();
    }

    private boolean labelled(Network network) {
        return input.project()
                .observed()
                .network(network.name())
                .filter(found -> TIER.equals(found.options().labels().get(NetworkLabels.TIER)))
                .isPresent();
    }

    /** A network of which most of the project is a member separates nobody. */
    private Optional<String> narrow(List<String> networks) {
        Topology topology = input.project().topology();
        return networks.stream()
                .filter(key -> topology.network(key).isPresent())
                .filter(key ->
                        2 * topology.members(key).size() <= topology.services().size())
                .min((a, b) -> Integer.compare(
                        topology.members(a).size(), topology.members(b).size()));
    }

    /** Returns the question which log store gets what is collected. */
    List<Question> store() {
        List<String> present = inventory.of(MonitoringInventory.LOKI).stream()
                .map(ServiceProfile::key)
                .toList();
        List<String> stores = present.isEmpty() ? List.of(MonitoringInventory.LOKI) : present;
        return List.of(new Question.Choice(
                "log-store",
                "Which log store keeps them?",
                "The collector sends everything there, and Grafana reads it there.",
                stores.stream()
                        .map(key -> new Question.Option(
                                key, key, present.isEmpty() ? "The one that is added." : "It is there already."))
                        .toList(),
                stores.getFirst()));
    }

    /** Returns the path of the engine's socket on the host: where others of the project mount it, else the usual one. */
    static String socket(Topology topology) {
        return topology.services().values().stream()
                .flatMap(service -> service.container().hostAccess().mounts().stream())
                .filter(mount -> mount.container().endsWith("/docker.sock"))
                .map(BindMount::host)
                .findFirst()
                .orElse(SOCKET);
    }

    /** Returns the question by which way logs are read, where there are two. */
    List<Question> source() {
        List<Question.Option> options = new ArrayList<>();
        inventory
                .of("socket-proxy")
                .forEach(proxy -> options.add(new Question.Option(
                        "tcp://" + proxy.key() + ":2375",
                        "By " + proxy.key(),
                        "It joins a network of " + proxy.key()
                                + ", which has to let through CONTAINERS, NETWORKS and INFO.")));
        options.add(new Question.Option(
                BY_SOCKET,
                "By the engine's socket",
                "It can read and do whatever the engine can; the socket is mounted for it alone."));
        return List.of(new Question.Choice(
                DOCKER,
                "By which way are logs read?",
                "Containers write to the engine, which hands their logs out.",
                options,
                options.getFirst().value()));
    }
}
