package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallStack;
import dev.bulkhead.topology.PortMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other ways through iteration 1, on a real engine. */
abstract class FoundationVariants {

    private static final String NEWCOMER = """
              sonarr-4k:
                image: lscr.io/linuxserver/sonarr:4.0
                container_name: sonarr-4k
                networks:
                  - flat
                healthcheck:
                  test: ["CMD", "true"]
                  interval: 1s

            """;

    private final SampleStack stack;
    private final VoyageProject project;
    private DockerGateway gateway;

    FoundationVariants(PrivateEngine engine) throws Exception {
        this.stack = SmallStack.prepare(engine, "harbour");
        this.project = new VoyageProject(stack);
    }

    @BeforeEach
    void start() throws Exception {
        project.start(SmallStack.HEALTHY);
        gateway = project.gateway();
    }

    @AfterEach
    void end() throws Exception {
        try {
            project.migration(gateway).rollback(Optional.empty(), event -> {});
        } finally {
            gateway.close();
            stack.compose("down", "--remove-orphans");
        }
    }

    @Test
    void servicesThatAreAttachedWhileTheyRunAreNotMadeAnew() throws Exception {
        Map<String, String> ids = project.inspected().ids();
        MigrationSession session = session("apply", "live");

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(project.inspected().ids()).isEqualTo(ids);
        assertThat(project.inspected().assignments())
                .containsEntry("jellyfin", "frontend-net harbour_flat")
                .containsEntry("sonarr", "backend-net frontend-net harbour_flat");
        RunOutcome back = project.migration(gateway).rollback(Optional.empty(), event -> {});
        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.inspected().ids()).isEqualTo(ids);
        project.expectComposeContent();
    }

    @Test
    void aServiceThatCameLaterIsPlacedByTheSameProposalsAndNobodyElseIsTouched() throws Exception {
        assertThat(session("apply", "live").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        Path compose = stack.directory().resolve("compose.yml");
        Files.writeString(compose, Files.readString(compose).replace("  prometheus:\n", NEWCOMER + "  prometheus:\n"));
        stack.compose("up", "-d", "--wait", "--no-deps", "sonarr-4k");
        Map<String, String> ids = project.inspected().ids();
        Map<String, String> before = project.inspected().assignments();

        assertThat(session("apply", "live").apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        Map<String, String> after = new TreeMap<>(before);
        after.put("sonarr-4k", "backend-net harbour_flat");
        assertThat(project.inspected().assignments()).isEqualTo(after);
        assertThat(project.inspected().ids()).isEqualTo(ids);
        assertThat(project.migration(gateway)
                        .rollback(Optional.empty(), event -> {})
                        .sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.inspected().assignments()).isEqualTo(before);
    }

    @Test
    void networksThatComposeManagesAreWhatComposeWouldMakeThem() throws Exception {
        MigrationSession session = session("networks", "managed");
        session.answer(session.answers().withValue("apply", "recreate"));

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        Map<String, String> networks = project.inspected().networks();
        assertThat(networks).containsKey("frontend-net");
        project.expectComposeContent();
        assertThat(project.inspected().networks()).isEqualTo(networks);
    }

    @Test
    void theOperatorsRulesAreProbedAndNamed() throws Exception {
        Files.writeString(stack.directory().resolve("bulkhead.yml"), """
            version: 1
            rules:
              - must: sonarr -> prometheus:9090
                why: it reports there
              - must-not: jellyfin -> prometheus:9090
              - must-not: jellyfin -> sonarr:22
            """);

        RunOutcome outcome = session("apply", "recreate").apply(event -> {});

        List<CheckResult> checks = outcome.report().orElseThrow().result().checks();
        assertThat(statusOf(checks, "sonarr -> prometheus:9090")).isEqualTo(CheckStatus.PASSED);
        assertThat(statusOf(checks, "must-not: jellyfin -> sonarr:22")).isEqualTo(CheckStatus.PASSED);
        // the flat network is still there, so this stays open until it is retired
        assertThat(statusOf(checks, "must-not: jellyfin -> prometheus:9090")).isEqualTo(CheckStatus.WARNING);
        assertThat(outcome.exitCode()).isZero();
        Files.delete(stack.directory().resolve("bulkhead.yml"));
    }

    @Test
    void everyFlowWorksBetweenAnyTwoSteps() throws Exception {
        MigrationSession session = session("apply", "recreate");
        List<MustFlow> flows = session.review().flows().stream()
                .filter(flow -> flow.port().isPresent())
                .toList();
        List<String> broken = new ArrayList<>();

        session.apply(event -> {
            if (event instanceof RunEvent.StepFinished(var step, var took, var outcome)) {
                broken.addAll(broken(flows, "after step " + step.number()));
            }
        });

        assertThat(flows).hasSizeGreaterThan(1);
        assertThat(broken).isEmpty();
    }

    @Test
    void aPortThatTheEngineChoosesIsNotMissedWhenItIsAnotherAfterwards() throws Exception {
        Path file = stack.directory().resolve("compose.yml");
        String before = Files.readString(file);
        Files.writeString(
                file,
                before.replace(
                        "container_name: prometheus\n",
                        "container_name: prometheus\n    ports: [\"9090\", \"9400-9409:94\"]\n"));
        stack.compose("up", "-d", "--wait");
        List<PortMapping> ports = ports();
        assertThat(ports).extracting(PortMapping::target).contains(94, 9090);

        assertThat(session("apply", "recreate").apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        List<PortMapping> afterwards = ports();
        assertThat(afterwards).hasSameSizeAs(ports).isNotEqualTo(ports);
        RunOutcome back = project.migration(gateway).rollback(Optional.empty(), event -> {});
        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(ports()).hasSameSizeAs(ports);
        Files.writeString(file, before);
    }

    private List<PortMapping> ports() throws Exception {
        return gateway.observe().containers("harbour", "prometheus").getFirst().ports();
    }

    private List<String> broken(List<MustFlow> flows, String when) {
        List<String> broken = new ArrayList<>();
        try {
            ObservedState state = gateway.observe();
            for (MustFlow flow : flows) {
                Probe probe = new Probe.Connect(flow.to(), flow.port().orElseThrow(), Duration.ofSeconds(2));
                String container =
                        state.containers("harbour", flow.from()).getFirst().id();
                if (Probe.answer(gateway.exec(container, probe.command(), Duration.ofSeconds(20)))
                        != Probe.Answer.YES) {
                    broken.add(flow.rule() + " " + when);
                }
            }
        } catch (dev.bulkhead.engine.EngineException e) {
            broken.add(e.sentence() + " " + when);
        }
        return broken;
    }

    private MigrationSession session(String question, String answer) throws Exception {
        MigrationSession session = project.migration(gateway).session("foundation");
        session.answer(session.answers().withValue(question, answer));
        return session;
    }

    private static CheckStatus statusOf(List<CheckResult> checks, String subject) {
        return checks.stream()
                .filter(check -> check.subject().equals(subject))
                .map(CheckResult::status)
                .findFirst()
                .orElseThrow();
    }
}
