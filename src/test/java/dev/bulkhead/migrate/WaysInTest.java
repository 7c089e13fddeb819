package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change makes of the ways into a project, where nothing but an answer tells it. */
class WaysInTest {

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
            """;

    private final PracticeProject project;

    WaysInTest(@TempDir Path directory) throws Exception {
        project = PracticeProject.of(directory, SHOP);
    }

    /** Iteration 1 on an engine whose proxy answers with another status once anything was changed. */
    private RunOutcome changed(Optional<String> answer) throws Exception {
        AtomicBoolean changed = new AtomicBoolean();
        return project.migrationOn(engine -> Engine.answeredBy(call -> {
                    changed.compareAndSet(false, call.changes());
                    boolean asked = call.arguments().stream()
                            .anyMatch(argument -> argument instanceof List<?> words
                                    && Probe.parse(words.stream()
                                                    .map(String::valueOf)
                                                    .toList())
                                            .filter(Probe.Http.class::isInstance)
                                            .isPresent());
                    return asked && changed.get() && answer.isPresent()
                            ? new ExecResult(0, "named " + answer.get() + "\nnobody 404 0\n")
                            : call.on(engine);
                }))
                .session("1")
                .apply(event -> {});
    }

    private static List<String> entrances(RunOutcome outcome) {
        return outcome.report().orElseThrow().result().checks().stream()
                .filter(check -> check.group() == CheckResult.Group.ENTRANCES)
                .map(check -> check.status() + " " + check.subject() + ": " + check.saw())
                .toList();
    }

    @Test
    void aNameIsAnsweredAsBefore() throws Exception {
        RunOutcome outcome = changed(Optional.empty());

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(entrances(outcome))
                .containsExactly(CheckStatus.PASSED + " http://shop.lan/: answers 200, as before");
    }

    @Test
    void aChangeGoesBackWhereAProxyReachesNobodyAfterIt() throws Exception {
        RunOutcome outcome = changed(Optional.of("502 0"));

        assertThat(outcome.sentence()).startsWith("Rolled back");
        assertThat(entrances(outcome))
                .containsExactly(
                        CheckStatus.FAILED + " http://shop.lan/: 502, and before 200. What traefik hands on does not"
                                + " arrive; one that remembers an address that is left has to be started anew.");
    }

    @Test
    void aRouteThatIsForgottenIsLost() throws Exception {
        RunOutcome outcome = changed(Optional.of("404 0"));

        assertThat(outcome.sentence()).startsWith("Rolled back");
        assertThat(entrances(outcome))
                .containsExactly(
                        CheckStatus.FAILED + " http://shop.lan/: 404, as to a name that nobody has, and before 200.");
    }

    @Test
    void whoHasToSignInIsNotTurnedAway() throws Exception {
        RunOutcome outcome = changed(Optional.of("302 0 https://auth.lan/"));

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(entrances(outcome))
                .containsExactly(CheckStatus.PASSED + " http://shop.lan/: answers 302, before 200");
    }

    @Test
    void aPageThatIsGoneIsNotCalledVerified() throws Exception {
        RunOutcome outcome = changed(Optional.of("410 0"));

        assertThat(outcome.sentence()).doesNotContain("Done and verified").doesNotContain("Rolled back");
        assertThat(entrances(outcome))
                .containsExactly(CheckStatus.FAILED + " http://shop.lan/: There is no such page, 410, and before 200.");
    }
}
