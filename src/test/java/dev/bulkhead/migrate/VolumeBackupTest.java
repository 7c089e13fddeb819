package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.MigrationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup service of iteration 7 on the practice engine. */
class VolumeBackupTest {

    private final Path parent;

    VolumeBackupTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private PracticeProject shop() throws Exception {
        return PracticeProject.of(parent, """
                name: shop
                services:
                  web:
                    image: nginx:1.29

                  db:
                    image: postgres:17
                    environment: {POSTGRES_PASSWORD: planted-secret}
                    volumes: ["data:/var/lib/postgresql/data"]

                volumes:
                  data: {}
                """);
    }

    private static List<String> things(MigrationSession session, String table) throws Exception {
        return PracticeProject.rows(session, table).stream()
                .map(Question.Row::thing)
                .toList();
    }

    @Test
    void volumesAreBackedUpToThePlaceThatTheOperatorNames() throws Exception {
        PracticeProject shop = shop();
        MigrationSession session = shop.migration().session("7");
        assertThat(things(session, "volume")).containsExactly("data");
        assertThat(PracticeProject.rows(session, "volume").getFirst().why())
                .isEqualTo("Of db, a database: dump it as well.");
        session.answer(session.answers().withValue("backup", "/mnt/backup/shop"));

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(shop.text("compose.yml")).contains("""
                  volume-backup:
                    image: restic/restic:0.18.0
                """);
        assertThat(shop.text("backup/backup.sh")).startsWith("#!/bin/sh\n").contains("restic -q --no-cache init");
        assertThat(shop.text("secrets/backup_password").strip()).hasSize(40);
        assertThat(things(shop.migration().session("7"), "volume")).isEmpty();
    }

    @Test
    void aPlaceThatIsNoFolderIsRefused() throws Exception {
        MigrationSession session = shop().migration().session("7");
        session.answer(session.answers().withValue("backup", "s3:bucket"));

        assertThatThrownBy(session::review)
                .isInstanceOf(MigrationException.class)
                .hasMessage("'s3:bucket' is no folder that backups can go to: answer 'backup' with a whole path such as"
                        + " /mnt/backup/shop, or one beside the project such as ./backups.");
    }
}
