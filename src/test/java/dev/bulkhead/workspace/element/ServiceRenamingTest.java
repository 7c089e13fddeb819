package dev.bulkhead.workspace.element;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRenamingTest {

    private static final String TEXT = """
            services:
              db:
                image: postgres
              web:
                image: nginx
                depends_on: [db]
                command: ["serve", "--upstream=http://db:80"]
                environment:
                  DB_HOST: db
                  DB_NAME: db
                  DB_URL: postgres://db:secret@db:5432/db
                labels:
                  caddy.reverse_proxy: http://db:8080
            """;

    private static final String RULES = """
            # db is the only one that keeps data
            version: 1
            groups:
              data: [db, "cache"]
            rules:
              - must: web -> db:5432
                why: web asks db
              - only: network:db -> service:db, db-admin
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void filesRulesLabelsAndVariablesFollowAsOneStep() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), TEXT);
        Files.writeString(folder.resolve("bulkhead.yml"), RULES);
        TopologyDocument document = TopologyDocument.open(ComposeRequest.of(folder), new DiskFileTree());
        ServiceRenaming renaming =
                ServiceRenaming.of(document.project().topology(), document.rulesText(), "db", "postgres");
        document.apply(renaming.edit());

        assertThat(document.project().files().getFirst().text()).isEqualTo("""
            services:
              postgres:
                image: postgres
              web:
                image: nginx
                depends_on: [postgres]
                command: ["serve", "--upstream=http://db:80"]
                environment:
                  DB_HOST: postgres
                  DB_NAME: db
                  DB_URL: postgres://db:secret@postgres:5432/db
                labels:
                  caddy.reverse_proxy: http://postgres:8080
            """);
        assertThat(document.rulesText()).contains("""
            # db is the only one that keeps data
            version: 1
            groups:
              data: [postgres, "cache"]
            rules:
              - must: web -> postgres:5432
                why: web asks db
              - only: network:db -> service:postgres, db-admin
            """);
        assertThat(renaming.left()).containsExactly("Left as it is: the command of service web still names db.");
        assertThat(document.history().undoTitle()).contains("rename service db to postgres");
        document.undo();
        assertThat(document.project().files().getFirst().text()).isEqualTo(TEXT);
        assertThat(document.rulesText()).contains(RULES);
    }
}
