package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 4 taken back after the operator has edited labels of routes: each route has what it had before, and its edits. */
class SignInTakenBackTest {

    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    private static final String COMPOSE = """
            name: home
            services:
              traefik:
                image: traefik:v3.5
                command:
                  - --providers.docker=true
                  - --entrypoints.websecure.address=:443
                ports: ["443:443"]
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                environment:
                  TZ: Etc/UTC
                labels:
                  traefik.http.routers.sonarr.rule: Host(`sonarr.home.lan`)
                  traefik.http.routers.sonarr.tls: "true"
                  traefik.http.services.sonarr.loadbalancer.server.port: 8989
              start:
                image: ghcr.io/gethomepage/homepage:v1
                labels:
                  traefik.http.routers.start.middlewares: door
                  traefik.http.middlewares.door.basicauth.users: "me:$$apr1$$x"
                  traefik.http.services.start.loadbalancer.server.port: 3000
                  traefik.http.routers.start.tls: "true"
                  traefik.http.routers.start.rule: Host(`start.home.lan`)
            """;

    @TempDir
    private Path directory;

    private PracticeProject guarded() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        MigrationSession foundation = project.migration().session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        MigrationSession session = project.migration().session("4");
        session.answer(Answers.proposed("4", session.questions())
                .withValue("password", HASH)
                .withValue("access.start.home.lan", "one-factor"));
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(guards())
                .isEqualTo(Map.of(
                        "sonarr.home.lan", "authelia@docker",
                        "start.home.lan", "authelia@docker",
                        "auth.home.lan", "nothing"));
        return project;
    }

    /** What asks before each route by the files as they are. */
    private Map<String, String> guards() throws Exception {
        Topology topology = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(directory))
                .topology();
        RouteGuards guards = new RouteGuards(topology, ProxyFiles.NONE);
        Map<String, String> seen = new TreeMap<>();
        ProxyRoutes.of(topology)
                .routes()
                .forEach(route -> seen.put(
                        String.join(",", route.match().hosts()),
                        guards.before(route).map(RouteGuards.Present::words).orElse("nothing")));
        return seen;
    }

    private void edit(String from, String to) throws Exception {
        Path file = directory.resolve("compose.yml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void whatWasEditedElsewhereStaysAndEveryRouteHasWhatItHadBefore() throws Exception {
        PracticeProject project = guarded();
        edit("TZ: Etc/UTC", "TZ: Europe/Berlin");
        edit(
                "traefik.http.routers.start.rule: Host(`start.home.lan`)",
                "traefik.http.routers.start.rule: Host(`begin.home.lan`)");

        project.migration().rollback(Optional.empty(), event -> {});

        assertThat(project.text("compose.yml")).contains("TZ: Europe/Berlin").doesNotContain("authelia");
        assertThat(guards()).isEqualTo(Map.of("sonarr.home.lan", "nothing", "begin.home.lan", "door"));
    }

    @Test
    void aGuardThatWasEditedStopsTheWayBackUntilItIsSaidWhatIsTaken() throws Exception {
        PracticeProject project = guarded();
        String guarded = project.text("compose.yml");
        // the operator has taken the door of before away, since the portal asks
        edit("middlewares: authelia@docker,door", "middlewares: authelia@docker");
        String edited = project.text("compose.yml");

        assertThatThrownBy(() -> project.migration().rollback(Optional.empty(), event -> {}))
                .hasMessageContaining("compose.yml");
        assertThat(project.text("compose.yml")).isEqualTo(edited).isNotEqualTo(guarded);

        project.migration().rollback(Optional.empty(), Map.of("compose.yml", Take.FOUND), Set.of(), event -> {});

        // nothing asks at the portal that has gone, and the door of before stands again
        assertThat(guards()).isEqualTo(Map.of("sonarr.home.lan", "nothing", "start.home.lan", "door"));
    }
}
