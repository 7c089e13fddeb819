package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 3 writes for proxies that are told of it in other ways than by flags and labels of the media server. */
class TlsDialectsTest {

    @TempDir
    private Path directory;

    private static final String BEHIND = """
              web:
                image: nginx:1
                networks: [flat]
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.web.rule: Host(`web.example.org`)
                  traefik.http.services.web.loadbalancer.server.port: "80"
            networks:
              flat: {}
            """;

    private Review review(String compose, Map<String, String> answers) throws Exception {
        MigrationSession session =
                PracticeProject.of(directory, compose).migration.session("3");
        Answers given = Answers.proposed("3", session.questions());
        for (Map.Entry<String, String> answer : new TreeMap<>(answers).entrySet()) {
            given = given.withValue(answer.getKey(), answer.getValue());
        }
        session.answer(given);
        return session.review();
    }

    /** The texts that files have in the end. */
    private static Map<String, String> texts(Review review) {
        Map<String, String> texts = new TreeMap<>();
        for (PlanStep step : review.plan().steps()) {
            if (step.operation() instanceof Operation.WriteFiles(List<TextChange> changes)) {
                changes.forEach(
                        change -> texts.put(change.name(), change.after().orElse("")));
            }
        }
        return texts;
    }

    @Test
    void traefikWithAStaticFileGetsItsEntryPointAndResolverThere() throws Exception {
        Files.createDirectories(directory.resolve("traefik"));
        Files.writeString(directory.resolve("traefik/traefik.yml"), """
                # mine
                entryPoints:
                  web:
                    address: ":80"
                providers:
                  docker:
                    exposedByDefault: false
                """);

        Map<String, String> texts = texts(review(
                """
                services:
                  traefik:
                    image: traefik:v3.5
                    ports: ["192.0.2.7:80:80"]
                    volumes: ["./traefik:/etc/traefik"]
                    networks: [flat]
                """ + BEHIND, Map.of("certificate", "acme-http", "email", "me@example.org", "stage", "staging")));

        assertThat(texts.get("traefik/traefik.yml")).isEqualTo("""
                # mine
                entryPoints:
                  web:
                    address: ":80"
                  websecure:
                    address: ":443"
                providers:
                  docker:
                    exposedByDefault: false
                  file:
                    directory: /tls-dynamic
                certificatesResolvers:
                  acme:
                    acme:
                      email: "me@example.org"
                      storage: /acme/staging.json
                      caServer: "https://acme-staging-v02.api.letsencrypt.org/directory"
                      httpChallenge:
                        entryPoint: web
                """);
        assertThat(texts.get("compose.yml"))
                .contains(
                        "192.0.2.7:443:443",
                        "traefik-acme:/acme",
                        "traefik.http.routers.web.tls.certresolver: \"acme\"");
    }

    @Test
    void productionIsAskedOnceStagingHasSignedForEveryName() throws Exception {
        Review review = review("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                    ports: ["80:80"]
                    networks: [flat]
                """ + BEHIND, Map.of("certificate", "acme-dns", "dns-provider", "hetzner"));

        assertThat(review.goal().phases())
                .extracting(phase -> phase.title())
                .containsExactly(
                        "Open HTTPS at traefik",
                        "Serve web by HTTPS",
                        "Ask production for the certificates that staging has signed");
        assertThat(review.plan().text())
                .contains("https://web.example.org/ shows a valid certificate, whoever signed it")
                .contains("https://web.example.org/ shows a valid certificate of an authority that browsers trust")
                .contains("tls/dns/token (given when it is applied: the token of your DNS at hetzner; mode 0400)");
        assertThat(texts(review).get("compose.yml"))
                .contains("--certificatesresolvers.acme.acme.dnschallenge.provider=hetzner")
                .contains("HETZNER_API_KEY_FILE: /tls-dns/token")
                .contains("--certificatesresolvers.acme.acme.storage=/acme/acme.json")
                .doesNotContain("caserver");
    }

    @Test
    void routersInADynamicFileMoveThereWithTheirOwnLines() throws Exception {
        Files.createDirectories(directory.resolve("dynamic"));
        Files.writeString(directory.resolve("dynamic/routes.yml"), """
                http:
                  routers:
                    web:
                      rule: "Host(`web.lan`)"
                      entryPoints: [web]
                      service: web
                  services:
                    web:
                      loadBalancer:
                        servers:
                          - url: "http://web:80"
                """);

        Map<String, String> texts = texts(review("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command:
                      - --entrypoints.web.address=:80
                      - --providers.file.directory=/dynamic
                    ports: ["80:80"]
                    volumes: ["./dynamic:/dynamic"]
                    networks: [flat]
                  web:
                    image: nginx:1
                    networks: [flat]
                networks:
                  flat: {}
                """, Map.of()));

        assertThat(texts.get("dynamic/routes.yml")).contains("""
                      rule: "Host(`web.lan`)"
                      entryPoints: [websecure]
                      service: web
                      tls: {}
                """);
        assertThat(texts.get("dynamic/bulkhead-tls.yml")).contains("defaultCertificate", "to-https");
    }

    @Test
    void aHealthCheckThatAskedTheApiAsksThePing() throws Exception {
        String compose = """
                services:
                  traefik:
                    image: traefik:v3.5
                    command: ["--providers.docker=true", "--api.insecure=true", "--entrypoints.web.address=:80"]
                    ports: ["80:80"]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.own.rule: Host(`traefik.lan`)
                      traefik.http.routers.own.service: api@internal
                    healthcheck:
                      test: ["CMD-SHELL", "wget -q --spider http://localhost:8080/api/version || exit 1"]
                    networks: [flat]
                """;

        String changed = texts(review(compose + BEHIND, Map.of())).get("compose.yml");

        assertThat(changed)
                .contains("http://localhost:8080/ping", "--ping=true")
                .doesNotContain("api.insecure");
    }

    @Test
    void theApiStaysWhereTheDashboardHasNoRouteAndTheNotesSaySo() throws Exception {
        Review review = review("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: ["--providers.docker=true", "--api.insecure=true", "--entrypoints.web.address=:80"]
                    ports: ["80:80"]
                    networks: [flat]
                """ + BEHIND, Map.of("certificate", "private"));

        assertThat(texts(review).get("compose.yml")).contains("--api.insecure=true");
        assertThat(review.notes())
                .anyMatch(
                        note -> note.startsWith("The API of traefik stays open without encryption on its port 8080,"));
    }

    @Test
    void aRuleThatAnUnsetVariableEmptiesIsRefused() {
        assertThatThrownBy(() -> review("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                    ports: ["80:80"]
                    networks: [flat]
                  web:
                    image: nginx:1
                    networks: [flat]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`${WEB_HOST}`)
                networks:
                  flat: {}
                """, Map.of()))
                .hasMessageStartingWith(
                        "The rule of label traefik.http.routers.web.rule of web is Host(``): a variable in it"
                                + " is not set.");
    }

    @Test
    void labelsOfCaddyLoseHttpAndGetTheCertificate() throws Exception {
        Map<String, String> texts = texts(review("""
                services:
                  caddy:
                    image: lucaslorentz/caddy-docker-proxy:2.9
                    ports: ["80:80"]
                    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                    networks: [flat]
                  web:
                    image: nginx:1
                    networks: [flat]
                    labels:
                      caddy: http://web.lan
                      caddy.reverse_proxy: "{{upstreams 80}}"
                networks:
                  flat: {}
                """, Map.of()));

        assertThat(texts.get("compose.yml"))
                .contains(
                        "caddy: web.lan", "caddy.tls: \"/tls/leaf.crt /tls/leaf.key\"", "443:443", "target: \"/tls\"");
    }

    @Test
    void withoutAProxyOrWithAnotherItIsRefusedWithTheRemedy() {
        String none = """
                services:
                  web:
                    image: nginx:1
                    ports: ["80:80"]
                """;
        assertThatThrownBy(() -> review(none, Map.of()))
                .hasMessageStartingWith("The project has no reverse proxy that Bulkhead can tell of certificates:");
        assertThatThrownBy(() -> review("""
                services:
                  proxy:
                    image: nginxproxy/nginx-proxy:1.6
                    ports: ["80:80"]
                    volumes: ["/var/run/docker.sock:/tmp/docker.sock:ro"]
                  web:
                    image: nginx:1
                    environment: {VIRTUAL_HOST: web.lan}
                """, Map.of()))
                .hasMessageStartingWith("Bulkhead does not tell nginx-proxy (proxy) of certificates:");
    }
}
