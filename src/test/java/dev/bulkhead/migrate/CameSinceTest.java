package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 1 once more on a project that has changed since: who came is placed like the others were, and nobody else is touched. */
class CameSinceTest {

    private static final String SHOP = """
            name: shop
            services:
              traefik: {image: "traefik:v3.5", ports: ["443:443"]}
              api: {image: "lscr.io/linuxserver/sonarr:4.0", labels: {traefik.enable: "true"}}
            """;

    @Test
    void aServiceThatCameLaterIsPlacedByTheSameProposals(@TempDir Path folder) throws Exception {
        PracticeProject shop = PracticeProject.of(folder, SHOP);
        assertThat(shop.migration().session("1").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        Map<String, List<String>> first = places(shop);
        Path compose = folder.resolve("compose.yml");
        Files.writeString(
                compose,
                Files.readString(compose)
                        .replace("services:\n", "services:\n  radarr: {image: \"lscr.io/linuxserver/radarr:5.0\"}\n"));
        shop.engine()
                .up(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(folder))
                                .topology(),
                        List.of("radarr"),
                        line -> {});

        assertThat(shop.migration().session("1").apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        Map<String, List<String>> second = places(shop);
        assertThat(second.remove("radarr")).containsExactly("backend-net", "shop_default");
        assertThat(second).isEqualTo(first);
        assertThat(shop.migration().rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(places(shop))
                .containsEntry("radarr", List.of("shop_default"))
                .containsAllEntriesOf(first);
    }

    private static Map<String, List<String>> places(PracticeProject project) throws Exception {
        return project.engine().observe().containers().stream()
                .collect(Collectors.toMap(
                        (ObservedContainer container) -> container.service().orElseThrow(),
                        container -> container.endpoints().stream()
                                .map(ObservedEndpoint::network)
                                .sorted()
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
