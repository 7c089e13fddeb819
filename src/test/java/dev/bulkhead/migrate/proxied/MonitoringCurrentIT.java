package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Iteration 6 with real Prometheus, Alertmanager, Node Exporter and a real receiver of alerts; Loki, Alloy and Grafana are
 * stand-ins that speak as those do.
 */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class MonitoringCurrentIT {

    private static final String COMPOSE = """
        name: home
        services:
          prometheus:
            image: prom/prometheus:v3.5.0
            container_name: prometheus
            command: [--config.file=/etc/prometheus/prometheus.yml, --storage.tsdb.path=/tmp/prometheus]
            volumes: ["./metrics/prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
            networks: [flat]
          alertmanager:
            image: prom/alertmanager:v0.28.1
            container_name: alertmanager
            command: [--config.file=/etc/alertmanager/alertmanager.yml, --storage.path=/tmp, --cluster.listen-address=]
            volumes: ["./metrics/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
            networks: [flat]
          phone:
            image: caddy:2
            container_name: phone
            volumes: ["./phone:/etc/caddy:ro"]
            networks: [flat]
          grafana:
            image: grafana/grafana:12.1.0
            volumes: ["./metrics/sources:/etc/grafana/provisioning/datasources:ro"]
            networks: [flat]
          logs:
            image: amir20/dozzle:v8
            volumes: ["SOCKET:/var/run/docker.sock:ro"]
            networks: [flat]
        networks:
          flat: {}
        """;

    private static final String PROMETHEUS = """
        # every second, so that nobody waits
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        scrape_configs:
          - job_name: prometheus
            static_configs: [{targets: ["localhost:9090"]}]
        """;

    private static final String ALERTMANAGER = """
        route: {receiver: phone, group_wait: 0s, group_interval: 1s}
        receivers:
          - name: phone
            webhook_configs: [{url: "http://phone/alerts"}]
        """;

    private static VoyageProject project(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("watched"), "home");
        Files.writeString(
                directory.resolve("compose.yml"),
                COMPOSE.replace("SOCKET", engine.address().substring("unix://".length())));
        Files.createDirectories(directory.resolve("metrics/sources"));
        Files.writeString(directory.resolve("metrics/prometheus.yml"), PROMETHEUS);
        Files.writeString(directory.resolve("metrics/alertmanager.yml"), ALERTMANAGER);
        Files.createDirectory(directory.resolve("phone"));
        Files.writeString(
                directory.resolve("phone/Caddyfile"), "{\n\tauto_https off\n}\n:80 {\n\tlog\n\trespond ok\n}\n");
        ProgramImages.prometheus(engine, "prom/prometheus:v3.5.0");
        ProgramImages.alertmanager(engine, "prom/alertmanager:v0.28.1");
        ProgramImages.nodeExporter(engine, "quay.io/prometheus/node-exporter:v1.9.1");
        ProgramImages.caddy(engine, "caddy:2");
        StandInImages.provide(
                engine,
                "grafana/grafana:12.1.0",
                "grafana/loki:3.5.7",
                "grafana/alloy:v1.11.3",
                "gcr.io/cadvisor/cadvisor:v0.52.1",
                "amir20/dozzle:v8");
        return new VoyageProject(new SampleStack(engine, directory, Map.of()));
    }

    private static Map<String, String> targets(PrivateEngine engine) throws IOException {
        String answer = engine.docker(
                "exec", "prometheus", "wget", "-q", "-O", "-", "http://127.0.0.1:9090/api/v1/targets?state=active");
        Map<String, String> health = new TreeMap<>();
        for (JsonNode target : new ObjectMapper().readTree(answer).path("data").path("activeTargets")) {
            health.put(
                    target.path("labels").path("job").asText(),
                    target.path("health").asText());
        }
        return health;
    }

    private static String promtool(Path file, String... what) throws IOException {
        List<String> command = new java.util.ArrayList<>(
                List.of(ProgramImages.program("promtool").toString()));
        command.addAll(List.of(what));
        command.add(file.toString());
        return Commands.succeed(Map.of(), file.getParent(), command);
    }

    @Test
    void everyTargetAnswersAnAlertArrivesAndALineComesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        project.start(0);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            InspectedEngine before = project.inspected();
            MigrationSession session = migration.session("6");

            assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

            Path directory = project.stack().directory();
            assertThat(targets(engine))
                    .containsOnlyKeys(
                            "alertmanager", "alloy", "cadvisor", "grafana", "loki", "node-exporter", "prometheus")
                    .allSatisfy((job, health) -> assertThat(health).isEqualTo("up"));
            assertThat(engine.docker("logs", "phone")).contains("\"uri\":\"/alerts\"");
            assertThat(promtool(directory.resolve("metrics/bulkhead-alerts.yml"), "check", "rules"))
                    .contains("SUCCESS: 6 rules found");
            assertThat(Files.readString(directory.resolve("metrics/prometheus.yml")))
                    .startsWith(PROMETHEUS.substring(0, PROMETHEUS.length() - 1))
                    .contains("alertmanager:9093");

            assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(directory.resolve("metrics/prometheus.yml")).hasContent(PROMETHEUS);
            assertThat(project.inspected().everything()).isEqualTo(before.everything());
            assertThat(targets(engine)).containsExactly(Map.entry("prometheus", "up"));
        }
    }
}
