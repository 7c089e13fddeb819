package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.ExposureChange.OpenPort;
import dev.bulkhead.migrate.status.ExposureChange.Source;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of a project and told with the moment; what is not known is told with why. */
class StatusReportTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:02:10Z");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @BeforeEach
    void start() throws Exception {
        project = PracticeProject.of(folder, """
                name: home
                services:
                  traefik:
                    image: traefik:v3
                    command: ["--providers.docker=true", "--providers.docker.exposedbydefault=false"]
                    ports: ["80:80", "127.0.0.1:8090:8080"]
                    networks: [flat]
                  jellyfin:
                    image: jellyfin/jellyfin
                    ports: ["8096:8096"]
                    networks: [flat]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.jellyfin.rule: Host(`jellyfin.lan`)
                      traefik.http.services.jellyfin.loadbalancer.server.port: "8096"
                  wiki:
                    image: example/wiki:1
                    networks: [aside]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.wiki.rule: Host(`wiki.lan`)
                      traefik.http.services.wiki.loadbalancer.server.port: "3000"
                  manager:
                    image: jc21/nginx-proxy-manager
                    networks: [aside]
                networks:
                  flat: {}
                  aside: {}
                """);
    }

    private StatusReport report() throws Exception {
        return project.migration().report(LookCourse.SILENT);
    }

    private static List<String> told(StatusReport report) {
        return report.proxies().value().orElseThrow().proxies().stream()
                .flatMap(proxy -> Stream.concat(
                        Stream.concat(
                                Stream.of(proxy.service() + ", " + proxy.software() + ": " + proxy.sentence()),
                                proxy.leads().stream()
                                        .map(lead -> lead.way() + " " + lead.takes() + " to " + lead.target() + ": "
                                                + lead.words())),
                        proxy.unseen().stream()))
                .toList();
    }

    @Test
    void everyRouteIsAskedAndOneThatLeadsNowhereIsToldFromOneThatNobodySees() throws Exception {
        StatusReport report = report();

        assertThat(told(report))
                .containsExactly(
                        "traefik, Traefik: 1 of 2 routes answers, 1 leads nowhere",
                        "ANSWERS http://jellyfin.lan/ to jellyfin:8096: answers 200",
                        "NOWHERE http://wiki.lan/ to wiki:3000: traefik is on no network of wiki:3000",
                        "manager, Nginx Proxy Manager: none of its routes is known",
                        "Where manager keeps its routes (a database, or a file of another form) is not read; look at them in"
                                + " its own page or file.");
        assertThat(report.proxies().at()).isEqualTo(NOW);
        assertThat(StatusPage.write(report))
                .contains("- **traefik (Traefik) Discovery:** 1/2 ⚠️\n")
                .contains("| http://wiki.lan/ | wiki:3000 | ❌ traefik is on no network of wiki:3000 |\n")
                .contains("- http://wiki.lan/ leads nowhere: traefik is on no network of wiki:3000\n");
    }

    private String container(String service) throws Exception {
        return project.engine().observe().containers("home", service).getFirst().name();
    }

    @Test
    void aRouteToAServiceThatIsAwayIsAskedAndGivesNoPage() throws Exception {
        project.engine().stop(container("jellyfin"), Duration.ZERO);

        assertThat(told(report()).get(1)).startsWith("SILENT http://jellyfin.lan/ to jellyfin:8096: ");
    }

    @Test
    void whatIsOpenNowStandsAlsoBeforeTheFirstIterationAndHowBeforeBecomesKnown() throws Exception {
        ExposureChange exposure = report().exposure().value().orElseThrow();

        assertThat(exposure.now().ports())
                .containsExactly(
                        new OpenPort("8096/tcp", "jellyfin", false),
                        new OpenPort("127.0.0.1:8090/tcp", "traefik", true),
                        new OpenPort("80/tcp", "traefik", false));
        assertThat(exposure.now().source()).isEqualTo(Source.ENGINE);
        assertThat(exposure.now().beyondTheHost()).isEqualTo(2);
        assertThat(exposure.before().why())
                .startsWith("No iteration has been applied yet. What is open now is kept with the restore point");
        assertThat(exposure.closed()).isEmpty();
    }

    private void applyTwo() throws Exception {
        project.migration().session("1").apply(event -> {});
        MigrationSession second = project.migration().session("2");
        second.accept(List.of("pending:jellyfin", "pending:traefik", "pending:wiki", "pending:manager"));
        second.apply(event -> {});
    }

    @Test
    void portsThatAreClosedSinceTheFirstIterationAreTold() throws Exception {
        applyTwo();

        StatusReport report = report();

        ExposureChange exposure = report.exposure().value().orElseThrow();
        assertThat(exposure.before().at()).isEqualTo(NOW);
        assertThat(exposure.before().value().orElseThrow().ports()).hasSize(3);
        assertThat(exposure.closed()).containsExactly(new OpenPort("8096/tcp", "jellyfin", false));
        assertThat(exposure.opened()).isEmpty();
        assertThat(StatusPage.write(report))
                .contains("| Published ports | 3 | 2 |\n")
                .contains("### Ports Closed Since: 1\n- ✅ 8096/tcp of jellyfin\n")
                .contains("### Ports Opened Since: 0\n");
    }

    @Test
    void whenTheFirstRestorePointIsGoneBeforeIsNotKnown() throws Exception {
        applyTwo();
        project.migration().prune(1);

        ExposureChange exposure = report().exposure().value().orElseThrow();

        assertThat(exposure.before().value()).isEmpty();
        assertThat(exposure.before().why()).contains("was removed (bulkhead prune does that)");
        assertThat(exposure.closed()).isEmpty();
        assertThat(exposure.now().ports()).hasSize(2);
    }

    @Test
    void whenTheFirstRestorePointIsDamagedBeforeIsNotKnownAndItIsSaidWhy() throws Exception {
        project.migration().session("1").apply(event -> {});
        String point = project.migration().restorePoints().getFirst().id();
        Path state;
        try (Stream<Path> all = Files.walk(folder.resolve(".bulkhead"))) {
            state = all.filter(file -> file.endsWith(Path.of(point, "engine")))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(state, "nothing that can be read");

        assertThat(report().exposure().value().orElseThrow().before().why())
                .startsWith("Restore point " + point
                        + ", which holds what was open before the first iteration, cannot be read: ");
    }

    @Test
    void withoutAnEngineEachFigureSaysWhyItIsNotKnownAndTheFilesSayTheRest() throws Exception {
        project.engine().goAway("The engine is gone.");

        StatusReport report = report();

        assertThat(report.health().why()).isEqualTo("The engine is gone.");
        assertThat(report.resources().why()).isEqualTo("The engine is gone.");
        assertThat(report.differences().why()).isEqualTo("The engine is gone.");
        assertThat(report.exposure().value().orElseThrow().now().source()).isEqualTo(Source.FILES);
        assertThat(report.exposure().value().orElseThrow().now().ports()).hasSize(3);
        assertThat(told(report))
                .contains(
                        "UNASKED http://jellyfin.lan/ to jellyfin:8096: no engine answers",
                        "NOWHERE http://wiki.lan/ to wiki:3000: traefik is on no network of wiki:3000");
        assertThat(report.next().orElseThrow().preflight().value().orElseThrow())
                .anyMatch(item -> item.id().equals("engine-reachable") && item.blocks());
        assertThat(StatusPage.write(report))
                .contains("❌ No engine answers: The engine is gone.\n")
                .contains("*Read from the files; no route was asked, ")
                .contains("*Read from the files, for no engine answers, ")
                .contains("- No engine answers, so how the services are is not known\n");
    }

    @Test
    void theNextIterationStandsWithItsPreflightAndItsCommands() throws Exception {
        StatusReport report = report();

        assertThat(report.next().orElseThrow().playbook().id()).isEqualTo("1");
        assertThat(report.next().orElseThrow().sentence()).isEqualTo("its preflight holds, 8 items");
        assertThat(StatusPage.write(report))
                .contains("### Preflight\n*Looked at, 2026-01-05 14:02:10 UTC*\n\n- ✅ The engine answers: ")
                .contains("bulkhead apply . --engine practice --iteration 1 --yes\n");
    }

    @Test
    void theLookTellsWhatItDoesAndCanBeEndedBetweenTwoThings() throws Exception {
        List<String> told = new ArrayList<>();
        List<Double> done = new ArrayList<>();
        LookCourse ended = new LookCourse() {
            @Override
            public void looksAt(String what, double share) {
                told.add(what);
                done.add(share);
            }

            @Override
            public boolean cancelled() {
                return told.size() > 3;
            }
        };

        StatusReport report = project.migration().report(ended);

        assertThat(told).contains("Measuring processors and memory", "Making the preflight of the next iteration");
        assertThat(told).doesNotContain("Asking the routes: http://jellyfin.lan/");
        assertThat(done).isSorted();
        assertThat(report.health().value()).isPresent();
        assertThat(report.resources().value()).isPresent();
        assertThat(report.differences().why()).isEqualTo("The look was ended before this.");
        assertThat(report.proxies().value().orElseThrow().proxies().getFirst().with(ProxyDiscovery.Way.UNASKED))
                .hasSize(1);
        assertThat(report.next().orElseThrow().preflight().why()).isEqualTo("The look was ended before this.");
    }
}
