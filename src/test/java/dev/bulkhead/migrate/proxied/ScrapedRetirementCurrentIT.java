package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.scrape.ScrapeFileReader;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A flow that nothing tells of but the scrape file of a real Prometheus: iteration 8 finds and keeps it. */
@WithEngine(EngineRelease.CURRENT)
class ScrapedRetirementCurrentIT {

    private static final String COMPOSE = """
        name: shop
        services:
          meter:
            image: prom/prometheus:v2
            container_name: meter
            command:
              - --config.file=/etc/prometheus/prometheus.yml
              - --storage.tsdb.path=/tmp/prometheus
            volumes: ["./prometheus:/etc/prometheus:ro"]
            networks: [flat]

          shop:
            image: example/shop:1
            volumes: ["./shop:/etc/caddy:ro"]
            networks: [flat]

          stock:
            image: example/shop:1
            volumes: ["./shop:/etc/caddy:ro"]
            networks: [flat]

        networks:
          flat: {}
        """;

    private static final String PROMETHEUS = """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: itself
            static_configs: [{targets: ["localhost:9090"]}]
          - job_name: shops
            static_configs: [{targets: ["shop:8000"]}]
            file_sd_configs: [{files: ["more/*.json"]}]
            relabel_configs:
              - {source_labels: [__address__], regex: '(.*):9999', replacement: '${1}:8000', target_label: __address__}
        """;

    private static VoyageProject project(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("scraped"), "shop");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Path conf = Files.createDirectories(directory.resolve("prometheus"));
        Files.writeString(conf.resolve("prometheus.yml"), PROMETHEUS);
        Files.createDirectory(conf.resolve("more"));
        Files.writeString(conf.resolve("more/stock.json"), "[{\"targets\": [\"stock:9999\"]}]");
        Files.createDirectory(directory.resolve("shop"));
        Files.writeString(directory.resolve("shop/Caddyfile"), ":8000 {\n\tmetrics /metrics\n}\n");
        ProgramImages.prometheus(engine, "prom/prometheus:v2");
        ProgramImages.caddy(engine, "example/shop:1");
        return new VoyageProject(new SampleStack(engine, directory, Map.of()));
    }

    /** What Prometheus says that it scrapes, and whether that works. */
    private static Map<String, String> targets(PrivateEngine engine) throws IOException {
        String answer = engine.docker(
                "exec", "meter", "wget", "-q", "-O", "-", "http://127.0.0.1:9090/api/v1/targets?state=active");
        Map<String, String> health = new TreeMap<>();
        for (JsonNode target : new ObjectMapper().readTree(answer).path("data").path("activeTargets")) {
            health.put(target.path("scrapeUrl").asText(), target.path("health").asText());
        }
        return health;
    }

    private static void allAreUp(PrivateEngine engine) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(IOException.class) // nobody answers yet
                .untilAsserted(() -> assertThat(targets(engine))
                        .containsExactly(
                                Map.entry("http://localhost:9090/metrics", "up"),
                                Map.entry("http://shop:8000/metrics", "up"),
                                Map.entry("http://stock:8000/metrics", "up")));
    }

    @Test
    void aFlowThatOnlyAScrapeFileTellsOfIsKept(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        project.start(0);
        try (DockerGateway gateway = project.gateway()) {
            allAreUp(engine);
            assertThat(new ScrapeFileReader(new DiskFileTree())
                            .read(new ComposeLoader(new DiskFileTree())
                                    .load(ComposeRequest.of(project.stack().directory())))
                            .targets())
                    .extracting(target -> "http://" + target.host() + ":" + target.port() + "/metrics")
                    .containsExactly("http://shop:8000/metrics", "http://stock:8000/metrics");
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions())
                    .withTiers("meter", List.of("mgmt"))
                    .withTiers("shop", List.of("frontend"))
                    .withTiers("stock", List.of("backend"))
                    .withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

            RunOutcome outcome = migration.session("8").apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(project.inspected().networks()).doesNotContainKey("shop_flat");
            assertThat(project.inspected().assignments().get("meter")).isEqualTo("backend-net frontend-net mgmt-net");
            allAreUp(engine);

            assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            allAreUp(engine);
        }
    }
}
