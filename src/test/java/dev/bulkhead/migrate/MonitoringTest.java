package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 6 on the practice engine: logs and measurements are collected, whatever of that is there already. */
class MonitoringTest {

    private static final String SHOP = """
        name: shop
        services:
          web:
            image: nginx:1.29
            networks: [outside]
          store:
            image: postgres:17
            networks: [inside]
          jobs:
            image: rabbitmq:4
            networks: [inside]
        networks:
          outside: {}
          inside: {internal: true}
        """;

    @TempDir
    private Path directory;

    private static List<String> rows(List<Question> questions, String table) {
        return questions.stream()
                .filter(question -> question.id().equals(table))
                .flatMap(question -> ((Question.Table) question).rows().stream())
                .map(row -> row.id() + "=" + row.proposed())
                .toList();
    }

    private static List<String> files(Review review) {
        return review.patch().changes().stream().map(change -> change.name()).toList();
    }

    private static String text(Review review, String file) {
        return review.patch().changes().stream()
                .filter(change -> change.name().equals(file))
                .findFirst()
                .flatMap(change -> change.after())
                .orElse("");
    }

    private static List<String> networks(PracticeProject project, String service) throws EngineException {
        return project.engine().observe().containers("shop", service).stream()
                .flatMap(container -> container.endpoints().stream())
                .map(ObservedEndpoint::network)
                .sorted()
                .toList();
    }

    @Test
    void theMediaServerGetsWhatItLacksAndItsOwnFilesAreAddedTo() throws Exception {
        PracticeMediaServer server = new PracticeMediaServer(directory);
        MigrationSession foundation = server.migration.session("1");
        foundation.answer(foundation.answers().withValue("apply", "recreate"));
        assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        String before = Files.readString(server.directory.resolve("monitoring/prometheus.yml"));
        MigrationSession session = server.migration.session("6");

        assertThat(rows(session.questions(), "parts"))
                .containsExactly("parts.loki=add", "parts.collector=add", "parts.alerts=add", "parts.dashboards=add");
        assertThat(rows(session.questions(), "scrape"))
                .containsExactly(
                        "scrape.alertmanager=fetch",
                        "scrape.cloudflared=leave",
                        "scrape.grafana=fetch",
                        "scrape.jellyfin=leave");
        Review review = session.review();
        assertThat(files(review))
                .containsExactly(
                        "docker-compose.yml",
                        "monitoring/alloy/config.alloy",
                        "monitoring/bulkhead-alerts.yml",
                        "monitoring/docker-compose.yml",
                        "monitoring/grafana/dashboards/bulkhead.yml",
                        "monitoring/grafana/dashboards/bulkhead/overview.json",
                        "monitoring/grafana/datasources/bulkhead.yml",
                        "monitoring/loki/config.yml",
                        "monitoring/prometheus.yml");
        assertThat(text(review, "monitoring/prometheus.yml"))
                .contains("  - /etc/prometheus/alerts.yml\n  - /etc/prometheus/bulkhead-alerts.yml\n")
                .endsWith("""
                  - job_name: traefik
                    static_configs:
                      - targets: ['traefik:8080']
                  - job_name: loki
                    static_configs:
                      - targets:
                          - loki:3100
                  - job_name: alloy
                    static_configs:
                      - targets:
                          - alloy:12345
                  - job_name: alertmanager
                    static_configs:
                      - targets:
                          - alertmanager:9093
                  - job_name: grafana
                    static_configs:
                      - targets:
                          - grafana:3000
                """);
        assertThat(text(review, "monitoring/docker-compose.yml"))
                .contains("    - ./bulkhead-alerts.yml:/etc/prometheus/bulkhead-alerts.yml:ro\n");
        assertThat(text(review, "monitoring/loki/config.yml")).contains("retention_period: 14d");
        assertThat(review.effect().outages()).isEmpty();

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(server.assignments())
                .containsEntry("mediaserver-loki-1", "mgmt-net")
                .containsEntry("mediaserver-alloy-1", "mgmt-net");
        assertThat(server.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(server.directory.resolve("monitoring/prometheus.yml")).hasContent(before);
        assertThat(server.directory.resolve("monitoring/loki")).doesNotExist();
    }

    @Test
    void aProjectThatNobodyWatchesGetsAllOfItOnANetworkOfItsOwn() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        PracticeProject project = new PracticeProject(directory);
        assertThat(project.migration.session("1").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        MigrationSession session = project.migration.session("6");

        assertThat(rows(session.questions(), "parts"))
                .containsExactly(
                        "parts.loki=add",
                        "parts.collector=add",
                        "parts.prometheus=add",
                        "parts.host=add",
                        "parts.containers=add",
                        "parts.alerts=add",
                        "parts.grafana=leave");
        assertThat(rows(session.questions(), "scrape")).containsExactly("scrape.jobs=fetch");
        Review review = session.review();

        assertThat(text(review, "monitoring/prometheus/prometheus.yml"))
                .contains("rule_files:\n  - /etc/prometheus/bulkhead-alerts.yml\n")
                .contains("jobs:15692")
                .contains("node-exporter:9100");
        assertThat(review.notes().toString()).contains("There is no Alertmanager");
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(networks(project, "prometheus")).containsExactly("shop-monitoring-net");
        assertThat(networks(project, "jobs")).contains("shop-monitoring-net");
        assertThat(networks(project, "store")).doesNotContain("shop-monitoring-net");
        assertThat(networks(project, "web")).doesNotContain("shop-monitoring-net");
    }

    @Test
    void grafanaIsAddedWhereItIsWantedWithAPasswordThatIsShownOnce() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        PracticeProject project = new PracticeProject(directory);
        project.migration.session("1").apply(event -> {});
        MigrationSession session = project.migration.session("6");
        session.answer(session.answers().withValue("parts.grafana", "add"));

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(networks(project, "grafana")).containsExactly("shop-monitoring-net");
        assertThat(project.text("monitoring/grafana/datasources/bulkhead.yml")).isEqualTo("""
                apiVersion: 1
                datasources:
                  - name: Loki
                    type: loki
                    access: proxy
                    url: http://loki:3100
                  - name: Prometheus
                    type: prometheus
                    access: proxy
                    url: http://prometheus:9090
                """);
        assertThat(session.control().fresh().take())
                .isEqualTo(Map.of("secrets/grafana_admin_password", project.text("secrets/grafana_admin_password")));
        assertThat(project.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(directory.resolve("secrets")).doesNotExist();
        assertThat(directory.resolve("monitoring")).doesNotExist();
    }

    @Test
    void grafanaJoinsWhoMeasuresAlready() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), """
            name: shop
            services:
              prometheus:
                image: prom/prometheus:v3
                volumes: ["conf:/etc/prometheus"]
                networks: [watch]
            volumes: {conf: {}}
            networks: {watch: {}}
            """);
        MigrationSession session = new PracticeProject(directory).migration.session("6");
        session.answer(session.answers()
                .withValue("parts.loki", "leave")
                .withValue("parts.collector", "leave")
                .withValue("parts.grafana", "add")
                .withValue("network", "monitoring-net"));

        assertThat(text(session.review(), "compose.yml"))
                .contains("    networks:\n      - monitoring-net\n      - watch\n");
        assertThat(text(session.review(), "monitoring/grafana/datasources/bulkhead.yml"))
                .contains("url: http://prometheus:9090")
                .doesNotContain("loki");
    }

    @Test
    void grafanaWithNothingToShowIsRefused() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        MigrationSession session = new PracticeProject(directory).migration.session("6");
        session.answer(session.answers()
                .withValue("parts.loki", "leave")
                .withValue("parts.collector", "leave")
                .withValue("parts.prometheus", "leave")
                .withValue("parts.grafana", "add"));

        assertThatThrownBy(session::review)
                .hasMessage(
                        "There is nothing that Grafana could show: answer add to 'parts.loki' or 'parts.prometheus',"
                                + " or leave to 'parts.grafana'.");
    }

    @Test
    void whatWasAddedGoesAgainWhereALaterPartFails() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        PracticeProject project = new PracticeProject(directory);
        project.migration.session("1").apply(event -> {});
        project.engine.faults().failNext(PracticeCall.UP, "prometheus", "The engine refuses prometheus.");

        assertThat(project.migration.session("6").apply(event -> {}).sentence())
                .isEqualTo(
                        "Rolled back: files and engine are as they were. Step 19 (prometheus) failed: The engine refuses"
                                + " prometheus.");

        assertThat(networks(project, "loki")).isEmpty();
        assertThat(directory.resolve("monitoring")).doesNotExist();
    }

    @Test
    void aCollectorWithoutAStoreIsRefused() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        MigrationSession session = new PracticeProject(directory).migration.session("6");
        session.answer(session.answers().withValue("parts.loki", "leave"));

        assertThatThrownBy(session::review)
                .hasMessage("There is no log store that logs could be sent to: answer add to 'parts.loki', or leave to"
                        + " 'parts.collector'.");
    }

    @Test
    void answersSayWhatIsLeftOut() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
        PracticeProject project = new PracticeProject(directory);
        MigrationSession session = project.migration.session("6");
        Answers answers = session.answers();
        for (String part : List.of("collector", "prometheus", "host", "containers", "alerts")) {
            answers = answers.withValue("parts." + part, "leave");
        }
        session.answer(answers.withValue("days", "30"));

        assertThat(files(session.review())).containsExactly("compose.yml", "monitoring/loki/config.yml");
        assertThat(text(session.review(), "monitoring/loki/config.yml")).contains("retention_period: 30d");
    }

    @Test
    void aCollectorWhoseFileIsElsewhereIsLeftAloneAndSaidSo() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), """
            name: shop
            services:
              prometheus:
                image: prom/prometheus:v3
                volumes: ["conf:/etc/prometheus"]
              jobs:
                image: rabbitmq:4
            volumes: {conf: {}}
            """);
        PracticeProject project = new PracticeProject(directory);
        MigrationSession session = project.migration.session("6");

        assertThat(rows(session.questions(), "parts"))
                .containsExactly("parts.loki=add", "parts.collector=add", "parts.grafana=leave");
        assertThat(rows(session.questions(), "scrape")).isEmpty();
        assertThat(session.review().notes().toString())
                .contains("What prometheus fetches is no file of the project, so nothing is added to it");
    }
}
