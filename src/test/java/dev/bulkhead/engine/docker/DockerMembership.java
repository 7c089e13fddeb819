package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.MembershipContract;
import dev.bulkhead.engine.ServiceRunner;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.util.Optional;

/** The contract of memberships on a real engine. */
abstract class DockerMembership extends MembershipContract {

    private final EngineAddress address;

    DockerMembership(PrivateEngine engine) throws IOException {
        this.address = EngineAddress.of(engine.address());
        StandInImages.provide(engine, "stand-in/web:1");
    }

    @Override
    protected EngineGateway open() {
        return new DockerGateway(address);
    }

    @Override
    protected ServiceRunner runner() {
        return new ComposeCliRunner(Optional.of(EnginePrograms.compose()), System.getenv(), address.environment());
    }
}
