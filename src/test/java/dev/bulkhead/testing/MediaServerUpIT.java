package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@WithEngine(EngineRelease.DEBIAN_12)
class MediaServerUpIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void theUnchangedSampleComesUpAndEveryServiceThatCanTellIsHealthy(PrivateEngine engine) throws IOException {
        SampleStack.prepare(engine, SampleFiles.MEDIASERVER).compose("up", "-d", "--quiet-pull");

        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(names(engine, "health=healthy")).hasSize(17));
        assertThat(names(engine, "status=running")).hasSize(19);
        assertThat(names(engine, "health=none")).containsExactlyInAnyOrder("cloudflared", "qbittorrent");
    }

    private static List<String> names(PrivateEngine engine, String filter) throws IOException {
        return engine.docker("ps", "-a", "--filter", filter, "--format", "{{.Names}}")
                .lines()
                .toList();
    }
}
