package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Iteration 5 on an engine that shifts the users of its containers: each file belongs to whom the machine knows for its reader. */
@WithEngine(remapped = true)
class SecretsRemappedIT {

    @Test
    void filesAreGivenToWhomTheMachineKnowsForTheirReaders(PrivateEngine engine) throws Exception {
        VoyageProject project = Vault.project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        try (DockerGateway gateway = project.gateway()) {
            assertThat(gateway.info().users())
                    .isEqualTo(new ContainerUsers(ContainerUsers.Kind.SHIFTED, 100_000, 100_000));
            SortedMap<String, String> bytes = Vault.files(directory);
            SortedMap<String, String> known = Vault.known(engine);
            Migration migration = project.migration(gateway);
            MigrationSession session = migration.session("5");
            session.answer(session.answers().withValue("secrets.api.API_TOKEN", "shell"));
            assertThat(session.review().goal().notes())
                    .contains("The engine shifts users (userns-remap): root of a container is 100000:100000 on this"
                            + " machine, and secret files are given to users counted from there.");

            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Vault.known(engine)).isEqualTo(known);
            assertThat(Vault.owners(directory.resolve("secrets")))
                    .isEqualTo(Map.of(
                            ".", "rwx------ 0:0",
                            "db_password", "r-------- 100000:100000",
                            "panel_password", "r-------- 100472:100000",
                            "api_api_token", "r-------- 100000:100000",
                            "wiki_app_key", "r-------- 100000:100000"));

            assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(Vault.files(directory)).isEqualTo(bytes);
        }
        project.stack().compose("down");
    }
}
