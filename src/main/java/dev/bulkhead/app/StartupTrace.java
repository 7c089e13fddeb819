package dev.bulkhead.app;

import dev.bulkhead.ui.fx.Drawn;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Trace of how long after the start of the process things were seen; silent unless asked for by the environment. */
final class StartupTrace {

    private static final String VARIABLE = "BULKHEAD_STARTUP_TRACE";

    private final boolean wanted;
    private final InstantSource clock;
    private final PrintStream out;

    StartupTrace(Map<String, String> environment, InstantSource clock, PrintStream out) {
        this.wanted = environment.getOrDefault(VARIABLE, "").equals("1");
        this.clock = clock;
        this.out = out;
    }

    /** Tells when what is in the scene now has been drawn; called on the toolkit's thread. */
    void whenDrawn(String what) {
        if (wanted) {
            Drawn.then(() -> tell(what));
        }
    }

    /** A script that hands over with exec keeps its process: its time counts too. */
    private void tell(String what) {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> out.println("bulkhead: " + what + " after "
                        + Duration.between(start, clock.instant()).toMillis() + " ms"));
    }
}
