package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.proxy.guard.AccessRules;
import dev.bulkhead.proxy.guard.AccessRules.Policy;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The media server as far as iteration 4, practised: its names stand below a domain that can have a cookie. */
class MediaServerSignInTest {

    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    private static void apply(PracticeProject project, String iteration, String question, String answer)
            throws Exception {
        MigrationSession session = project.migration().session(iteration);
        session.answer(Answers.proposed(iteration, session.questions()).withValue(question, answer));
        assertThat(session.apply(event -> {}).sentence()).as(iteration).isEqualTo("Done and verified.");
    }

    @Test
    void everyRouteAsksWhatItsServiceNeedsAndComesBackAsItWas(@TempDir Path parent) throws Exception {
        Path directory = SampleFiles.copy(SampleFiles.MEDIASERVER, parent);
        Path env = directory.resolve(".env");
        Files.writeString(env, Files.readString(env).replace("LAN_DOMAIN=lan", "LAN_DOMAIN=media.lan"));
        PracticeProject project = new PracticeProject(directory);
        apply(project, "1", "apply", "recreate");
        apply(project, "2", "domain", "media.lan");
        MigrationSession tls = project.migration().session("3");
        assertThat(tls.apply(event -> {}).sentence()).as("3").isEqualTo("Done and verified.");
        NormalisedState before = NormalisedState.of(project.engine().observe(), "mediaserver");
        MigrationSession session = project.migration().session("4");
        Map<String, String> proposed = new TreeMap<>();
        for (Question question : session.questions()) {
            if (question instanceof Question.Table table) {
                table.rows().forEach(row -> proposed.put(row.id(), row.proposed()));
            }
        }
        assertThat(proposed)
                .containsEntry("access.jellyfin.media.lan", "open")
                .containsEntry("access.sonarr.media.lan", "one-factor")
                .containsEntry("machines.sonarr.media.lan", "bypass")
                .containsEntry("access.qbittorrent.media.lan", "one-factor")
                .containsEntry("machines.qbittorrent.media.lan", "bypass")
                .containsEntry("access.prometheus.media.lan", "two-factor")
                .containsEntry("access.traefik.media.lan", "two-factor");

        apply(project, "4", "password", HASH);

        AccessRules rules =
                AccessRules.of(project.text("authelia/configuration.yml")).orElseThrow();
        assertThat(rules.policy("sonarr.media.lan", "/api/v3/series")).isEqualTo(Policy.BYPASS);
        assertThat(rules.policy("qbittorrent.media.lan", "/")).isEqualTo(Policy.ONE_FACTOR);
        assertThat(rules.policy("prometheus.media.lan", "/graph")).isEqualTo(Policy.TWO_FACTOR);
        assertThat(rules.portal("sonarr.media.lan")).contains("https://auth.media.lan");
        assertThat(project.migration().rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(project.engine().observe(), "mediaserver")))
                .isEmpty();
    }
}
