package dev.bulkhead.engine.practice;

import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.GatewayContractTest;
import dev.bulkhead.engine.ServiceRunner;
import dev.bulkhead.files.DiskFileTree;
import java.time.Instant;

class PracticeGatewayTest extends GatewayContractTest {

    private final PracticeEngine engine =
            new PracticeEngine(PracticeTimer.immediate(Instant.parse("2026-01-05T00:00:00Z")));

    @Override
    protected EngineGateway open() {
        return engine;
    }

    @Override
    protected ServiceRunner runner() {
        return new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree()));
    }

    @Override
    protected Traits traits() {
        return new Traits(true, true, true);
    }
}
