package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.goal.ContainerCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that are run inside running containers. */
class ContainerCheckTest {

    private static final ContainerCheck ANSWERS =
            ContainerCheck.shell("db", "pg_isready -U postgres", "The database takes connections.");

    private final PracticeProject project;
    private final List<Duration> waited = new ArrayList<>();

    ContainerCheckTest(@TempDir Path directory) throws Exception {
        project = PracticeProject.of(directory, "name: shop\nservices:\n  db: {image: postgres:17}\n");
    }

    private CheckResult run(ContainerCheck check) throws Exception {
        Engine engine = project.connection();
        return new Verifier(engine, waited::add).check("shop", check);
    }

    @Test
    void aCheckPassesWhereItEndsWithTheCodeThatItHasTo() throws Exception {
        project.engine().faults().answer("shop-db-1", ANSWERS.command(), 0);

        CheckResult result = run(ANSWERS);

        assertThat(result.group() + " | " + result.subject() + " | " + result.status() + " | " + result.ran() + " | "
                        + result.saw())
                .isEqualTo("INSIDE | db: pg_isready -U postgres | PASSED | in shop-db-1: pg_isready -U postgres"
                        + " | It ended with code 0, as it has to.");
        assertThat(waited).isEmpty();
    }

    @Test
    void aCheckThatEndsOtherwiseIsTriedAgainAndThenFails() throws Exception {
        project.engine().faults().answer("shop-db-1", ANSWERS.command(), 2);

        CheckResult result = run(ANSWERS);

        assertThat(result.status()).isEqualTo(CheckStatus.FAILED);
        assertThat(result.saw()).isEqualTo("It ended with code 2 instead of 0; run it by hand to see why.");
        assertThat(waited).isNotEmpty();
    }

    @Test
    void aProgramThatTheImageLacksIsNamedAsSuch() throws Exception {
        CheckResult result =
                run(new ContainerCheck("db", List.of("promtool", "check", "rules"), "The rules are valid."));

        assertThat(result.saw()).isEqualTo("Its image has no such program, or not as this one may be run (code 127).");
    }

    @Test
    void aCheckCanWantAnotherCode() throws Exception {
        ContainerCheck refused = new ContainerCheck("db", List.of("cat", "/run/secrets/none"), 1, "It is not there.");
        project.engine().faults().answer("shop-db-1", refused.command(), 1);

        assertThat(run(refused).status()).isEqualTo(CheckStatus.PASSED);
    }
}
