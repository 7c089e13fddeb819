package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithEngine(EngineRelease.CURRENT)
class PrivateEngineIT {

    private final PrivateEngine engine;

    PrivateEngineIT(PrivateEngine engine) {
        this.engine = engine;
    }

    @Test
    void publishedPortsAreReachedInsideItsOwnNetworkOnly() throws IOException {
        StandInImages.provide(engine, "nginx:1");
        engine.docker("run", "-d", "--name", "published", "-p", "18080:80", "nginx:1");

        assertThat(engine.inNetwork("busybox", "nc", "-w", "2", "127.0.0.1", "18080", "-e", "true"))
                .isEqualTo(new Commands.Output(0, ""));
        assertThat(Commands.run(
                                Map.of(),
                                Path.of("."),
                                List.of("busybox", "nc", "-w", "2", "127.0.0.1", "18080", "-e", "true"))
                        .exitCode())
                .isEqualTo(1);
    }
}
