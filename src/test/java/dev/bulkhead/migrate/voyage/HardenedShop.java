package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Iteration 7 on a real engine: what inspect tells of limits, who goes on serving, and who is taken back alone. */
abstract class HardenedShop {

    /** The fussy one gives a file away at its start, which takes a capability that nobody knows it needs. */
    private static final String COMPOSE = """
            name: hardened

            services:
              web:
                image: nginx:1.29
                container_name: web
                ports:
                  - "8000:80"

              store:
                image: postgres:17
                container_name: store
                volumes:
                  - kept:/var/lib/postgresql/data

              fussy:
                image: prom/prometheus:v3
                container_name: fussy
                entrypoint: ["sh", "-c", "touch /kept/f && chown 1:1 /kept/f && exec /stand-in prom/prometheus:v3 9090"]
                volumes:
                  - kept:/kept

              logs:
                image: amir20/dozzle:v8.13
                container_name: logs
                volumes:
                  - SOCKET:/var/run/docker.sock:ro

            volumes:
              kept: {}
            """;

    private final PrivateEngine engine;

    HardenedShop(PrivateEngine engine) {
        this.engine = engine;
    }

    private String inspect(String container, String field) throws Exception {
        return engine.docker("inspect", "-f", "{{json ." + field + "}}", container)
                .strip();
    }

    private List<String> all() throws Exception {
        return List.of(
                inspect("web", "HostConfig"),
                inspect("store", "HostConfig"),
                inspect("fussy", "HostConfig"),
                inspect("logs", "HostConfig"),
                inspect("web", "Config.Healthcheck"),
                inspect("store", "Config.Image"));
    }

    @Test
    void limitsAreInForceTheReadOnlyOneServesAndTheOneThatMisbehavesIsTakenBackAlone() throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("hardened"), "shop");
        Files.writeString(
                directory.resolve("compose.yml"),
                COMPOSE.replace("SOCKET", engine.address().substring("unix://".length())));
        StandInImages.provide(
                engine,
                "nginx:1.29",
                "postgres:17",
                "prom/prometheus:v3",
                "amir20/dozzle:v8.13",
                "tecnativa/docker-socket-proxy:0.3.0");
        SampleStack stack = new SampleStack(engine, directory, Map.of());
        VoyageProject project = new VoyageProject(stack);
        project.start(0);
        engine.docker("exec", "store", "sh", "-c", "mkdir -p /run/postgresql && echo 1 > /run/postgresql/pid");
        List<String> before = all();
        SortedMap<String, String> files = project.files();
        try (DockerGateway gateway = project.gateway()) {
            MigrationSession session = project.migration(gateway).session("7");
            List<Question> questions = session.questions();
            assertThat(things(questions, "read-only")).contains("store", "web");
            assertThat(things(questions, "health")).contains("store", "web");
            session.answer(
                    session.answers().withValue("read-only.store", "take").withValue("capabilities.fussy", "take"));

            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.report().orElseThrow().result().issues())
                    .anyMatch(issue -> issue.startsWith("Step") && issue.contains("(fussy) failed"))
                    .contains("\"Harden fussy\" was taken back alone; everything else goes on.");
            assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(inspect("web", "HostConfig.PidsLimit")).isEqualTo("200");
            assertThat(Long.parseLong(inspect("web", "HostConfig.Memory"))).isPositive();
            assertThat(inspect("web", "HostConfig.SecurityOpt")).contains("no-new-privileges:true");
            assertThat(inspect("web", "HostConfig.RestartPolicy.Name")).isEqualTo("\"unless-stopped\"");
            assertThat(inspect("web", "State.Health.Status")).isEqualTo("\"healthy\"");
            assertThat(inspect("store", "HostConfig.ReadonlyRootfs")).isEqualTo("true");
            assertThat(inspect("store", "State.Health.Status")).isEqualTo("\"healthy\"");
            assertThat(engine.inWorld("busybox", "wget", "-q", "-O", "-", "http://198.18.0.1:8000/")
                            .output())
                    .endsWith("answers");
            assertThat(inspect("logs", "HostConfig.Binds")).isEqualTo("null");
            assertThat(inspect("logs", "Config.Env")).contains("DOCKER_HOST=tcp://docker-proxy-logs:2375");
            assertThat(inspect("hardened-docker-proxy-logs-1", "Config.Env")).contains("CONTAINERS=1", "INFO=1");
            assertThat(inspect("fussy", "HostConfig")).isEqualTo(before.get(2));
            assertThat(inspect("fussy", "State.Running")).isEqualTo("true");

            RunOutcome back = project.migration(gateway).rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(all()).isEqualTo(before);
        } finally {
            stack.compose("down", "--remove-orphans", "-v");
        }
    }

    private static List<String> things(List<Question> questions, String table) {
        return questions.stream()
                .flatMap(question ->
                        question instanceof Question.Table asked && asked.id().equals(table)
                                ? asked.rows().stream()
                                : Stream.<Question.Row>of())
                .map(Question.Row::thing)
                .toList();
    }
}
