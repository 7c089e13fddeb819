package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ObservedContainer.Health;
import dev.bulkhead.engine.ObservedContainer.RunState;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Subnet;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does alike; run against the practice engine and against real ones. */
public abstract class GatewayContractTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final List<String> ALL = List.of("client", "web", "guest", "apart");

    @TempDir
    private Path folder;

    private EngineGateway gateway;
    private ServiceRunner runner;

    /** Returns the engine to try, the same one for every test of a class or a new one. */
    protected abstract EngineGateway open() throws Exception;

    /** Returns what brings services up on that engine. */
    protected abstract ServiceRunner runner() throws Exception;

    /** Returns what the engines do not do alike. */
    protected abstract Traits traits();

    /**
     * What distinguishes engines.
     *
     * @param gatewayPriority whether an endpoint can have a priority as default gateway
     * @param firstFreePool whether an automatic subnet is always the first free one; else the search goes on where it
     *     ended last time
     * @param releasesPorts whether published ports are released when the network that leads out is left
     */
    public record Traits(boolean gatewayPriority, boolean firstFreePool, boolean releasesPorts) {}

    @BeforeEach
    void start() throws Exception {
        try (InputStream file =
                Objects.requireNonNull(GatewayContractTest.class.getResourceAsStream("/contract/compose.yaml"))) {
            Files.copy(file, folder.resolve("compose.yaml"));
        }
        gateway = open();
        runner = runner();
    }

    @AfterEach
    void clear() throws Exception {
        ObservedState left = gateway.observe();
        List<String> services = ALL.reversed().stream()
                .filter(s -> left.container("contract", s).isPresent())
                .toList();
        if (!services.isEmpty()) {
            runner.remove(project(), services, line -> {});
        }
        for (ObservedNetwork network : gateway.observe().networks()) {
            if (!List.of("bridge", "host", "none").contains(network.name())) {
                gateway.removeNetwork(network.name());
            }
        }
        gateway.close();
    }

    @Test
    void anEngineHasItsOwnThreeNetworks() throws Exception {
        assertThat(gateway.observe().networks())
                .extracting(ObservedNetwork::name)
                .containsExactly("bridge", "host", "none");
    }

    @Test
    void aNetworkIsCreatedAsAsked() throws Exception {
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"),
                false,
                true,
                true,
                false,
                Map.of("com.docker.network.bridge.enable_icc", "true"),
                Map.of("made-by", "contract"));
        Subnet pool = new Subnet(
                Optional.of("172.30.9.0/24"),
                Optional.of("172.30.9.254"),
                Optional.of("172.30.9.128/25"),
                Map.of("printer", "172.30.9.200"));
        gateway.createNetwork(new NetworkSpec("asked", options, List.of(pool)));

        ObservedNetwork asked = network("asked");
        assertThat(asked.subnets()).containsExactly(pool);
        assertThat(asked.options()).isEqualTo(options);
    }

    @Test
    void aNetworkWithoutSubnetGetsAFreeDefaultPool() throws Exception {
        gateway.createNetwork(plain("static", "172.18.0.0/24"));
        gateway.createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        String subnet = network("chosen").subnets().getFirst().subnet().orElseThrow();
        assertThat(subnet)
                .matches(traits().firstFreePool() ? "172\\.19\\.0\\.0/16" : "172\\.(19|2\\d|3[01])\\.0\\.0/16");
    }

    @Test
    void anAutomaticGatewayIsShownOnlyWhereTheSubnetIsAutomaticToo() throws Exception {
        gateway.createNetwork(plain("stated", "172.30.9.0/24"));
        gateway.createNetwork(new NetworkSpec("chosen", NetworkOptions.defaults(), List.of()));

        assertThat(List.of(network("stated"), network("chosen")))
                .extracting(n -> n.subnets().getFirst().gateway().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void aSecondNetworkOfTheSameNameIsRefused() throws Exception {
        gateway.createNetwork(plain("twice", "172.30.9.0/24"));

        assertThat(refusal(() -> gateway.createNetwork(plain("twice", "172.30.10.0/24"))))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void anOverlappingSubnetIsRefused() throws Exception {
        gateway.createNetwork(plain("wide", "172.30.0.0/16"));

        assertThat(refusal(() -> gateway.createNetwork(plain("narrow", "172.30.9.0/24"))))
                .isEqualTo(Kind.CONFLICT);
        assertThat(gateway.observe().network("narrow")).isEmpty();
    }

    @Test
    void aNetworkThatIsNotThereCannotBeRemoved() {
        assertThat(refusal(() -> gateway.removeNetwork("nowhere"))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aNetworkInUseCannotBeRemoved() throws Exception {
        up("client");

        assertThat(refusal(() -> gateway.removeNetwork("contract_front"))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aServiceBroughtUpIsObserved() throws Exception {
        up("web");
        awaitHealth("web", Health.HEALTHY);

        ObservedContainer web = container("web");
        assertThat(List.of(web.name(), web.image(), web.networkMode()))
                .containsExactly("web", "stand-in/web:1", "contract_front");
        assertThat(web.status().ready()).isTrue();
        assertThat(web.status().since()).isPresent();
        assertThat(web.ports()).containsExactly(PortMapping.of(18080, 80, Protocol.TCP));
        ObservedEndpoint endpoint = web.endpoint("contract_front").orElseThrow();
        assertThat(endpoint)
                .isEqualTo(new ObservedEndpoint(
                        "contract_front",
                        Optional.of("172.30.1.2"),
                        Optional.empty(),
                        endpoint.macAddress(),
                        List.of("web", "www"),
                        Optional.empty(),
                        0));
    }

    @Test
    void bringingUpAgainWithoutChangesKeepsTheContainer() throws Exception {
        up("client");
        String before = container("client").id();
        up("client");

        assertThat(container("client").id()).isEqualTo(before);
    }

    @Test
    void bringingUpAfterAChangeReplacesTheContainer() throws Exception {
        up("client");
        String before = container("client").id();
        Path file = folder.resolve("compose.yaml");
        Files.writeString(file, Files.readString(file).replace("networks: [front]", "networks: [front, inside]"));
        up("client");

        assertThat(container("client").id()).isNotEqualTo(before);
        assertThat(container("client").endpoints())
                .extracting(ObservedEndpoint::network)
                .containsExactly("contract_front", "contract_inside");
    }

    @Test
    void aGuestNamesTheContainerWhoseNetworkItShares() throws Exception {
        up("client", "guest");

        assertThat(container("guest").networkMode())
                .isEqualTo("container:" + container("client").id());
        assertThat(container("guest").endpoints()).isEmpty();
    }

    @Test
    void aGuestCannotJoinANetwork() throws Exception {
        up("client", "guest");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> connect("extra", "guest", EndpointSpec.PLAIN))).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aContainerJoinsWhileItRunsWithAliasesAndAStaticAddress() throws Exception {
        up("client");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));
        connect(
                "extra",
                "client",
                new EndpointSpec(List.of("caller"), Optional.of("172.30.9.77"), Optional.empty(), 0));

        ObservedEndpoint joined = container("client").endpoint("extra").orElseThrow();
        assertThat(joined)
                .isEqualTo(new ObservedEndpoint(
                        "extra",
                        Optional.of("172.30.9.77"),
                        Optional.empty(),
                        joined.macAddress(),
                        List.of("caller"),
                        Optional.of("172.30.9.77"),
                        0));
    }

    @Test
    void addressesAreGivenOutInOrderAndGivenBack() throws Exception {
        up("client", "apart");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));
        connect("extra", "client", EndpointSpec.PLAIN);
        connect("extra", "apart", EndpointSpec.PLAIN);
        gateway.disconnect("extra", container("client").name());
        List<Optional<String>> seen = new ArrayList<>();
        seen.add(container("apart").endpoint("extra").flatMap(ObservedEndpoint::ipv4));
        connect("extra", "client", EndpointSpec.PLAIN);
        seen.add(container("client").endpoint("extra").flatMap(ObservedEndpoint::ipv4));

        assertThat(seen).containsExactly(Optional.of("172.30.9.3"), Optional.of("172.30.9.2"));
    }

    @Test
    void aGatewayPriorityIsKeptOrRefused() throws Exception {
        up("client");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));
        EndpointSpec spec = new EndpointSpec(List.of(), Optional.empty(), Optional.empty(), -5);

        if (traits().gatewayPriority()) {
            connect("extra", "client", spec);
            assertThat(container("client").endpoint("extra").orElseThrow().gwPriority())
                    .isEqualTo(-5);
        } else {
            assertThat(refusal(() -> connect("extra", "client", spec))).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void joiningTwiceIsRefused() throws Exception {
        up("client");

        assertThat(refusal(() -> connect("contract_front", "client", EndpointSpec.PLAIN)))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void anAddressInUseIsRefused() throws Exception {
        up("client", "apart");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));
        EndpointSpec spec = new EndpointSpec(List.of(), Optional.of("172.30.9.9"), Optional.empty(), 0);
        connect("extra", "client", spec);

        assertThat(refusal(() -> connect("extra", "apart", spec))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void leavingANetworkThatWasNotJoinedIsRefused() throws Exception {
        up("client");
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> gateway.disconnect("extra", container("client").name())))
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aContainerThatIsNotThereCannotJoin() throws Exception {
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));

        assertThat(refusal(() -> gateway.connect("extra", "nobody", EndpointSpec.PLAIN)))
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aStoppedContainerKeepsItsMembershipsWithoutAddresses() throws Exception {
        up("client");
        gateway.stop(container("client").name(), Duration.ofSeconds(1));

        ObservedContainer client = container("client");
        assertThat(client.status().state()).isEqualTo(RunState.EXITED);
        assertThat(client.endpoints())
                .extracting(ObservedEndpoint::network, ObservedEndpoint::ipv4)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("contract_front", Optional.empty()));
    }

    @Test
    void stoppingAndStartingTwiceIsNoFault() throws Exception {
        up("client");
        String name = container("client").name();
        gateway.stop(name, Duration.ofSeconds(1));
        gateway.stop(name, Duration.ofSeconds(1));
        gateway.start(name);
        gateway.start(name);

        assertThat(container("client").status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void publishedPortsGoWithTheNetworkThatLeadsOut() throws Exception {
        up("web", "apart");
        gateway.connect("contract_inside", "web", EndpointSpec.PLAIN);
        gateway.disconnect("contract_front", "web");

        assertThat(container("web").ports().isEmpty()).isEqualTo(traits().releasesPorts());
    }

    @Test
    void publishedPortsComeWithTheNetworkThatLeadsOut() throws Exception {
        Path file = folder.resolve("compose.yaml");
        Files.writeString(file, Files.readString(file).replace("front:\n        aliases: [www]", "inside: {}"));
        up("web");
        List<PortMapping> before = container("web").ports();
        gateway.createNetwork(plain("extra", "172.30.9.0/24"));
        gateway.connect("extra", "web", EndpointSpec.PLAIN);

        assertThat(before).isEmpty();
        assertThat(container("web").ports()).containsExactly(PortMapping.of(18080, 80, Protocol.TCP));
    }

    @Test
    void aContainerWhoseNetworkIsGoneCannotStart() throws Exception {
        up("client");
        String name = container("client").name();
        gateway.stop(name, Duration.ofSeconds(1));
        gateway.removeNetwork("contract_front");

        assertThat(refusal(() -> gateway.start(name))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aProbeFollowsTheSharedNetworks() throws Exception {
        up("client", "web", "guest", "apart");
        awaitHealth("web", Health.HEALTHY);

        assertThat(List.of(
                        probe("client", "web"),
                        probe("client", "www"),
                        probe("guest", "web"),
                        probe("apart", "web"),
                        probe("apart", "172.30.1.3")))
                .containsExactly(
                        Probe.Answer.YES, Probe.Answer.YES, Probe.Answer.YES, Probe.Answer.NO, Probe.Answer.NO);
    }

    @Test
    void onlyANetworkThatIsNotInternalLeadsToTheInternet() throws Exception {
        up("client", "apart");
        Probe outside = new Probe.Connect("1.1.1.1", 443, PROBE);

        assertThat(List.of(ask("client", outside), ask("apart", outside)))
                .containsExactly(Probe.Answer.YES, Probe.Answer.NO);
    }

    @Test
    void aNameIsFoundOnSharedNetworksOnly() throws Exception {
        up("client", "web", "apart");

        assertThat(List.of(ask("client", new Probe.Lookup("web")), ask("apart", new Probe.Lookup("web"))))
                .containsExactly(Probe.Answer.YES, Probe.Answer.NO);
    }

    @Test
    void aProgramCannotRunInAContainerThatRests() throws Exception {
        up("client");
        String name = container("client").name();
        gateway.stop(name, Duration.ofSeconds(1));

        assertThat(refusal(() -> gateway.exec(name, List.of("true"), PROBE))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aProgramThatTheImageLacksCannotTell() throws Exception {
        up("client");
        ExecResult result = gateway.exec(container("client").name(), List.of("no-such-program"), PROBE);

        assertThat(Probe.answer(result)).isEqualTo(Probe.Answer.CANNOT_TELL);
    }

    @Test
    void aWatcherHearsTheStateFirst() throws Exception {
        up("client");
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        try (var _ = gateway.watch(events::add)) {
            Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        }

        assertThat(events.getFirst()).isEqualTo(new EngineEvent.Connected(gateway.info(), gateway.observe()));
    }

    @Test
    void aWatcherFollowsEveryChange() throws Exception {
        Follower follower = new Follower();
        try (var _ = gateway.watch(follower)) {
            up("client", "web", "guest");
            awaitHealth("web", Health.HEALTHY);
            gateway.createNetwork(plain("extra", "172.30.9.0/24"));
            connect("extra", "client", EndpointSpec.PLAIN);
            gateway.stop(container("guest").name(), Duration.ofSeconds(1));
            runner.remove(project(), List.of("guest"), line -> {});
            gateway.createNetwork(plain("brief", "172.30.10.0/24"));
            gateway.removeNetwork("brief");
            ObservedState now = gateway.observe();

            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(follower.live().state()).isEqualTo(now));
        }
    }

    @Test
    void aWatcherHearsOfHealth() throws Exception {
        Follower follower = new Follower();
        try (var _ = gateway.watch(follower)) {
            up("web");
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> follower.live()
                            .state()
                            .container("contract", "web")
                            .map(c -> c.status().health() == Health.HEALTHY)
                            .orElse(false));
        }

        assertThat(follower.healths("web")).containsSubsequence(Health.STARTING, Health.HEALTHY);
    }

    @Test
    void aClosedWatchHearsNothingMore() throws Exception {
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        EngineGateway.Watch watch = gateway.watch(events::add);
        Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        watch.close();
        Follower other = new Follower();
        try (var _ = gateway.watch(other)) {
            gateway.createNetwork(plain("late", "172.30.9.0/24"));
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> other.live().state().network("late").isPresent());
        }

        assertThat(events).hasSize(1);
    }

    /** Folds events and remembers what it saw on the way. */
    private static final class Follower implements java.util.function.Consumer<EngineEvent> {

        private final List<LiveState> states = new CopyOnWriteArrayList<>(List.of(LiveState.initial()));

        @Override
        public void accept(EngineEvent event) {
            states.add(live().after(event));
        }

        LiveState live() {
            return states.getLast();
        }

        List<Health> healths(String service) {
            return states.stream()
                    .flatMap(s -> s.state().container("contract", service).stream())
                    .map(c -> c.status().health())
                    .toList();
        }
    }

    private ComposeRequest project() {
        return ComposeRequest.of(folder);
    }

    private void up(String... services) throws EngineException {
        runner.up(project(), List.of(services), line -> {});
    }

    private void connect(String network, String service, EndpointSpec spec) throws EngineException {
        gateway.connect(network, container(service).name(), spec);
    }

    private ObservedContainer container(String service) throws EngineException {
        return gateway.observe().container("contract", service).orElseThrow();
    }

    private ObservedNetwork network(String name) throws EngineException {
        return gateway.observe().network(name).orElseThrow();
    }

    private void awaitHealth(String service, Health health) {
        Awaitility.await().atMost(LIMIT).until(() -> container(service).status().health() == health);
    }

    private Probe.Answer probe(String from, String host) throws EngineException {
        return ask(from, new Probe.Connect(host, 80, PROBE));
    }

    private Probe.Answer ask(String from, Probe probe) throws EngineException {
        return Probe.answer(gateway.exec(container(from).name(), probe.command(), PROBE.plusSeconds(10)));
    }

    private static NetworkSpec plain(String name, String subnet) {
        return new NetworkSpec(name, NetworkOptions.defaults(), List.of(Subnet.of(subnet)));
    }

    private static Kind refusal(ThrowingCallable call) {
        EngineException refusal =
                Objects.requireNonNull(catchThrowableOfType(EngineException.class, call), "nothing was refused");
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("{").doesNotContain("\n");
        return refusal.kind();
    }
}
