package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import dev.bulkhead.topology.NetworkOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real engine behind an encrypted connection that wants certificates of who comes. */
@WithEngine
class EncryptedEngineIT {

    private final PrivateEngine engine;

    @TempDir
    private Path keys;

    EncryptedEngineIT(PrivateEngine engine) {
        this.engine = engine;
    }

    @Test
    void itIsObservedAndChangedAsOverItsSocket() throws Exception {
        TestAuthority authority = new TestAuthority("engines");
        authority.trustedIn(keys);
        TestAuthority.own(keys, authority.sign("me", Duration.ofDays(9)));
        Path socket = Path.of(engine.address().substring("unix://".length()));
        try (EncryptedDoor door =
                        new EncryptedDoor(authority.server(authority.sign("127.0.0.1", Duration.ofDays(9))), socket);
                DockerGateway gateway = new DockerGateway(door.address(keys))) {
            assertThat(gateway.info().onThisMachine()).isFalse();

            gateway.createNetwork(new NetworkSpec("walled", NetworkOptions.defaults(), List.of()));

            assertThat(gateway.observe().networks())
                    .extracting(ObservedNetwork::name)
                    .contains("walled");
            assertThat(engine.docker("network", "ls", "--format", "{{.Name}}")).contains("walled");
        }
    }
}
