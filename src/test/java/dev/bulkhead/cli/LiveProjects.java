package dev.bulkhead.cli;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Small projects that run on a real engine, and the commands that look at them there. */
abstract class LiveProjects {

    final PrivateEngine engine;

    @TempDir
    Path folder;

    LiveProjects(PrivateEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void images() throws IOException {
        StandInImages.provide(engine, "stand-in/client:1");
    }

    Path project(String name, String text) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                directory.resolve("compose.yml"),
                "name: " + name + "\n" + text.replace("IDLE", "{image: \"stand-in/client:1\", init: true}"));
        return directory;
    }

    void up(Path directory) throws IOException {
        engine.compose(directory, Map.of(), "up", "-d");
    }

    CommandLineRun run(String command, Path directory, String... options) throws Exception {
        String[] words = new String[options.length + 2];
        words[0] = command;
        words[1] = directory.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        EngineAddress address = EngineAddress.of(engine.address());
        return CommandLineRun.on(
                (url, read) -> Engine.of(
                        new DockerGateway(address),
                        new ComposeCliRunner(
                                Optional.of(EnginePrograms.compose()), System.getenv(), address.environment())),
                words);
    }
}
