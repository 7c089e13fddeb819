package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.topology.Protocol;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is lost once, as where a service is busy, says nothing of what is open. */
class LostConnectionTest {

    private static final MustFlow FORBIDDEN =
            new MustFlow("web", "db", OptionalInt.of(5432), Protocol.TCP, MustFlow.Source.FORBIDDEN, "A rule says so.");

    private final Deque<ExecResult> answers = new ArrayDeque<>();
    private final Verifier verifier;

    LostConnectionTest(@TempDir Path directory) throws Exception {
        Engine real = PracticeProject.of(
                        directory, "name: shop\nservices:\n  web: {image: nginx:1}\n  db: {image: postgres:17}\n")
                .connection();
        verifier = new Verifier(
                new Engine(
                        real.observer(),
                        real.networks(),
                        real.containers(),
                        (container, command, timeout) -> answers.remove(),
                        real.services(),
                        real.measure()),
                time -> {});
    }

    private void next(String... said) {
        for (String line : said) {
            answers.add(new ExecResult(line.isEmpty() ? 0 : 1, line));
        }
    }

    @Test
    void aPairThatIsForbiddenIsKnownToHaveBeenOpenAlthoughTheFirstConnectionWasLost() throws Exception {
        next("nc: timed out", "");

        assertThat(verifier.baseline("shop", List.of(FORBIDDEN)))
                .isEqualTo(new Baseline(Map.of("must-not: web -> db:5432", true)));
    }

    @Test
    void aPairIsClosedWhereItDoesNotConnectTwice() throws Exception {
        next("nc: timed out", "nc: timed out");

        assertThat(verifier.baseline("shop", List.of(FORBIDDEN)))
                .isEqualTo(new Baseline(Map.of("must-not: web -> db:5432", false)));
        assertThat(answers).isEmpty();
    }
}
