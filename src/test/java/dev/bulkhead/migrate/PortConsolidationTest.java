package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 2 carried out on the practice engine: after iteration 1 the ports become routes, and come back. */
class PortConsolidationTest {

    private final PracticeMediaServer server;

    PortConsolidationTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        // recreated, so that containers are what the files say: what was only attached has to be deployed first
        MigrationSession foundation = server.migration.session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        foundation.apply(event -> {});
    }

    private List<String> published() throws Exception {
        return server.engine.observe().containers().stream()
                .flatMap(c -> c.ports().stream().map(port -> c.name() + " " + port.text()))
                .toList();
    }

    private MigrationSession answered(String question, String answer) throws Exception {
        MigrationSession session = server.migration.session("2");
        session.answer(Answers.proposed("2", session.questions()).withValue(question, answer));
        return session;
    }

    @Test
    void planAndHandoutsAreAsApproved() throws Exception {
        Review review = server.migration.session("2").review();
        String text = review.plan().text()
                + review.goal().handouts().stream()
                        .map(handout -> "\n" + handout.text())
                        .collect(Collectors.joining());

        try (InputStream expected = PortConsolidationTest.class.getResourceAsStream("/migrate/ports.plan.txt")) {
            assertThat(text).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(review.effect().outages()).isEmpty();
        assertThat(review.notes()).isEmpty();
    }

    @Test
    void onlyTheDoorAndWhatIsNotHttpStayOpen() throws Exception {
        RunOutcome outcome = server.migration.session("2").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(published()).containsExactly("gluetun 6881:6881", "gluetun 6881:6881/udp", "traefik 80:80");
        assertThat(outcome.report().orElseThrow().result().checks())
                .filteredOn(check -> check.group() == CheckResult.Group.PORTS)
                .hasSize(15);
        assertThat(Files.readString(outcome.reportFile().orElseThrow()))
                .contains("## Names for /etc/hosts of every machine, with the address of this host")
                .contains("- ✅ port 8989/tcp of sonarr: No connection, and the engine publishes it no more.")
                .contains("- ✅ http://grafana.lan/: answers 200");
    }

    @Test
    void goingBackOpensEveryPortAgain() throws Exception {
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();
        server.migration.session("ports").apply(event -> {});

        RunOutcome back = server.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(server.engineState())).isEmpty();
        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void aPortStaysOpenWhereItsRouteDoesNotAnswerAndTheRunGoesBack() throws Exception {
        Map<String, String> files = server.files();

        RunOutcome outcome = server.migration.session("2").apply(this::breakJellyfin);

        assertThat(outcome.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(outcome.report().orElseThrow().result().issues())
                .contains("Step 67 (jellyfin) failed: http://jellyfin.lan/: 502: traefik does not reach jellyfin.");
        assertThat(server.files()).isEqualTo(files);
        assertThat(published()).contains("sonarr 8989:8989", "jellyfin 8096:8096");
    }

    private void breakJellyfin(RunEvent event) {
        if (event instanceof RunEvent.StepStarted(PlanStep step, var at)
                && step.operation() instanceof Operation.ProbeRoute(RouteRequest request)
                && request.service().equals("jellyfin")) {
            try {
                server.engine.stop("jellyfin", Duration.ZERO);
            } catch (EngineException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatTheOperatorKeepsStays() throws Exception {
        RunOutcome outcome = answered("port.jellyfin.8096", "keep").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(published()).contains("jellyfin 8096:8096");
    }

    @Test
    void whatIsNotHttpCanBeClosedWithoutARoute() throws Exception {
        RunOutcome outcome = answered("port.gluetun.6881-udp", "close").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(published()).containsExactly("gluetun 6881:6881", "traefik 80:80");
    }

    @Test
    void aDomainOfMulticastDnsIsRefused() {
        assertThatThrownBy(() -> answered("domain", "home.local"))
                .isInstanceOf(AnswersException.class)
                .hasMessage("The answer to 'domain' is 'home.local'; names under local belong to multicast DNS"
                        + " (RFC 6762) and are not asked of a DNS server; choose another, for instance home.arpa.");
    }

    @Test
    void theExporterGetsARouteWhereTheOperatorWantsOne() throws Exception {
        Review review = answered("port.node-exporter.9100", "route").review();

        assertThat(review.goal().edits())
                .contains(new TopologyEdit.SetLabel(
                        "node-exporter", "traefik.http.routers.node-exporter.rule", "Host(`node-exporter.lan`)"));
        assertThat(review.goal().phases())
                .anySatisfy(phase -> assertThat(phase.title()).isEqualTo("Give node-exporter a route through traefik"));
    }

    @Test
    void theExposureIsCountedBeforeAndAfter() throws Exception {
        assertThat(server.migration.session("2").review().goal().handouts())
                .contains(new Handout(
                        "Exposure, one box a published port",
                        List.of("today  18  ##################", "after   3  ###...............")));
    }
}
