package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineObstaclesTest {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");
    private static final EngineInfo ENGINE = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///var/run/docker.sock");
    private static final String SHOP = """
            services:
              web: {image: "web:1", container_name: taken}
              api: {image: "api:1", pull_policy: never, networks: [far]}
              db: {image: "db:1"}
            networks: {far: {external: true, name: far}}
            """;

    private static OverlayFileTree files(String text) {
        return new OverlayFileTree(
                new DiskFileTree(), Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ComposeProject project(String text) throws ComposeException {
        return new ComposeLoader(files(text)).load(ComposeRequest.of(DIRECTORY));
    }

    private static List<PreflightItem> items(String... recreated) throws ComposeException {
        ComposeProject project = project(SHOP);
        ObservedContainer other = new ObservedContainer(
                "1",
                "taken",
                "x:1",
                Map.of(),
                new Status(RunState.RUNNING, Health.NONE, Optional.empty(), 0),
                "bridge",
                List.of(),
                List.of());
        DriftFacts facts = new DriftFacts(
                DIRECTORY, Set.of(), Map.of(), Map.of("web:1", new ObservedImage("sha256:1", false)), Optional.empty());
        return EngineObstacles.find(
                new LiveAnswers(
                        ENGINE,
                        new ObservedState(List.of(), List.of(other)),
                        Optional.of(new LiveAnswers.Asked(project, facts))),
                project.topology(),
                new EngineHost(new HostRoutes(new DiskFileTree())),
                Set.of(recreated));
    }

    @Test
    void whatTheEngineWouldRefuseStandsInTheWayOfThoseThatAreMadeAnew() throws Exception {
        assertThat(items("web")).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo("engine-conflict:service:web");
            assertThat(item.blocks()).isTrue();
            assertThat(item.acceptable()).isTrue();
            assertThat(item.seen()).contains("container taken has that name");
        });
        assertThat(items("api"))
                .extracting(PreflightItem::id)
                .containsExactly("engine-conflict:network:far", "engine-conflict:service:api");
    }

    @Test
    void aPullIsSaidAndStopsNobody() throws Exception {
        assertThat(items("db")).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(CheckStatus.WARNING);
            assertThat(item.seen()).isEqualTo("Image db:1 is not on this engine; docker compose up pulls it.");
        });
    }

    @Test
    void whatIsLeftAloneMeetsNothing() throws Exception {
        assertThat(items()).isEmpty();
    }

    /** The engine's bridge stands in 172.17.0.0/16, where the host has 172.17.0.1; somebody listens on 127.0.0.1:8080. */
    private static List<PreflightItem> onThisMachine(String now, String planned) throws ComposeException {
        ComposeProject project = project(now);
        FileTree machine = new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        Path.of("/proc/net/fib_trie"),
                        "  |-- 172.17.0.1\n     /32 host LOCAL\n".getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/tcp"),
                        "  sl local_address rem_address st\n   0: 0100007F:1F90 00000000:0000 0A 0:0\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/tcp6"),
                        new byte[0],
                        Path.of("/proc/net/udp"),
                        new byte[0],
                        Path.of("/proc/net/udp6"),
                        new byte[0]));
        ObservedNetwork bridge =
                new ObservedNetwork("1", "bridge", NetworkOptions.defaults(), List.of(Subnet.of("172.17.0.0/16")));
        DriftFacts facts = new DriftFacts(
                DIRECTORY, Set.of(), Map.of(), Map.of("web:1", new ObservedImage("sha256:1", false)), Optional.empty());
        return EngineObstacles.find(
                new LiveAnswers(
                        ENGINE,
                        new ObservedState(List.of(bridge), List.of()),
                        Optional.of(new LiveAnswers.Asked(project, facts))),
                project(planned).topology(),
                new EngineHost(new HostRoutes(machine)),
                Set.of("web"));
    }

    @Test
    void aPortThatAProgramOfTheMachineHasStandsInTheWayOfWhoeverIsToPublishIt() throws Exception {
        String plain = "services: {web: {image: 'web:1'}}";
        String published = "services: {web: {image: 'web:1', ports: ['8080:80']}}";

        assertThat(onThisMachine(published, published)).singleElement().satisfies(item -> {
            assertThat(item.blocks()).isTrue();
            assertThat(item.seen())
                    .startsWith("Service web publishes 8080:80, but a program of this machine listens there"
                            + " (127.0.0.1, port 8080)");
        });
        assertThat(onThisMachine(plain, published)).hasSize(1);
        assertThat(onThisMachine(published, plain)).isEmpty();
    }
}
