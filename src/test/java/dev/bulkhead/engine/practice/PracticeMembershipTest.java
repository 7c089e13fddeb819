package dev.bulkhead.engine.practice;

import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.MembershipContract;
import dev.bulkhead.engine.ServiceRunner;
import dev.bulkhead.files.DiskFileTree;
import java.time.Instant;

class PracticeMembershipTest extends MembershipContract {

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
}
