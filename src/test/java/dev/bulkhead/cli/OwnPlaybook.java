package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallStack;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A playbook that an operator wrote, by the command line on a real engine: checked, planned, applied, told, and taken back. */
abstract class OwnPlaybook {

    private static final String PLAYBOOK = """
            version: 1
            id: measuring
            name: measuring
            title: Measure Apart
            objective: Have what measures on a network of its own.
            risk: low
            changes: [Prometheus stands beside those it measures and nowhere else]
            questions:
              - {id: range, kind: range, title: Which range?, help: It has to be free., proposed: 10.77.0.0/24}
            phases:
              - title: Measure from ${range}
                actions:
                  - create-network: {network: measuring, subnet: "${range}", internal: true, purpose: Measurements}
                  - attach: {services: [traefik, sonarr, prometheus], network: measuring}
                after: [{must: prometheus -> sonarr:8989}]
              - title: Off the flat network
                actions: [{detach: {service: prometheus, network: flat}}]
            rules:
              - must: prometheus -> sonarr:8989
              - must-not: prometheus -> internet
              - must-not: prometheus -> jellyfin
            """;

    private static final String MOVING = """
            version: 1
            id: moving
            name: moving
            title: Into the Hall
            objective: Meet behind the door.
            risk: low
            changes: [The door and whom it leads to meet in the hall]
            phases:
              - title: Into the hall
                actions:
                  - create-network: {network: hall, subnet: 10.78.0.0/24, purpose: Behind the door}
                  - attach: {services: [door, jellyfin], network: hall}
              - title: Off the flat network
                actions: [{detach: {service: jellyfin, network: flat}}]
            """;

    private static final String LOOKING_ANEW = """
              - title: Look the name up anew
                actions: [{restart: {service: door, why: It looks names up when it starts and remembers the address.}}]
            """;

    private final PrivateEngine engine;
    private SampleStack stack;
    private VoyageProject project;

    OwnPlaybook(PrivateEngine engine) throws Exception {
        this.engine = engine;
        this.stack = SmallStack.prepare(engine, "harbour");
        this.project = new VoyageProject(stack);
    }

    @AfterEach
    void end() throws Exception {
        stack.compose("down", "--remove-orphans");
    }

    @Test
    void itIsCarriedOutToldAndTakenBackLikeOneThatComesWithTheProgram() throws Exception {
        Path playbook =
                Files.createDirectory(stack.directory().resolve("playbooks")).resolve("measuring.yml");
        Files.writeString(playbook, PLAYBOOK.replace("kind: range", "kind: rnage"));
        Files.writeString(
                stack.directory().resolve("bulkhead.yml"), "version: 1\nplaybooks: [playbooks/measuring.yml]\n");
        project.start(SmallStack.HEALTHY);
        SortedMap<String, String> files = project.files();
        SortedMap<String, String> ids = project.inspected().ids();
        String before = project.inspected().everything();

        CommandLineRun bad = run("playbook", "check", playbook.toString());
        assertThat(bad.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(bad.out() + bad.err()).contains("measuring.yml:9:").contains("rnage");
        assertThat(apply().code()).as("a bad one is not begun").isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(project.inspected().everything()).isEqualTo(before);

        Files.writeString(playbook, PLAYBOOK);
        assertThat(run("playbook", "check", playbook.toString()).code()).isZero();
        CommandLineRun applied = apply();
        assertThat(lastLine(applied.err())).isEqualTo("Done and verified.");
        assertThat(applied.code()).isEqualTo(ExitCodes.FINE);
        assertThat(project.inspected().networks()).containsEntry("measuring", "10.77.0.0/24 true");
        assertThat(project.inspected().assignments())
                .isEqualTo(Map.of(
                        "jellyfin", "harbour_flat",
                        "prometheus", "measuring",
                        "sonarr", "harbour_flat measuring",
                        "traefik", "harbour_flat measuring"));
        assertThat(project.inspected().ids()).as("attached as they run").isEqualTo(ids);

        expectStatus();

        CommandLineRun back = run("rollback", directory(), "--yes");
        assertThat(lastLine(back.out())).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.inspected().ids()).isEqualTo(ids);
        assertThat(project.inspected().everything()).isEqualTo(before);
        files.put("playbooks/measuring.yml", project.files().get("playbooks/measuring.yml"));
        assertThat(project.files()).isEqualTo(files);
        assertThat(run("status", directory()).out()).contains("measuring Measure Apart: pending");
    }

    @Test
    void whoRemembersAnAddressThatIsLeftTakesTheChangeBack() throws Exception {
        stack = SmallStack.front(engine);
        project = new VoyageProject(stack);
        Path playbook = stack.directory().resolve("moving.yml");
        Files.writeString(stack.directory().resolve("bulkhead.yml"), "version: 1\nplaybooks: [moving.yml]\n");
        project.start(0);
        awaitTheDoor();

        Files.writeString(playbook, MOVING);
        ProgramOnHost program = new ProgramOnHost(stack);
        Commands.Output taken = program.run("apply", "--iteration", "moving", "--yes");
        assertThat(taken.exitCode()).as(taken.output()).isEqualTo(ExitCodes.ROLLED_BACK);
        assertThat(taken.output()).containsPattern("Lost: port 8088 of door: (50[234]|No answer), and before 200");
        assertThat(project.inspected().assignments()).isEqualTo(Map.of("door", "front_flat", "jellyfin", "front_flat"));

        awaitTheDoor();
        Files.writeString(playbook, MOVING + LOOKING_ANEW);
        Commands.Output applied = program.run("apply", "--iteration", "moving", "--yes");
        assertThat(applied.output())
                .contains(
                        "After \"Off the flat network\": port 8088 of door: ",
                        "Done and verified.",
                        "port 8088 of door: answers 200, as before");
        assertThat(program.run("status").output())
                .containsPattern(
                        "response time: [\\d.]+ ms on average of 1, [\\d.]+ ms at most \\(port 8088 of door\\), at 20");
    }

    /** On a busy machine a container that runs answers later, and what does not answer before a change is not compared. */
    private void awaitTheDoor() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                engine.inNetwork("busybox", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8088/")
                                        .exitCode())
                        .isZero());
    }

    /** Each figure as it was measured on this engine, and what the files have that waits for the next start. */
    private void expectStatus() throws Exception {
        CommandLineRun status = run("status", directory());
        assertThat(status.code()).isZero();
        assertThat(status.out())
                .contains("measuring Measure Apart: complete since ")
                .containsPattern("services: 4 of 4 ready, 4 running, 4 of 4 healthy, at 20")
                .containsPattern("networks: 2, 1 segmented, 1 internal, at 20")
                .containsPattern("exposure now: 1 published port, 1 open to others than the host, at 20")
                .containsPattern("network latency: [\\d.]+ ms on average of 2, [\\d.]+ ms at most \\(.+\\), at 20")
                .doesNotContain("practice", "open run");
        JsonNode json = new ObjectMapper()
                .readTree(run("status", directory(), "--format", "json").out());
        for (String part :
                new String[] {"engine", "health", "networks", "resources", "proxies", "exposure", "differences"}) {
            assertThat(Instant.parse(json.path(part).path("at").asText()))
                    .as(part)
                    .isAfter(Instant.EPOCH);
            assertThat(json.path(part).has("unknown")).as(part).isFalse();
        }
        assertThat(json.path("resources").path("memoryUsed").asLong()).isPositive();
        assertThat(json.path("pending")).as("joined as they ran").hasSize(3);
        assertThat(json.path("openRun").isNull()).isTrue();
        assertThat(json.path("restorePoints")).hasSize(1);
    }

    private CommandLineRun apply() throws Exception {
        return run("apply", directory(), "--iteration", "measuring", "--yes");
    }

    private String directory() {
        return stack.directory().toString();
    }

    private CommandLineRun run(String... words) throws Exception {
        return CommandLineRun.with(
                (url, read) -> Engine.of(project.gateway(), project.services()),
                stack.environment(),
                new StringWriter(),
                words);
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (a, b) -> b);
    }
}
