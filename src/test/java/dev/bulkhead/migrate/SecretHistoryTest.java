package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that was committed once is in the history still, which a plan says. */
@StartsProcesses
class SecretHistoryTest {

    private static void git(Path directory, String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                "git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        Commands.succeed(Map.of("PATH", System.getenv("PATH")), directory, command);
    }

    @Test
    void theHistoryThatHoldsAValueIsNamedWithTheRemedy(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve(".env"), "DB_PASSWORD=planted-Database-55\n");
        git(directory, "init", "-q");
        git(directory, "add", "-f", ".env");
        git(directory, "commit", "-q", "-m", "first");
        Files.writeString(directory.resolve(".env"), "DB_PASSWORD=planted-Database-55\nTZ=UTC\n");
        PracticeProject project = PracticeProject.of(directory, """
                name: shop
                services:
                  db:
                    image: postgres:17
                    environment: {POSTGRES_PASSWORD: "${DB_PASSWORD}"}
                  panel:
                    image: grafana/grafana:11
                    environment: {GF_SECURITY_ADMIN_PASSWORD: planted-Panel-66}
                """);

        assertThat(project.migration.session("5").review().goal().notes())
                .contains("The history in git holds the value of POSTGRES_PASSWORD of db, and so does every copy of it."
                        + " Rotate what was ever given away, and take the values out with git filter-repo --replace-text"
                        + " FILE; then every copy has to be made anew.");
    }
}
