package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Test;

/** The same with real Caddy in place of Traefik. */
@WithEngine(EngineRelease.CURRENT)
class CaddyWalk {

    @Test
    void everyIterationIsDoneAndEachIsUndoneAgain(PrivateEngine engine) throws Exception {
        WalkCommand command = WalkCommand.of("1", "2", "3", "4", "5", "6", "7", "8");
        VoyageProject project = MediaServerWalk.startWithCaddy(engine);
        Walk walk = command.along(engine, project);
        WalkCommand.keep("caddy", walk);
        assertThat(walk.now().published())
                .contains("6881/tcp", "6881/udp", "80/tcp")
                .doesNotContain("8989/tcp");
        walk.back();
        project.stack().compose("down", "-v");
    }
}
