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
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
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

    private static List<PreflightItem> items(String... recreated) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), SHOP.getBytes(StandardCharsets.UTF_8));
        ComposeProject project =
                new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files)).load(ComposeRequest.of(DIRECTORY));
        ObservedContainer other = new ObservedContainer(
                "1",
                "taken",
                "x:1",
                Map.of(),
                new Status(RunState.RUNNING, Health.NONE, Optional.empty(), 0),
                "bridge",
                List.of(),
                List.of());
        DriftFacts facts = new DriftFacts(DIRECTORY, Set.of(), Map.of(), Map.of("web:1", "sha256:1"), Optional.empty());
        return EngineObstacles.find(
                project, ENGINE, new ObservedState(List.of(), List.of(other)), facts, Set.of(recreated));
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
}
