package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.util.Optional;

/** A real engine as contracts are held against it. */
final class DockerUnderTest {

    private DockerUnderTest() {}

    /** Returns a private engine that has the images of the contracts. */
    static Engine on(PrivateEngine engine) throws IOException {
        EngineAddress address = EngineAddress.of(engine.address());
        StandInImages.provide(engine, "stand-in/web:1", "stand-in/client:1");
        return Engine.of(
                new DockerGateway(address),
                new ComposeCliRunner(Optional.of(EnginePrograms.compose()), System.getenv(), address.environment()));
    }
}
