package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaskedServiceRunnerTest {

    private static final Topology PROJECT = Topology.of(
            "shop",
            List.of(),
            List.of(new Service(
                    "db",
                    new NetworkMode.Networks(),
                    List.of(Attachment.to("default")),
                    List.of(),
                    List.of(),
                    List.of(),
                    ContainerSpec.ofImage("postgres")
                            .withEnvironment(Map.of(
                                    "POSTGRES_PASSWORD", "planted-password",
                                    "URL", "postgres://me:planted-password@db/shop",
                                    "TZ", "Europe/Berlin")))));

    /** A Compose that repeats what it was given, as an error in a file makes it do. */
    private static final class Talkative implements ServiceRunner {
        @Override
        public String version() {
            return "Docker Compose";
        }

        @Override
        public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log) {
            log.accept("db | TZ Europe/Berlin, postgres://me:planted-password@db/shop");
        }

        @Override
        public void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
            throw new EngineException(EngineException.Kind.REFUSED, "invalid value planted-password for db.");
        }
    }

    private final ServiceRunner runner = new MaskedServiceRunner(new Talkative(), SecretValues.of(PROJECT));
    private final ComposeRequest request = ComposeRequest.of(Path.of("."));

    @Test
    void linesKeepEverythingButSecrets() throws Exception {
        List<String> lines = new ArrayList<>();

        runner.up(request, List.of("db"), ServiceRunner.Dependencies.LEFT_ALONE, lines::add);

        assertThat(lines).containsExactly("db | TZ Europe/Berlin, ***");
    }

    @Test
    void failuresKeepEverythingButSecrets() {
        assertThatThrownBy(() -> runner.remove(request, List.of("db"), line -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessage("invalid value *** for db.");
    }
}
