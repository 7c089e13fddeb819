package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.live.SecretTools;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.Inverses;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A small project on a practice engine and a plan for it: a proxy, a VPN with a client in its namespace, and an app get
 * a second network; the app joins without a restart and leaves a network that is then removed.
 */
final class Shop {

    static final String BEFORE = """
            name: shop
            services:
              proxy:
                image: traefik:v3
                container_name: proxy
                networks: [flat]
                ports: ["80:80"]
              vpn:
                image: qmcgaw/gluetun
                networks: [flat]
                healthcheck: {test: ["CMD", "true"]}
              client:
                image: busybox
                network_mode: service:vpn
              app:
                image: busybox
                networks:
                  flat:
                    aliases: [store]
                  spare:
                    aliases: [depot]
            networks:
              flat: {}
              spare:
                name: spare
                internal: true
            """;

    private static final String AFTER = BEFORE.replace("networks: [flat]", "networks: [flat, inner]")
            .replace("      spare:\n        aliases: [depot]\n", "      inner: {}\n")
            .replace("  spare:\n    name: spare\n    internal: true\n", "  inner: {external: true}\n");

    final Path directory;
    final List<RunEvent> events = new ArrayList<>();
    final RunControl control = new RunControl();
    /** Somebody who does something when the run tells something. */
    Consumer<RunEvent> onlooker = event -> {};

    final PracticeEngine practice;
    final MishapEngine engine;
    private final InstantTimer timer = new InstantTimer();

    Shop(Path directory) throws Exception {
        this.directory = directory;
        Files.writeString(directory.resolve("compose.yaml"), BEFORE);
        Files.createDirectories(state());
        practice = PracticeEngine.running(topology(), timer);
        engine = new MishapEngine(
                Engine.of(practice, new PracticeServiceRunner(practice, new ComposeLoader(new DiskFileTree()))));
    }

    private Shop(Path directory, PracticeEngine practice) {
        this.directory = directory;
        this.practice = practice;
        this.engine = new MishapEngine(
                Engine.of(practice, new PracticeServiceRunner(practice, new ComposeLoader(new DiskFileTree()))));
    }

    /** Returns the same shop on the same engine, found under another name of its directory. */
    Shop at(Path other) {
        return new Shop(other, practice);
    }

    String idOf(String service) throws Exception {
        return practice.observe().containers("shop", service).getFirst().id();
    }

    String namespaceOf(String service) throws Exception {
        return practice.observe().containers("shop", service).getFirst().networkMode();
    }

    private Path state() {
        return directory.resolve(".bulkhead");
    }

    Topology topology() throws ComposeException {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(directory))
                .topology();
    }

    String file() throws IOException {
        return Files.readString(directory.resolve("compose.yaml"));
    }

    NormalisedState engineState() throws Exception {
        return NormalisedState.of(practice.observe(), "shop");
    }

    RunHistory history() {
        return new RunHistory(state().resolve("runs"), directory);
    }

    /** Returns tools as a newly started process has them. */
    RunTools tools() {
        Tools tools = new Tools(
                ComposeRequest.of(directory),
                new DiskFileTree(),
                new AtomicFileSet(directory, state().resolve("transaction")),
                engine.engine(),
                timer,
                new SecretTools(state().resolve("set-aside"), control::given, control.fresh()));
        return new RunTools(
                tools,
                state().resolve("runs"),
                new RestorePoints(state().resolve("restore-points")),
                new InNoTime(),
                true,
                this::hear,
                control);
    }

    private void hear(RunEvent event) {
        events.add(event);
        onlooker.accept(event);
    }

    static NetworkSpec inner() {
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"), false, true, false, false, Map.of(), Map.of(NetworkLabels.PROJECT, "shop"));
        return new NetworkSpec("inner", options, List.of(Subnet.of("172.20.0.0/24")));
    }

    Plan plan() throws Exception {
        Path path = directory.resolve("compose.yaml");
        Operation.Member app = new Operation.Member("app", "shop-app-1");
        List<Operation> operations = List.of(
                new Operation.CreateNetwork(inner()),
                new Operation.WriteFiles(
                        List.of(new TextChange(path, "compose.yaml", Optional.of(BEFORE), Optional.of(AFTER)))),
                new Operation.RecreateServices(List.of("proxy"), Duration.ofSeconds(5)),
                new Operation.WaitReady(List.of("app", "client"), Duration.ofSeconds(5)),
                new Operation.RecreateServices(List.of("vpn", "client"), Duration.ofSeconds(5)),
                new Operation.Connect(
                        app,
                        "inner",
                        new EndpointSpec(List.of("shop-app-1", "app"), Optional.empty(), Optional.empty(), 0)),
                new Operation.Disconnect(app, "spare"),
                new Operation.ProbeFlows(List.of(flow("proxy", "app", 8080, MustFlow.Source.ROUTE))),
                new Operation.RemoveNetwork(new NetworkSpec("spare", NetworkOptions.defaults(), List.of())),
                new Operation.WaitReady(List.of("app", "client", "proxy", "vpn"), Duration.ofSeconds(5)));
        List<PlanStep> steps = new ArrayList<>();
        Inverses inverses = new Inverses(practice.observe(), topology(), topology());
        for (Operation operation : operations) {
            steps.add(new PlanStep(
                    steps.size() + 1,
                    operation,
                    "Because.",
                    Risk.LOW,
                    Duration.ZERO,
                    List.of(),
                    inverses.of(operation)));
        }
        return new Plan("1", "Foundation", "shop", steps);
    }

    RunRequest request() throws Exception {
        List<MustFlow> flows = List.of(
                flow("proxy", "app", 8080, MustFlow.Source.ROUTE),
                flow("client", "app", 8080, MustFlow.Source.SETTING));
        ReportFacts facts =
                new ReportFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of());
        return new RunRequest(
                "run-1",
                new RunRequest.Decided(plan(), flows, MayGo.between(topology(), after()), facts),
                after(),
                Probation.NONE);
    }

    private Topology after() throws ComposeException {
        Path path = directory.resolve("compose.yaml").toAbsolutePath().normalize();
        return new ComposeLoader(
                        new OverlayFileTree(new DiskFileTree(), Map.of(path, AFTER.getBytes(StandardCharsets.UTF_8))))
                .load(ComposeRequest.of(directory))
                .topology();
    }

    private static MustFlow flow(String from, String to, int port, MustFlow.Source source) {
        return new MustFlow(from, to, OptionalInt.of(port), Protocol.TCP, source, "Because.");
    }

    RunResult start() throws Exception {
        return MigrationRun.start(tools(), request());
    }

    RunRecord record() throws IOException {
        return history().all().getLast();
    }

    List<RunState> states() {
        return events.stream()
                .flatMap(event ->
                        event instanceof RunEvent.StateEntered entered ? Stream.of(entered.state()) : Stream.empty())
                .toList();
    }
}
