package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --live} asks a real engine what decides who reaches a published port. */
abstract class LiveCheck {

    private static final String COMPOSE = """
            services:
              web:
                image: nginx:1.29
                ports: ["127.0.0.1:8080:80", "8081:80"]
                healthcheck: {test: nginx -t}
            """;

    private final PrivateEngine engine;
    private final boolean old;

    LiveCheck(PrivateEngine engine, boolean old) {
        this.engine = engine;
        this.old = old;
    }

    private CommandLineRun check(Path directory, String... options) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
        String[] words = new String[options.length + 2];
        words[0] = "check";
        words[1] = directory.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        EngineAddress address = EngineAddress.of(engine.address());
        return CommandLineRun.on(
                (url, project) -> Engine.of(
                        new DockerGateway(address),
                        new ComposeCliRunner(
                                Optional.of(EnginePrograms.compose()), System.getenv(), address.environment())),
                words);
    }

    @Test
    void onlyAnOldEngineOpensLoopbackPorts(@TempDir Path directory) throws Exception {
        CommandLineRun live = check(directory, "--live");

        assertThat(live.code()).as(live.err()).isEqualTo(old ? ExitCodes.FINDINGS : ExitCodes.FINE);
        assertThat(live.out().contains("[loopback-port]")).isEqualTo(old);
        assertThat(live.out()).contains("only rules in the chain DOCKER-USER see it. [published-port]");
    }

    @Test
    void withoutLookingAtTheEngineNothingIsGuessed(@TempDir Path directory) throws Exception {
        CommandLineRun files = check(directory);

        assertThat(files.code()).isZero();
        assertThat(files.out()).doesNotContain("[loopback-port]");
    }
}
