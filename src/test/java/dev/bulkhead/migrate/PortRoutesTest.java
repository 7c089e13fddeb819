package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 2 plans for the proxy that a project has. */
class PortRoutesTest {

    private final Path directory;

    PortRoutesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Review review(String compose) throws Exception {
        return PracticeProject.of(directory, compose).migration.session("2").review();
    }

    /** The steps without reasons and costs. */
    private static List<String> steps(Review review) {
        return review.plan().steps().stream()
                .map(step ->
                        step.operation().subject() + ": " + step.operation().action())
                .filter(step -> !step.endsWith("wait until all run and are healthy"))
                .toList();
    }

    private static String text(Review review, String file) {
        return review.patch().changes().stream()
                .filter(change -> change.name().equals(file))
                .findFirst()
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    @Test
    void aServiceWithoutARouteGetsLabelsAndThenLosesItsPort() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
            """);

        assertThat(steps(review))
                .containsExactly(
                        "1 file: write compose.yml",
                        "sonarr: recreate from the files, wait until healthy",
                        "sonarr: ask traefik for http://sonarr.home.arpa/",
                        "1 file: write compose.yml",
                        "sonarr: recreate from the files, wait until healthy",
                        "sonarr: look whether host port 8989/tcp is closed",
                        "sonarr: ask traefik for http://sonarr.home.arpa/");
        assertThat(text(review, "compose.yml")).isEqualTo("""
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                labels:
                  traefik.http.routers.sonarr.rule: Host(`sonarr.home.arpa`)
                  traefik.http.routers.sonarr.entrypoints: web
                  traefik.http.routers.sonarr.service: sonarr
                  traefik.http.services.sonarr.loadbalancer.server.port: "8989"
            """);
    }

    @Test
    void caddyThatReadsLabelsGetsLabels() throws Exception {
        Review review = review("""
            name: home
            services:
              caddy:
                image: lucaslorentz/caddy-docker-proxy:2.9
                ports: ["80:80", "443:443"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
            """);

        assertThat(text(review, "compose.yml"))
                .contains("caddy: http://sonarr.home.arpa")
                .contains("caddy.reverse_proxy: \"{{upstreams 8989}}\"")
                .doesNotContain("8989:8989");
        assertThat(steps(review)).contains("sonarr: ask caddy for http://sonarr.home.arpa/");
    }

    @Test
    void aCaddyfileGetsASiteAndCaddyIsRestarted() throws Exception {
        Files.writeString(directory.resolve("Caddyfile"), "http://start.home.arpa {\n\treverse_proxy start:3000\n}\n");
        Review review = review("""
            name: home
            services:
              caddy:
                image: caddy:2
                ports: ["80:80"]
                volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro"]
              start:
                image: ghcr.io/gethomepage/homepage:v1
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
            """);

        assertThat(steps(review))
                .containsExactly(
                        "1 file: write Caddyfile",
                        "caddy: restart",
                        "sonarr: ask caddy for http://sonarr.home.arpa/",
                        "1 file: write compose.yml",
                        "sonarr: recreate from the files, wait until healthy",
                        "sonarr: look whether host port 8989/tcp is closed",
                        "sonarr: ask caddy for http://sonarr.home.arpa/");
        assertThat(text(review, "Caddyfile")).isEqualTo("""
            http://start.home.arpa {
            \treverse_proxy start:3000
            }

            http://sonarr.home.arpa {
            \treverse_proxy sonarr:8989
            }
            """);
    }

    @Test
    void aProxyWhoseRoutesAreNotKnownGetsNoneAndIsNamed() throws Exception {
        PracticeProject project = PracticeProject.of(directory, """
            name: home
            services:
              nginx:
                image: jc21/nginx-proxy-manager:2
                ports: ["80:80"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
            """);
        MigrationSession session = project.migration.session("2");

        assertThat(session.questions())
                .filteredOn(question -> question.id().equals("port.sonarr.8989"))
                .singleElement()
                .isInstanceOfSatisfying(Question.Choice.class, choice -> {
                    assertThat(choice.proposed()).isEqualTo("keep");
                    assertThat(choice.options())
                            .extracting(Question.Option::value)
                            .containsExactly("close", "keep");
                });
        assertThat(session.review().plan().steps()).isEmpty();
        assertThat(session.review().notes())
                .containsExactly(
                        "Routes of nginx are neither known nor written: Bulkhead writes those of Traefik, Caddy with labels or"
                                + " a Caddyfile, and nginx-proxy. Make them by hand, then answer close.");
    }

    @Test
    void addressesThatUsedThePortAreFollowedOrNamed() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
              grafana:
                image: grafana/grafana:12
                environment:
                  GF_SERVER_ROOT_URL: http://nas:3001/
                ports: ["3001:3000"]
              start:
                image: ghcr.io/gethomepage/homepage:v1
                environment:
                  INSIDE: http://host.docker.internal:3001/api
                  OUTSIDE: http://192.168.1.10:3001
                  OTHER: http://grafana:3000
            """);

        assertThat(text(review, "compose.yml"))
                .contains("GF_SERVER_ROOT_URL: http://grafana.home.arpa/")
                .contains("INSIDE: http://grafana:3000/api")
                .contains("OUTSIDE: http://192.168.1.10:3001")
                .contains("OTHER: http://grafana:3000");
        assertThat(review.notes())
                .containsExactly("Variable OUTSIDE of start names port 3001/tcp of the host, which closes; write"
                        + " http://grafana.home.arpa there instead.");
    }

    @Test
    void theProxyJoinsANetworkWhereItMeetsTheService() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
                networks: [front]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
                networks: [back]
            networks:
              front: {}
              back: {}
            """);

        assertThat(steps(review)).contains("traefik: attach to home_back");
        assertThat(review.effect().outages()).isEmpty();
    }

    @Test
    void handoutsNameTheAddressThatTheDoorIsBoundTo() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["192.168.1.10:80:80"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989:8989"]
            """);

        assertThat(review.goal().handouts())
                .contains(
                        new Handout(
                                "Names for /etc/hosts of every machine, with the address of this host",
                                List.of("192.168.1.10 sonarr.home.arpa")),
                        new Handout(
                                "The same for a DNS server (dnsmasq, Pi-hole)",
                                List.of("address=/sonarr.home.arpa/192.168.1.10")));
    }

    @Test
    void withoutAnythingToCloseThereIsNothingToHandOut() throws Exception {
        Review review = review("""
            name: home
            services:
              db:
                image: postgres:17
            """);

        assertThat(review.plan().steps()).isEmpty();
        assertThat(review.goal().handouts()).isEmpty();
        assertThat(review.notes()).isEmpty();
    }

    @Test
    void theFirewallIsLeftAloneWhereEveryPortStays() throws Exception {
        Review review = review("""
            name: home
            services:
              proxy:
                image: jc21/nginx-proxy-manager:2
                ports: ["80:80"]
            """);

        assertThat(review.goal().handouts())
                .extracting(Handout::title)
                .containsExactly(
                        "Published ports: who reaches them, what speaks there, what becomes of them",
                        "Exposure, one box a published port");
        assertThat(review.notes()).isEmpty();
    }

    /** What the engine chooses is not known to a firewall. */
    @Test
    void aPortThatTheEngineChoosesIsNotTakenForTheOneInside() throws Exception {
        PracticeProject project = PracticeProject.of(directory, """
            name: home
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                ports: ["8989"]
            """);
        project.migration().session("1").apply(event -> {});
        project.migration().filesAsTheyAre().apply(event -> {});
        MigrationSession session = project.migration().session("2");
        Review review = session.review();

        assertThat(review.goal().handouts().getFirst().lines())
                .containsExactly(
                        "80/tcp           traefik  LAN  the door itself          stays open",
                        "random:8989/tcp  sonarr   LAN  web pages, by its image  closes; open http://sonarr.home.arpa/");
        assertThat(review.goal().handouts().getLast())
                .isEqualTo(new Handout(
                        "Firewall, where firewalld is used",
                        List.of("sudo firewall-cmd --permanent --add-service=http", "sudo firewall-cmd --reload")));
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(project.engine()
                        .observe()
                        .containers("home", "sonarr")
                        .getFirst()
                        .ports())
                .isEmpty();
    }
}
