package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 7 carried out on the practice engine: one service after the other gets its limits, and each comes back alone. */
class HardeningTest {

    private static final String SHOP = """
            name: shop
            services:
              web:
                image: nginx:1.29
                ports: ["8080:80"]

              db:
                image: postgres:17
                environment: {POSTGRES_PASSWORD: planted-secret}
                volumes: ["data:/var/lib/postgresql/data"]

              page:
                build: .
                read_only: true

            volumes:
              data: {}
            """;

    private final Path parent;

    HardeningTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private PracticeProject shop() throws Exception {
        PracticeProject shop = PracticeProject.of(parent, SHOP);
        shop.engine()
                .faults()
                .answer("shop-db-1", List.of("sh", "-c", "pg_isready -U \"$POSTGRES_USER\" || pg_isready"), 0);
        return shop;
    }

    private static List<Question.Row> rows(MigrationSession session, String table) throws Exception {
        return session.questions().stream()
                .flatMap(question ->
                        question instanceof Question.Table asked && asked.id().equals(table)
                                ? asked.rows().stream()
                                : Stream.<Question.Row>of())
                .toList();
    }

    private static List<String> things(MigrationSession session, String table) throws Exception {
        return rows(session, table).stream().map(Question.Row::thing).toList();
    }

    @Test
    void theMediaServerIsHardenedAndComesBackToTheFirstByte() throws Exception {
        PracticeMediaServer server = new PracticeMediaServer(parent);
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();

        RunOutcome outcome = server.migration.session("7").apply(event -> {});

        assertThat(outcome.report().orElseThrow().result().issues()).isEmpty();
        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(server.files().get("dozzle/docker-compose.yml"))
                .contains("    security_opt:\n      - no-new-privileges:true\n")
                .contains("    read_only: true\n    tmpfs:\n      - /tmp\n")
                .contains("    mem_limit: 96m\n");

        RunOutcome back = server.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    /** Naming it to Compose would start it. */
    @Test
    void aServiceWhoseProfileNobodyAskedForGetsItsFilesAndIsNotWaitedFor() throws Exception {
        PracticeProject shop = PracticeProject.of(
                parent,
                SHOP.replace(
                        "  page:\n",
                        "  tool:\n    image: alpine:3\n    profiles: [tools]\n    environment: {API: \"http://web:80\"}\n\n"
                                + "  page:\n"));

        RunOutcome outcome = shop.migration().session("7").apply(event -> {});

        assertThat(outcome.report().orElseThrow().result().issues()).isEmpty();
        assertThat(shop.text("compose.yml")).containsPattern("(?s)profiles: \\[tools].*no-new-privileges.*page:");
        assertThat(shop.engine().observe().containers(shop.name(), "tool")).isEmpty();
    }

    @Test
    void oneWhoseTextCannotBeChangedIsLeftOutAndNamedAndTheOthersAreHardened() throws Exception {
        PracticeProject shared = PracticeProject.of(parent, """
                name: shop
                services:
                  web: &web
                    image: nginx:1.29
                  worker:
                    <<: *web
                    command: [work]
                  db:
                    image: postgres:17
                """);
        MigrationSession session = shared.migration.session("7");

        assertThat(session.review().notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("'Harden web' is left out: Cannot ")
                        .contains("services.worker."));
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(shared.text("compose.yml")).contains("no-new-privileges:true");
    }

    @Test
    void oneThatMisbehavesIsTakenBackAloneAndTheOthersStayHardened() throws Exception {
        PracticeMediaServer server = new PracticeMediaServer(parent);
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();
        server.engine.faults().failNext(PracticeCall.UP, "grafana", "It does not start with so little.");

        RunOutcome outcome = server.migration.session("7").apply(event -> {});

        assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(outcome.report().orElseThrow().result().issues())
                .anyMatch(issue -> issue.endsWith("(grafana) failed: It does not start with so little."))
                .contains("\"Harden grafana\" was taken back alone; everything else goes on.");
        String monitoring = server.files().get("monitoring/docker-compose.yml");
        assertThat(monitoring.substring(monitoring.indexOf("  grafana:"), monitoring.indexOf("  cadvisor:")))
                .isEqualTo(files.get("monitoring/docker-compose.yml")
                        .substring(
                                files.get("monitoring/docker-compose.yml").indexOf("  grafana:"),
                                files.get("monitoring/docker-compose.yml").indexOf("  cadvisor:")));
        assertThat(monitoring).contains("pids_limit");

        assertThat(server.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void whatIsHardenedAlreadyIsAskedAboutNoMore() throws Exception {
        PracticeProject shop = shop();
        shop.migration().session("7").apply(event -> {});

        MigrationSession again = shop.migration().session("7");

        assertThat(things(again, "restart")).isEmpty();
        assertThat(things(again, "privileges")).isEmpty();
        again.answer(Answers.proposed("7", again.questions()));
        assertThat(again.review().plan().steps()).isEmpty();
    }

    @Test
    void aLimitUnderTheMeasuredPeakIsAStop() throws Exception {
        PracticeProject shop = shop();
        shop.engine().faults().uses("shop-db-1", 300L << 20);
        MigrationSession session = shop.migration().session("7");

        assertThat(rows(session, "memory").stream()
                        .filter(row -> row.thing().equals("db"))
                        .map(Question.Row::proposed))
                .containsExactly("512m");
        session.answer(session.answers().withValue("memory.db", "256m"));

        assertThatThrownBy(session::review)
                .isInstanceOf(MigrationException.class)
                .hasMessage("Service db would be ended at once: a limit of 256m is under its peak of 300 MiB;"
                        + " answer at least 512m to 'memory.db', or keep.");
    }

    @Test
    void aHealthCheckIsOfferedOnlyWhereItSucceededInsideTheContainer() throws Exception {
        PracticeProject shop = shop();
        for (String line : List.of(
                "wget -q --spider http://127.0.0.1:80/",
                "curl -fsS -o /dev/null http://127.0.0.1:80/",
                "nc -z 127.0.0.1 80")) {
            shop.engine().faults().answer("shop-web-1", List.of(line.split(" ")), 1);
        }

        MigrationSession session = shop.migration().session("7");

        assertThat(things(session, "health")).doesNotContain("web");
        assertThat(session.review().notes())
                .anyMatch(note -> note.contains("(Check its health) for web: what was tried inside it failed there"));
    }

    @Test
    void whatAContainerWroteDecidesWhetherItsRootCanBeReadOnly() throws Exception {
        PracticeProject shop = shop();
        shop.engine()
                .faults()
                .wrote("shop-web-1", List.of("/run", "/run/nginx.pid", "/etc", "/etc/nginx", "/etc/nginx/a.conf"));
        shop.engine().faults().wrote("shop-db-1", List.of("/run", "/run/postgresql", "/run/postgresql/.s.PGSQL.5432"));

        MigrationSession session = shop.migration().session("7");

        assertThat(things(session, "read-only")).containsExactly("db");
        assertThat(session.review().notes())
                .contains(
                        "Not offered (Read-only root) for web: it writes /etc/nginx/a.conf, which needs a volume first.");
    }

    @Test
    void answersReplay() throws Exception {
        PracticeProject shop = shop();
        MigrationSession session = shop.migration().session("7");
        session.answer(session.answers()
                .withValue("privileges.web", "leave")
                .withValue("capabilities.web", "take")
                .withValue("memory.web", "1g"));

        session.apply(event -> {});

        assertThat(shop.text("compose.yml")).contains("""
                  web:
                    image: nginx:1.29
                    ports: ["8080:80"]
                    mem_limit: 1g
                    restart: unless-stopped
                    pids_limit: 200
                """).doesNotContain("planted-secret-");
        assertThat(shop.text(".bulkhead/answers/7.yml")).contains("memory.web: 1g");
    }

    @Test
    void whoHasTheSocketGetsAProxyWithItsCallsAlone() throws Exception {
        PracticeMediaServer server = new PracticeMediaServer(parent);
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();
        MigrationSession session = server.migration.session("7");

        assertThat(things(session, "socket")).containsExactly("dozzle", "traefik");
        assertThat(session.review().notes())
                .contains(
                        "Not offered (A proxy before the engine's socket) for autoheal: its health check looks at the"
                                + " socket and would fail without it.",
                        "Not offered (A proxy before the engine's socket) for cadvisor: it is not known which calls its"
                                + " image makes.");
        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.report().orElseThrow().result().issues()).isEmpty();
        assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(server.files().get("traefik/docker-compose.yml"))
                .contains("      - \"--providers.docker.endpoint=tcp://docker-proxy-traefik:2375\"\n")
                .doesNotContain("docker.sock}:/var/run/docker.sock");
        assertThat(String.join("\n", server.files().values())).contains("""
                    environment:
                      CONTAINERS: "1"
                """);

        assertThat(server.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void requestsAreLimitedInTheLabelsOfTheService() throws Exception {
        PracticeMediaServer server = new PracticeMediaServer(parent);
        MigrationSession session = server.migration.session("7");
        session.answer(session.answers().withValue("rate.jellyfin", "take"));

        session.apply(event -> {});

        assertThat(server.files().get("jellyfin/docker-compose.yml"))
                .contains("traefik.http.middlewares.jellyfin-rate.ratelimit.average=100")
                .contains("traefik.http.routers.jellyfin.middlewares=jellyfin-rate");
    }
}
