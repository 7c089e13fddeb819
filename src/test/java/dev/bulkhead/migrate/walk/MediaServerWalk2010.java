package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.proxied.TraefikByCaddy;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Test;

/** The same on the oldest engine. */
@WithEngine(EngineRelease.DEBIAN_12)
class MediaServerWalk2010 {

    @Test
    void everyIterationIsDoneAndEachIsUndoneAgain(PrivateEngine engine) throws Exception {
        WalkCommand command = WalkCommand.of("1", "2", "5", "7", "8");
        VoyageProject project = MediaServerWalk.start(engine);
        try (DockerGateway gateway = project.gateway();
                TraefikByCaddy _ = new TraefikByCaddy(engine, gateway)) {
            Walk walk = command.along(engine, project);
            WalkCommand.keep("traefik-20.10", walk);
            assertThat(walk.now().published()).containsExactly("6881/tcp", "6881/udp", "80/tcp");
            walk.back();
        }
        project.stack().compose("down", "-v");
    }
}
