package dev.bulkhead.engine.practice;

import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.files.DiskFileTree;
import java.time.Instant;

/** The practice engine as contracts are held against it. */
final class PracticeUnderTest {

    private PracticeUnderTest() {}

    /** Returns an empty engine on which nothing takes time. */
    static Engine create() {
        PracticeEngine engine = new PracticeEngine(PracticeTimer.immediate(Instant.parse("2026-01-05T00:00:00Z")));
        return Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree())));
    }
}
