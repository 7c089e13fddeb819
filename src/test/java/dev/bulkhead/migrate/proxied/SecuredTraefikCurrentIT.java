package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Iteration 3 of the media server on a real engine, with a stand-in for Traefik that speaks TLS. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class SecuredTraefikCurrentIT {

    private static final int WITH_HEALTH_CHECK = 17;

    @Test
    void everyRouteOfTheMediaServerIsEncryptedAndComesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, SampleFiles.MEDIASERVER));
        ProgramImages.caddyInDisguise(engine, "traefik:v3.5");
        project.start(WITH_HEALTH_CHECK);
        try (DockerGateway gateway = project.gateway();
                TraefikByCaddy _ = new TraefikByCaddy(engine, gateway)) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(foundation.answers().withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            assertThat(migration.session("2").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> files = project.files();
            String before = project.inspected().everything();
            ProgramOnHost program = new ProgramOnHost(project.stack());

            assertThat(program.run("apply", "--iteration", "3", "--yes").output())
                    .contains("Done and verified.");

            Path root = project.stack().directory().resolve("tls/authority/root.crt");
            for (String name : List.of("sonarr.lan", "jellyfin.lan", "grafana.lan", "qbittorrent.lan")) {
                assertThat(LanBrowser.page(engine, root.toString(), name))
                        .as(name)
                        .endsWith("answers");
                assertThat(LanBrowser.plain(engine, name)).isEqualTo("301 https://" + name + "/");
            }
            assertThat(LanBrowser.page(engine, root.toString(), "traefik.lan")).isEqualTo("dashboard");
            assertThat(engine.docker("inspect", "-f", "{{.Config.Cmd}}", "traefik"))
                    .contains("--entrypoints.websecure.address=:443")
                    .doesNotContain("api.insecure");

            assertThat(program.run("renew", "--force").output()).contains("shown for 15 names.");
            assertThat(LanBrowser.page(engine, root.toString(), "sonarr.lan")).endsWith("answers");

            assertThat(program.run("rollback", "--yes").output())
                    .contains("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(project.stack().directory().resolve("tls")).doesNotExist();
            assertThat(project.inspected().everything()).isEqualTo(before);
            assertThat(LanBrowser.plain(engine, "sonarr.lan")).isEqualTo("200 ");
        }
        project.stack().compose("down");
    }
}
