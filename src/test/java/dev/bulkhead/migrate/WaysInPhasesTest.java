package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways into a project between the phases of a run, and at the end of a way back. */
class WaysInPhasesTest {

    private static final String SHOP = """
            name: shop
            services:
              traefik:
                image: traefik:v3
                command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
                ports: ["80:80"]

              web:
                image: example/web:1
                labels:
                  traefik.http.routers.web.rule: Host(`shop.lan`)
                  traefik.http.services.web.loadbalancer.server.port: "8080"

              other:
                image: example/other:1
            """;

    private static final String WEB_FIRST = """
            id: tight
            name: tight
            title: Tighten the Shop
            objective: One service after the other.
            risk: low
            available: true
            phases:
              - title: Tighten web
                actions: [{set: {service: web, field: mem_limit, value: 64m}}]
            """;

    private static final String THEN_ANOTHER = """
              - title: Tighten the other
                actions: [{set: {service: other, field: mem_limit, value: 64m}}]
            """;

    private static final String NOBODY_THERE =
            "http://shop.lan/: 502, and before 200. What traefik hands on does not arrive; one that remembers an address that"
                    + " is left has to be started anew.";

    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicBoolean restarted = new AtomicBoolean();
    private final List<String> log = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("compose.yml"), SHOP);
    }

    /** Its proxy reaches nobody while web is limited and the proxy has not been restarted, or while a test says so. */
    private Migration migration(String phases) throws Exception {
        PracticeProject project = new PracticeProject(
                directory,
                new CatalogueAndPlaybooks(
                        CatalogueAndPlaybooks.bundled().catalogue(),
                        List.of(new PlaybookReader().read("tight.yml", WEB_FIRST + phases))));
        return project.migrationOn(engine -> Engine.answeredBy(call -> {
            if (call.method().getName().equals("restart")) {
                restarted.set(true);
            }
            boolean nobody = broken.get() || (limited("web") && !restarted.get());
            return asks(call) && nobody ? new ExecResult(0, "named 502 0\nnobody 404 0\n") : call.on(engine);
        }));
    }

    private boolean limited(String service) {
        try {
            String text = Files.readString(directory.resolve("compose.yml"));
            String after = text.substring(text.indexOf("  " + service + ":\n"));
            return after.split("\n\n", -1)[0].contains("mem_limit: 64m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean asks(EngineCall call) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof List<?> words
                        && Probe.parse(words.stream().map(String::valueOf).toList())
                                .filter(Probe.Http.class::isInstance)
                                .isPresent());
    }

    private RunOutcome apply(Migration migration) throws Exception {
        return migration.session("tight").apply(event -> {
            switch (event) {
                case RunEvent.StepStarted(PlanStep step, var _)
                when step.operation() instanceof Operation.RecreateServices recreate ->
                    begun.addAll(recreate.services());
                case RunEvent.LogLine line -> log.add(line.text());
                default -> {}
            }
        });
    }

    @Test
    void oneThatNothingToComeGivesBackEndsTheRunAfterItsPhase() throws Exception {
        RunOutcome outcome = apply(migration(THEN_ANOTHER));

        assertThat(outcome.sentence())
                .isEqualTo("Rolled back: files and engine are as they were. Lost: " + NOBODY_THERE);
        assertThat(begun).containsExactly("web");
        assertThat(Files.readString(directory.resolve("compose.yml"))).isEqualTo(SHOP);
    }

    @Test
    void aPhaseThatStandsForItselfIsTakenBackAlone() throws Exception {
        RunOutcome outcome = apply(migration("    alone: true\n" + THEN_ANOTHER));

        assertThat(outcome.sentence())
                .isEqualTo("Done and verified. Lost: " + NOBODY_THERE
                        + " \"Tighten web\" was taken back alone; everything else goes on.");
        assertThat(limited("web")).isFalse();
        assertThat(limited("other")).isTrue();
    }

    @Test
    void oneThatAStepToComeMayGiveBackIsSaidOnly() throws Exception {
        RunOutcome outcome = apply(migration("""
              - title: Look names up anew
                actions: [{restart: {service: traefik, why: It remembers addresses.}}]
            """));

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(log).contains("After \"Tighten web\": " + NOBODY_THERE + " What comes next may mend it.");
    }

    @Test
    void oneThatIsLostOnTheWayBackIsSaidAndNothingIsUndoneAgain() throws Exception {
        Migration migration = migration(THEN_ANOTHER);
        restarted.set(true);
        assertThat(apply(migration).sentence()).isEqualTo("Done and verified.");
        broken.set(true);

        RunOutcome back = migration.rollback(Optional.empty(), event -> {});

        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(back.sentence())
                .isEqualTo("Rolled back: files and engine are as they were. After the way back: " + NOBODY_THERE);
        assertThat(Files.readString(directory.resolve("compose.yml"))).isEqualTo(SHOP);
    }
}
