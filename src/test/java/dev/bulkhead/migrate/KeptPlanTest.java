package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.migrate.project.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that was kept in a file is carried out exactly so or not at all. */
class KeptPlanTest {

    private final PracticeMediaServer server;
    private final String kept;

    KeptPlanTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        kept = kept(server.migration.session("foundation"));
    }

    private static String kept(MigrationSession session) throws MigrationException {
        return session.keep(session.review()).write();
    }

    @Test
    void whatWasKeptIsCarriedOut() throws Exception {
        RunOutcome outcome = server.migration.kept(kept).apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(server.assignments()).containsEntry("jellyfin", "frontend-net media-network");
    }

    @Test
    void keepingAPlanWritesNothingAndHoldsNoSecret() throws Exception {
        assertThat(Files.exists(server.directory.resolve(".bulkhead"))).isFalse();
        assertThat(kept).doesNotContain("change-me");
    }

    @Test
    void aFileThatChangedSinceIsNamed() throws Exception {
        Path file = server.directory.resolve("jellyfin/docker-compose.yml");
        Files.writeString(file, Files.readString(file) + "# mine\n");

        assertThatThrownBy(() -> server.migration.kept(kept))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The plan does not hold any more: File jellyfin/docker-compose.yml is not as it was when the"
                                + " plan was made. Make a new plan, look at it, then apply that.");
    }

    @Test
    void aContainerThatChangedSinceIsNamed() throws Exception {
        server.engine.disconnect("media-network", "dozzle");
        server.engine.connect("media-network", "dozzle", EndpointSpec.PLAIN);

        assertThatThrownBy(() -> server.migration.kept(kept))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The plan does not hold any more: Container dozzle is not as it was");
    }

    @Test
    void aTextThatIsNoPlanIsRefused() {
        assertThatThrownBy(() -> server.migration.kept("{}"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("This is no plan that this version of Bulkhead has kept; make one with plan --out FILE.");
    }
}
