package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.proxied.TraefikByCaddy;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The media server goes along iterations on a real engine, each verified, and all the way back; {@link WalkCommand} says how far. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class MediaServerWalkCurrentIT {

    @Test
    void everyIterationIsDoneAndEachIsUndoneAgain(PrivateEngine engine) throws Exception {
        WalkCommand command = WalkCommand.of("5");
        VoyageProject project = MediaServerWalk.start(engine);
        try (DockerGateway gateway = project.gateway();
                TraefikByCaddy _ = new TraefikByCaddy(engine, gateway)) {
            Walk walk = command.along(engine, project);
            WalkCommand.keep("traefik", walk);
            if (command.path().contains("3")) {
                assertThat(walk.now().published()).containsExactly("443/tcp", "6881/tcp", "6881/udp", "80/tcp");
            }
            if (command.path().contains("5")) {
                assertThat(walk.now().secrets()).isZero();
            }
            if (command.path().contains("8")) {
                assertThat(project.inspected().networks()).doesNotContainKey("media-network");
            }
            walk.back();
        }
        project.stack().compose("down", "-v");
    }
}
