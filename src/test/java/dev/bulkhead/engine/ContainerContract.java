package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.measured.PeakMeter;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How containers are made, made again, named, removed and measured. */
interface ContainerContract extends GatewayBench {

    Duration GRACE = Duration.ofSeconds(1);

    @Test
    default void aContainerIsMadeAgainWithAllThatItHad() throws Exception {
        up("web");
        engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
        int priority = traits().gatewayPriority() ? 7 : 0;
        connect(
                "extra",
                "web",
                new EndpointSpec(List.of("shop"), Optional.of("172.30.9.77"), Optional.empty(), priority));
        ObservedContainer before = container("web");
        ContainerBlueprint blueprint = engine().observer().inspect("web");

        engine().containers().stop("web", GRACE);
        engine().containers().removeContainer("web");
        String id = engine().containers().recreateContainer(blueprint);
        engine().containers().start(id);

        awaitHealth("web", Health.HEALTHY);
        ObservedContainer after = container("web");
        assertThat(after.id()).isEqualTo(id).isNotEqualTo(before.id());
        assertThat(List.of(after.name(), after.image(), after.made().imageId(), after.networkMode()))
                .containsExactly(before.name(), before.image(), before.made().imageId(), before.networkMode());
        assertThat(after.labels()).isEqualTo(before.labels());
        assertThat(after.ports()).isEqualTo(before.ports());
        assertThat(after.endpoints())
                .extracting(ObservedEndpoint::network, ObservedEndpoint::asked)
                .containsExactlyElementsOf(before.endpoints().stream()
                        .map(e -> Tuple.tuple(e.network(), e.asked()))
                        .toList());
        assertThat(after.endpoint("extra").flatMap(ObservedEndpoint::ipv4)).contains("172.30.9.77");
        assertThat(settings(engine().observer().inspect("web"))).isEqualTo(settings(blueprint));
    }

    /** Returns what a blueprint says of a container's settings, without what the engine generates. */
    private static List<JsonNode> settings(ContainerBlueprint blueprint) throws Exception {
        JsonNode told = new ObjectMapper().readTree(blueprint.inspected());
        ObjectNode config = told.path("Config").deepCopy();
        config.remove("Hostname");
        return List.of(config, told.path("HostConfig"));
    }

    @Test
    default void aGuestIsMadeAgainInTheNetworkOfItsNewOwner() throws Exception {
        up("client", "guest");
        ContainerBlueprint owner =
                engine().observer().inspect(container("client").name());
        ContainerBlueprint guest =
                engine().observer().inspect(container("guest").name());
        for (ContainerBlueprint blueprint : List.of(guest, owner)) {
            engine().containers().stop(blueprint.name(), GRACE);
            engine().containers().removeContainer(blueprint.name());
        }

        String id = engine().containers().recreateContainer(owner);
        engine().containers().start(id);
        engine().containers().start(engine().containers().recreateContainer(guest.sharing(id)));

        assertThat(container("guest").networkMode()).isEqualTo("container:" + id);
        assertThat(container("guest").status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    default void aContainerIsMadeFromNothingButWhatIsAsked() throws Exception {
        up("web", "client");
        NewContainer wanted = new NewContainer(
                "made",
                "stand-in/client:1",
                List.of(),
                Map.of("COLOUR", "green"),
                Map.of("made.by", "hand"),
                Optional.of("contract_front"),
                new EndpointSpec(List.of("crafted"), Optional.empty(), Optional.empty(), 0));

        String id = engine().containers().createContainer(wanted);
        engine().containers().start(id);

        ObservedContainer made = engine().observer().observe().containers().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(made.name()).isEqualTo("made");
        assertThat(made.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(made.labels()).containsEntry("made.by", "hand");
        assertThat(made.made().environment().has("COLOUR", "green")).isTrue();
        assertThat(made.made().environment().has("COLOUR", "red")).isFalse();
        assertThat(made.made().environment().toString()).doesNotContain("green");
        assertThat(made.endpoint("contract_front").orElseThrow().aliases()).contains("crafted");
        assertThat(ask("client", new Probe.Lookup("crafted"))).isEqualTo(Probe.Answer.YES);
        assertThat(refusal(() -> engine().containers().createContainer(wanted))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void aContainerIsRenamedAndRemovedOnceItRests() throws Exception {
        up("client");
        String id = container("client").id();

        engine().containers().rename(id, "renamed");
        assertThat(container("client").name()).isEqualTo("renamed");
        assertThat(refusal(() -> engine().containers().removeContainer("renamed")))
                .isEqualTo(Kind.CONFLICT);
        engine().containers().stop("renamed", GRACE);
        engine().containers().removeContainer("renamed");

        assertThat(engine().observer().observe().containers("contract", "client"))
                .isEmpty();
        assertThat(refusal(() -> engine().observer().inspect("renamed"))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void aRestartKeepsTheContainer() throws Exception {
        up("client");
        ObservedContainer before = container("client");

        engine().containers().restart(before.id(), GRACE);

        assertThat(container("client").id()).isEqualTo(before.id());
        assertThat(container("client").status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    default void aContainerRunsTheImageThatItsReferenceMeans() throws Exception {
        up("client");

        assertThat(engine().observer().image("stand-in/client:1").map(ObservedImage::id))
                .contains(container("client").made().imageId());
    }

    @Test
    default void whatRunsHasTheHashOfWhatTheFilesSay() throws Exception {
        up("web");

        assertThat(container("web").configHash())
                .contains(engine().services().hashes(project()).get("web"));
    }

    @Test
    default void whatWasBroughtUpDoesNotDriftUntilAFileIsEdited() throws Exception {
        up("client");
        up("web", "guest", "apart");
        awaitHealth("web", Health.HEALTHY);
        assertThat(drift()).isEmpty();

        Path file = folder().resolve("compose.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "    networks: [inside]",
                                "    networks: [inside]\n    environment: {TOKEN: planted-secret}"));

        assertThat(drift())
                .containsExactly(
                        new Drift.SettingsDiffer("apart", container("apart").name(), List.of("TOKEN")));
    }

    private List<Drift> drift() throws Exception {
        ComposeProject read = new ComposeLoader(new DiskFileTree()).load(project());
        return Drift.between(read.topology(), engine().observer().observe(), DriftFacts.ask(engine(), project(), read));
    }

    @Test
    default void containersAreMeasuredUntilNobodyListens() throws Exception {
        up("client");
        String id = container("client").id();
        List<ContainerFigures> figures = new CopyOnWriteArrayList<>();

        EngineStream stream = engine().measure().follow(List.of(id), figures::add);
        Awaitility.await().atMost(LIMIT).until(() -> !figures.isEmpty());
        stream.close();

        assertThat(stream.await(LIMIT)).isTrue();
        assertThat(stream.failure()).isEmpty();
        assertThat(figures.getFirst().container()).isEqualTo(id);
        assertThat(figures.getFirst().memory()).isPositive();
        assertThat(figures.getFirst().processors()).isBetween(0.0, 64.0);
    }

    @Test
    default void thePeakOfContainersIsTheHighestOfAWindow() throws Exception {
        up("client");
        String id = container("client").id();

        PeakUse peak = PeakMeter.measure(engine().measure(), List.of(id), Duration.ofSeconds(3))
                .get(id);

        assertThat(peak).isNotNull();
        assertThat(peak.memory()).isPositive();
        assertThat(peak.window()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(peak.looks()).isPositive();
    }

    @Test
    default void aNetworkMadeBeforehandWithComposesLabelsIsAdopted() throws Exception {
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"),
                false,
                false,
                false,
                false,
                Map.of(),
                Map.of(ObservedContainer.PROJECT_LABEL, "contract", "com.docker.compose.network", "front"));
        engine().networks()
                .createNetwork(new NetworkSpec("contract_front", options, List.of(Subnet.of("172.30.1.0/24"))));
        String id = network("contract_front").id();

        up("client");

        assertThat(network("contract_front").id()).isEqualTo(id);
        assertThat(container("client").endpoint("contract_front")).isPresent();
    }
}
