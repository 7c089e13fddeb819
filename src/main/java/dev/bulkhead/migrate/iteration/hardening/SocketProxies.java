package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.catalogue.ImageNeeds;
import dev.bulkhead.catalogue.ImageNeeds.EngineCalls;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.NewNetwork;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proxies of the engine's socket: a service that has the whole socket today gets one of its own instead, which lets through
 * the calls that its image makes and no other, on an internal network of the two.
 */
final class SocketProxies {

    private static final String ID = "socket";
    private static final String TAKE = "take";
    private static final String LEAVE = "leave";
    private static final String SOCKET = "docker.sock";
    /** Of HAProxy with rules for the engine's API; 0.3.0 has the switch for restarts alone. */
    private static final String IMAGE = "tecnativa/docker-socket-proxy:0.3.0";

    private static final int PORT = 2375;
    private static final Duration WATCHED = Duration.ofSeconds(20);

    private SocketProxies() {}

    /** A service that can do with a proxy, the calls it makes, and its mount of the socket. */
    private record Client(ServiceFacts facts, EngineCalls calls, BindMount mount) {

        String proxy() {
            return "docker-proxy-" + facts.key();
        }

        String network() {
            return facts.key() + "-engine";
        }

        String address() {
            return "tcp://" + proxy() + ":" + PORT;
        }

        boolean changes() {
            return calls.calls().contains("POST");
        }
    }

    /** Returns why a service that has the socket keeps it, as part of a sentence; empty where it has none or needs none. */
    static Optional<String> kept(ServiceFacts facts) {
        if (mount(facts).isEmpty() || client(facts).isPresent() || guards(facts)) {
            return Optional.empty();
        }
        return Optional.of(
                !(facts.profile().service().networkMode() instanceof NetworkMode.Networks)
                        ? "it has no network of its own to reach a proxy by"
                        : looksAtTheSocket(facts)
                                ? "its health check looks at the socket and would fail without it"
                                : facts.needs().engine().isEmpty()
                                        ? "it is not known which calls its image makes"
                                        : "it is told of the engine by a file of its own, or its command is not a list");
    }

    private static boolean guards(ServiceFacts facts) {
        return facts.profile()
                .known()
                .filter(entry -> entry.id().equals("socket-proxy"))
                .isPresent();
    }

    private static boolean looksAtTheSocket(ServiceFacts facts) {
        return Stream.concat(facts.text("healthcheck", "test").stream(), facts.texts("healthcheck", "test").stream())
                .anyMatch(word -> word.contains(SOCKET));
    }

    private static Optional<BindMount> mount(ServiceFacts facts) {
        return facts.container().hostAccess().mounts().stream()
                .filter(mount -> mount.host().endsWith(SOCKET))
                .findFirst();
    }

    private static Optional<Client> client(ServiceFacts facts) {
        Optional<BindMount> mount = mount(facts);
        Optional<EngineCalls> calls = facts.needs().engine();
        if (mount.isEmpty()
                || calls.isEmpty()
                || guards(facts)
                || looksAtTheSocket(facts)
                || !(facts.profile().service().networkMode() instanceof NetworkMode.Networks)) {
            return Optional.empty();
        }
        boolean told = switch (calls.get().told()) {
            case ImageNeeds.Told.ByVariable _ -> true;
            case ImageNeeds.Told.ByArgument _ ->
                facts.at("command")
                        .filter(ResolvedValue.Items.class::isInstance)
                        .isPresent();
            case ImageNeeds.Told.ByFile _ -> false;
        };
        return told ? Optional.of(new Client(facts, calls.get(), mount.get())) : Optional.empty();
    }

    /** Returns the question; empty where nobody has the socket. */
    static Optional<Question> question(List<ServiceFacts> services) {
        List<Question.Row> rows = services.stream()
                .flatMap(facts -> client(facts).stream())
                .map(client -> new Question.Row(
                        ID + "." + client.facts().key(),
                        client.facts().key(),
                        "Through it go " + String.join(", ", client.calls().calls())
                                + " and what tells version and events; now it can do all that root can."
                                + " What could break: "
                                + (client.changes()
                                        ? "it changes containers, and a call that nobody knew of is refused half-way."
                                        : "a feature that makes other calls, such as buttons that start and stop."),
                        List.of(TAKE, LEAVE),
                        client.changes() ? LEAVE : TAKE))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.Table(
                        ID,
                        "Who reaches the engine through a proxy only?",
                        "Whoever has the engine's socket is root on this machine, also where it is mounted read-only. Each"
                                + " gets a small proxy of its own (" + IMAGE
                                + ") that lets its calls through and no other,"
                                + " on an internal network of the two.",
                        "Service",
                        List.of(
                                new Question.Option(TAKE, "Through a proxy", "It loses the socket."),
                                new Question.Option(LEAVE, "Leave", "It stays root on this machine.")),
                        rows));
    }

    /** Returns the phase that puts a proxy before the socket of a service, where that is answered. */
    static Optional<Phase> phase(ServiceFacts facts, Answers answers, String project) {
        return client(facts)
                .filter(client -> answers.value(ID + "." + facts.key())
                        .filter(TAKE::equals)
                        .isPresent())
                .map(client -> phase(client, project));
    }

    private static Phase phase(Client client, String project) {
        String title = "Put a proxy between " + client.facts().key() + " and the engine's socket";
        WantedNetwork network = new NewNetwork(
                        client.network(),
                        project + "_" + client.network(),
                        "Calls of " + client.facts().key() + " to the engine",
                        Optional.empty(),
                        true,
                        "engine")
                .wanted(project, Management.MANAGED, new TreeMap<>());
        MustFlow flow = new MustFlow(
                client.facts().key(),
                client.proxy(),
                OptionalInt.of(PORT),
                Protocol.TCP,
                MustFlow.Source.SETTING,
                "It reaches the engine through its proxy.");
        return new Phase(
                title,
                new ProjectEdit.Series(title, edits(client, network)),
                List.of(network),
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                new TreeMap<>(),
                new Gates(
                        List.of(),
                        new TreeMap<>(),
                        List.of(
                                new Gate.StaysWell(List.of(client.facts().key(), client.proxy()), WATCHED),
                                new Gate.FlowsWork(List.of(flow))),
                        Gates.Otherwise.PHASE));
    }

    private static List<ProjectEdit> edits(Client client, WantedNetwork network) {
        ServiceFacts facts = client.facts();
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(new TopologyEdit.AddNetwork(NewNetwork.declared(network, Management.MANAGED)));
        edits.add(new FieldEdit.AddElement(Element.service(client.proxy()), proxy(client)));
        edits.add(new TopologyEdit.Attach(facts.key(), Attachment.to(client.network())));
        if (facts.at("volumes").orElse(ResolvedValue.Fields.none()) instanceof ResolvedValue.Items(var volumes)) {
            volumes.stream()
                    .filter(SocketProxies::mounts)
                    .forEach(volume -> edits.add(new FieldEdit.RemoveItem(
                            Element.service(facts.key()).field("volumes"), asWritten(volume))));
        }
        switch (client.calls().told()) {
            case ImageNeeds.Told.ByVariable(String name) ->
                edits.add(new TopologyEdit.SetEnvironment(facts.key(), name, client.address()));
            case ImageNeeds.Told.ByArgument(String option) -> {
                if (option.endsWith(" ")) {
                    edits.add(facts.add(FieldValue.text(option.strip()), "command"));
                    edits.add(facts.add(FieldValue.text(client.address()), "command"));
                } else {
                    edits.add(facts.add(FieldValue.text(option + client.address()), "command"));
                }
            }
            case ImageNeeds.Told.ByFile _ -> {}
        }
        return edits;
    }

    private static boolean mounts(ResolvedValue volume) {
        return volume instanceof ResolvedValue.Fields fields
                && fields.get("source")
                        .filter(source -> source instanceof ResolvedValue.Scalar scalar
                                && scalar.text().endsWith(SOCKET))
                        .isPresent();
    }

    /** Returns a value as an edit names it. */
    private static FieldValue asWritten(ResolvedValue value) {
        return switch (value) {
            case ResolvedValue.Scalar scalar ->
                scalar.string() ? FieldValue.text(scalar.text()) : new FieldValue.Literal(scalar.text());
            case ResolvedValue.Items(var items) ->
                new FieldValue.Items(
                        items.stream().map(SocketProxies::asWritten).toList());
            case ResolvedValue.Fields(var fields) -> {
                FieldValue.Fields written = FieldValue.fields();
                for (var field : fields.entrySet()) {
                    written = written.with(field.getKey(), asWritten(field.getValue()));
                }
                yield written;
            }
        };
    }

    private static FieldValue.Fields proxy(Client client) {
        FieldValue.Fields environment = FieldValue.fields();
        for (String call : client.calls().calls()) {
            environment = environment.with(call, FieldValue.text("1"));
        }
        return FieldValue.fields()
                .with("image", FieldValue.text(IMAGE))
                .with("restart", FieldValue.text("unless-stopped"))
                .with("environment", environment)
                .with("volumes", FieldValue.texts(client.mount().host() + ":/var/run/" + SOCKET + ":ro"))
                .with("networks", FieldValue.texts(client.network()))
                .with("security_opt", FieldValue.texts("no-new-privileges:true"))
                .with("read_only", FieldValue.flag(true))
                .with("tmpfs", FieldValue.texts("/run", "/tmp"))
                .with("mem_limit", FieldValue.text("64m"))
                .with("pids_limit", FieldValue.number(100));
    }
}
