package dev.bulkhead.engine.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PracticeEngineTest {

    private final ManualTimer timer = new ManualTimer();

    @Test
    void aStartedProjectHasItsNetworkWithAutomaticSubnetAndItsContainersHealthy() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);

        assertThat(engine.observe().network("shop_front").orElseThrow().subnets())
                .containsExactly(new Subnet(
                        Optional.of("172.18.0.0/16"), Optional.of("172.18.0.1"), Optional.empty(), Map.of()));
        ObservedContainer web = container(engine, "web");
        assertThat(web)
                .isEqualTo(new ObservedContainer(
                        web.id(),
                        "shop-web-1",
                        new ObservedContainer.Made(
                                "nginx",
                                engine.image("nginx").orElseThrow().id(),
                                Map.of(
                                        ObservedContainer.HASH_LABEL,
                                        PracticeCompose.hash(
                                                project().service("web").orElseThrow()),
                                        "com.docker.compose.container-number",
                                        "1",
                                        ObservedContainer.PROJECT_LABEL,
                                        "shop",
                                        ObservedContainer.SERVICE_LABEL,
                                        "web"),
                                web.made().environment(),
                                "shop_front",
                                project().service("web").orElseThrow().ports()),
                        new Status(
                                RunState.RUNNING,
                                Health.HEALTHY,
                                Optional.of(Instant.parse("2026-01-05T00:00:00Z")),
                                0),
                        List.of(new ObservedEndpoint(
                                "shop_front",
                                Optional.of("172.18.0.3"),
                                Optional.empty(),
                                Optional.of("02:42:ac:12:00:03"),
                                List.of("shop-web-1", "web"),
                                Optional.empty(),
                                0)),
                        List.of(PortMapping.of(8080, 80, Protocol.TCP))));
    }

    @Test
    void aContainerBroughtUpBecomesHealthyAfterAWhile() throws EngineException {
        PracticeEngine engine = new PracticeEngine(timer);
        engine.up(project(), List.of("web"), line -> {});
        Health before = container(engine, "web").status().health();
        timer.pass(Duration.ofSeconds(2));

        assertThat(List.of(before, container(engine, "web").status().health()))
                .containsExactly(Health.STARTING, Health.HEALTHY);
    }

    @Test
    void aContainerThatShallBeUnhealthyIsSoAfterARecreate() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        engine.setHealthy("shop-web-1", false);
        engine.remove(project(), List.of("web"), line -> {});
        engine.up(project(), List.of("web"), line -> {});
        timer.pass(Duration.ofSeconds(2));

        assertThat(container(engine, "web").status().health()).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void aServiceThatDidNotChangeKeepsItsContainer() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        String before = container(engine, "web").id();
        List<String> log = new ArrayList<>();
        engine.up(project(), List.of("web"), log::add);

        assertThat(container(engine, "web").id()).isEqualTo(before);
        assertThat(log).containsExactly("Container shop-web-1  Running", "Container shop-web-1  Started");
    }

    @Test
    void aServiceThatChangedGetsANewContainer() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        String before = container(engine, "web").id();
        Topology changed = withNetworkBack(project());
        engine.up(changed, List.of("web"), line -> {});

        ObservedContainer web = container(engine, "web");
        assertThat(web.id()).isNotEqualTo(before);
        assertThat(web.endpoints()).extracting(ObservedEndpoint::network).containsExactly("shop_back", "shop_front");
    }

    @Test
    void aContainerInTheNetworkOfAnotherNamesItsId() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);

        assertThat(container(engine, "sidecar").networkMode())
                .isEqualTo("container:" + container(engine, "client").id());
        assertThat(container(engine, "sidecar").endpoints()).isEmpty();
    }

    @Test
    void aProbeAnswersByName() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);

        assertThat(probe(engine, "shop-client-1", "web", 80)).isEqualTo(Probe.Answer.YES);
    }

    @Test
    void aProbeFromASharedNamespaceUsesItsOwnersNetworks() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);

        assertThat(probe(engine, "shop-sidecar-1", "web", 80)).isEqualTo(Probe.Answer.YES);
    }

    @Test
    void aProbeFailsWithoutASharedNetwork() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        engine.createNetwork(network("apart", Optional.empty()));
        engine.connect("apart", "shop-client-1", EndpointSpec.PLAIN);
        engine.disconnect("shop_front", "shop-client-1");

        assertThat(probe(engine, "shop-client-1", "web", 80)).isEqualTo(Probe.Answer.NO);
        assertThat(probe(engine, "shop-client-1", "172.18.0.3", 80)).isEqualTo(Probe.Answer.NO);
    }

    @Test
    void anInternalNetworkAloneDoesNotLeadToTheInternet() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        boolean before = probe(engine, "shop-client-1", "example.org", 443) == Probe.Answer.YES;
        engine.createNetwork(new NetworkSpec(
                "inside", NetworkOptions.defaults().withInternal(true), List.of(Subnet.of("10.9.0.0/24"))));
        engine.connect("inside", "shop-client-1", EndpointSpec.PLAIN);
        engine.disconnect("shop_front", "shop-client-1");

        assertThat(before).isTrue();
        assertThat(probe(engine, "shop-client-1", "example.org", 443)).isEqualTo(Probe.Answer.NO);
    }

    @Test
    void netcatInAShellIsAnsweredToo() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        List<String> command = List.of("sh", "-c", "nc -w 2 web 80 </dev/null");

        assertThat(engine.exec("shop-client-1", command, Duration.ofSeconds(3)).exitCode())
                .isZero();
    }

    @Test
    void aHostPortThatIsTakenKeepsAContainerFromStarting() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        Topology other = Topology.of(
                "other",
                List.of(),
                List.of(service(
                        "web",
                        new NetworkMode.Networks(),
                        List.of(),
                        List.of(PortMapping.of(8080, 80, Protocol.TCP)))));

        assertThatThrownBy(() -> engine.up(other, List.of("web"), line -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessage("Container other-web-1 cannot start: host port 8080/tcp is taken by another container.");
    }

    @Test
    void anEngineThatIsGoneSaysSoAndTellsItsStateWhenItIsBack() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        List<EngineEvent> events = new ArrayList<>();
        engine.watch(events::add);
        engine.goAway("The engine was switched off.");
        assertThatThrownBy(engine::observe)
                .isInstanceOf(EngineException.class)
                .hasMessage("The engine was switched off.");
        engine.comeBack();

        EngineEvent connected = new EngineEvent.Connected(engine.info(), engine.observe());
        assertThat(events)
                .containsExactly(
                        connected, new EngineEvent.Disconnected("The engine was switched off.", 1, 0), connected);
    }

    @Test
    void aFaultArrangedBeforehandHappensOnce() throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project(), timer);
        engine.createNetwork(network("extra", Optional.empty()));
        engine.faults().failNext(PracticeCall.CONNECT, "shop-web-1", "The engine stumbled.");

        assertThatThrownBy(() -> engine.connect("extra", "shop-web-1", EndpointSpec.PLAIN))
                .hasMessage("The engine stumbled.");
        engine.connect("extra", "shop-web-1", EndpointSpec.PLAIN);
        assertThat(container(engine, "web").endpoint("extra")).isPresent();
    }

    @Test
    void anEventThatAListenerCausesComesAfterTheOneItHears() throws EngineException {
        PracticeEngine engine = new PracticeEngine(timer);
        List<String> heard = new ArrayList<>();
        engine.watch(event -> {
            if (event instanceof EngineEvent.NetworkChanged(var network)) {
                if (network.name().equals("first")) {
                    create(engine, "second");
                }
                heard.add(network.name());
            }
        });
        create(engine, "first");

        assertThat(heard).containsExactly("first", "second");
    }

    private static void create(PracticeEngine engine, String name) {
        try {
            engine.createNetwork(network(name, Optional.empty()));
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    private static Probe.Answer probe(PracticeEngine engine, String container, String host, int port)
            throws EngineException {
        Probe probe = new Probe.Connect(host, port, Duration.ofSeconds(2));
        return Probe.answer(engine.exec(container, probe.command(), Duration.ofSeconds(3)));
    }

    private static NetworkSpec network(String name, Optional<String> subnet) {
        return new NetworkSpec(
                name, NetworkOptions.defaults(), subnet.map(Subnet::of).stream().toList());
    }

    private static ObservedContainer container(PracticeEngine engine, String service) throws EngineException {
        return engine.observe().containers("shop", service).getFirst();
    }

    private static Topology project() {
        return Topology.of(
                "shop",
                List.of(new Network("front", "shop_front", NetworkOptions.defaults(), List.of())),
                List.of(
                        service("client", new NetworkMode.Networks(), List.of(Attachment.to("front")), List.of()),
                        service("sidecar", new NetworkMode.OfService("client"), List.of(), List.of()),
                        service(
                                "web",
                                new NetworkMode.Networks(),
                                List.of(Attachment.to("front")),
                                List.of(PortMapping.of(8080, 80, Protocol.TCP)))));
    }

    private static Topology withNetworkBack(Topology topology) {
        Service web = topology.service("web").orElseThrow();
        return topology.withNetwork(new Network("back", "shop_back", NetworkOptions.defaults(), List.of()))
                .withService(web.withAttachments(List.of(Attachment.to("front"), Attachment.to("back"))));
    }

    private static Service service(
            String key, NetworkMode mode, List<Attachment> attachments, List<PortMapping> ports) {
        ContainerSpec container = new ContainerSpec(
                Optional.empty(),
                Optional.of("nginx"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                true,
                ContainerSpec.HostAccess.NONE);
        return new Service(key, mode, attachments, ports, List.of(), List.of(), container);
    }
}
