package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.topology.PortMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 3 where a machine has a single name: each service gets a port under it, encrypted, through the proxy. */
class PortPerServiceTest {

    private static final String CADDY = """
        name: home
        services:
          caddy:
            image: caddy:2
            ports: ["192.0.2.7:80:80"]
            volumes: ["./caddy:/etc/caddy"]
            networks: [flat]
          start:
            image: ghcr.io/gethomepage/homepage:v1
            networks: [flat]
          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            environment:
              HOME_PAGE: http://start.lan/today
            networks: [flat]
          other:
            image: nginx:1
            ports: ["3000:80"]
            networks: [flat]
        networks:
          flat: {}
        """;

    private static final String CADDYFILE = """
        {
        \tauto_https off
        }

        http://start.lan,
        http://www.lan {
        \treverse_proxy start:3000
        }

        http://sonarr.lan {
        \treverse_proxy sonarr:8989
        }
        """;

    private static final String TRAEFIK = """
        name: home
        services:
          traefik:
            image: traefik:v3.5
            command:
              - --providers.docker=true
              - --entrypoints.web.address=:80
              - --entrypoints.web.http.middlewares=ratelimit@file
            ports: ["80:80"]
            networks: [flat]
          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            networks: [flat]
            labels:
              traefik.enable: "true"
              traefik.http.routers.tv.rule: Host(`sonarr.lan`) && !Path(`/metrics`)
              traefik.http.services.tv.loadbalancer.server.port: "8989"
          start:
            image: ghcr.io/gethomepage/homepage:v1
            networks: [flat]
            labels:
              traefik.enable: "true"
              traefik.http.routers.start.rule: Host(`start.lan`)
              traefik.http.services.start.loadbalancer.server.port: "3000"
        networks:
          flat: {}
        """;

    @TempDir
    private Path directory;

    private PracticeProject caddy() throws Exception {
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(directory.resolve("caddy/Caddyfile"), CADDYFILE);
        return PracticeProject.of(directory, CADDY);
    }

    private static MigrationSession byPorts(PracticeProject project, Map<String, String> answers) throws Exception {
        MigrationSession session = project.migration.session("3");
        Answers given = Answers.proposed("3", session.questions())
                .withValue("routing", "ports")
                .withValue("one-name", "box.tail1234.ts.net")
                .withValue("certificate", "private");
        for (Map.Entry<String, String> answer : new TreeMap<>(answers).entrySet()) {
            given = given.withValue(answer.getKey(), answer.getValue());
        }
        session.answer(given);
        return session;
    }

    /** Goes through the iterations before; what is published stays so. */
    private static Map<String, String> ready(PracticeProject project, String... names) throws Exception {
        MigrationSession foundation = project.migration.session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        MigrationSession ports = project.migration.session("2");
        Answers answers = Answers.proposed("2", ports.questions());
        for (var question : ports.questions()) {
            if (question.id().startsWith("port.")) {
                answers = answers.withValue(question.id(), "keep");
            }
        }
        ports.answer(answers);
        assertThat(ports.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        Map<String, String> texts = new TreeMap<>();
        for (String name : names) {
            texts.put(name, project.text(name));
        }
        return texts;
    }

    private static List<String> published(PracticeProject project, String container) throws Exception {
        return project.engine().observe().containers().stream()
                .filter(c -> c.name().equals(container))
                .flatMap(c -> c.ports().stream().map(PortMapping::text))
                .sorted()
                .toList();
    }

    @Test
    void sitesOfACaddyfileMoveToPortsOfOneNameAndComeBack() throws Exception {
        PracticeProject project = caddy();
        Map<String, String> texts = ready(project, "compose.yml", "caddy/Caddyfile");
        MigrationSession session = byPorts(project, Map.of());
        assertThat(session.answers().value("port-of")).contains("sonarr=8989 start=8443");

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(project.text("caddy/Caddyfile")).isEqualTo("""
            {
            }

            box.tail1234.ts.net:8443 {
            \ttls /tls/leaf.crt /tls/leaf.key
            \treverse_proxy start:3000
            }

            box.tail1234.ts.net:8989 {
            \ttls /tls/leaf.crt /tls/leaf.key
            \treverse_proxy sonarr:8989
            }
            """);
        assertThat(project.text("compose.yml")).contains("HOME_PAGE: https://box.tail1234.ts.net:8443/today");
        assertThat(published(project, "home-caddy-1"))
                .containsExactly("192.0.2.7:80:80", "192.0.2.7:8443:8443", "192.0.2.7:8989:8989");
        assertThat(outcome.report().orElseThrow().result().checks())
                .extracting(check -> check.subject())
                .contains(
                        "https://box.tail1234.ts.net:8443/ answers",
                        "https://box.tail1234.ts.net:8989/ answers",
                        "https://box.tail1234.ts.net:8989/ shows a valid certificate signed by tls/authority/root.crt",
                        "http://box.tail1234.ts.net/ gives nothing in clear but a redirect to HTTPS");

        // asked once more, it proposes what stands
        MigrationSession again = project.migration.session("3");
        assertThat(again.answers().value("routing")).contains("ports");
        assertThat(again.answers().value("port-of")).contains("sonarr=8989 start=8443");

        assertThat(project.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.text("caddy/Caddyfile")).isEqualTo(CADDYFILE).isEqualTo(texts.get("caddy/Caddyfile"));
        assertThat(project.text("compose.yml")).isEqualTo(texts.get("compose.yml"));
        assertThat(published(project, "home-caddy-1")).containsExactly("192.0.2.7:80:80");
    }

    @Test
    void theExposureThatComesBackIsSaidBeforehand() throws Exception {
        Review review = byPorts(caddy(), Map.of("ports-address", "100.101.2.3", "port-of", "sonarr=8989, start=443"))
                .review();

        assertThat(review.notes())
                .contains(
                        "Exposure comes back: address 100.101.2.3 shows 2 ports instead of one, 8989 (sonarr), 443 (start)."
                                + " Whoever reaches it sees what runs here without knowing a name, and the firewall needs a"
                                + " hole for each; all of them are encrypted and end at caddy.",
                        "The address 100.101.2.3 is one of a Tailscale network: after a restart of the machine the engine can"
                                + " bind it only once tailscaled runs, so let docker.service start after tailscaled.service.",
                        "These names are no routes any more: sonarr.lan, start.lan, www.lan; bookmarks have to follow.");
        assertThat(review.goal().handouts())
                .extracting(handout -> handout.text())
                .anyMatch(text -> text.contains("https://box.tail1234.ts.net/   # start")
                        && text.contains("https://box.tail1234.ts.net:8989/   # sonarr"))
                .anyMatch(text ->
                        text.contains("Ports that open at 100.101.2.3") && text.contains("sudo ufw allow 8989/tcp"));
    }

    @Test
    void routersOfTraefikMoveToEntryPointsOfTheirOwnWithWhatStandsBeforeThem() throws Exception {
        PracticeProject project = PracticeProject.of(directory, TRAEFIK);
        Map<String, String> texts = ready(project, "compose.yml");
        MigrationSession session = byPorts(project, Map.of("port-of", "sonarr=8989 start=443"));

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(project.text("compose.yml"))
                .contains("--entrypoints.websecure.address=:443", "--entrypoints.port8989.address=:8989")
                .contains("--entrypoints.port8989.http.middlewares=ratelimit@file")
                .contains("traefik.http.routers.tv.rule: Host(`box.tail1234.ts.net`) && !Path(`/metrics`)")
                .contains("traefik.http.routers.tv.entrypoints: \"port8989\"")
                .contains("traefik.http.routers.start.entrypoints: \"websecure\"");
        assertThat(published(project, "home-traefik-1")).containsExactly("443:443", "80:80", "8989:8989");

        assertThat(project.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.text("compose.yml")).isEqualTo(texts.get("compose.yml"));
    }

    @Test
    void aPortThatSomebodyElseHasIsRefusedAndSoIsOneForNobody() throws Exception {
        PracticeProject project = caddy();

        assertThatThrownBy(() -> byPorts(project, Map.of("port-of", "sonarr=3000 start=443"))
                        .review())
                .hasMessageStartingWith(
                        "Port 3000 of the host is that of other; close it (iteration 2), or give sonarr");
        assertThatThrownBy(
                        () -> byPorts(project, Map.of("port-of", "sonarr=8989")).review())
                .hasMessage("The answer to 'port-of' gives no port to start; write for instance start=8443.");
        assertThatThrownBy(() -> byPorts(project, Map.of("port-of", "sonarr=9000 start=9000"))
                        .review())
                .hasMessage("The answer to 'port-of' gives port 9000 to two services; each needs one of its own.");
        assertThatThrownBy(() -> byPorts(project, Map.of("one-name", "box")).review())
                .hasMessageStartingWith("The answer to 'one-name' is 'box';");
    }
}
