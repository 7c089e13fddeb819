package dev.bulkhead.migrate.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program that ends, and the line to an engine that breaks, at every call by which a network comes to span two hosts: the run goes
 * on or back, and nothing is started again.
 */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class SpanMishapsIT {

    private final PrivateEngine atlas;

    @TempDir
    private Path folder = Path.of("");

    SpanMishapsIT(PrivateEngine atlas) {
        this.atlas = atlas;
    }

    /** What befalls a run. */
    private enum Mishap {
        ENDS_BEFORE,
        ENDS_AFTER,
        LINE_BREAKS
    }

    /** End of the program, as far as a test can have it in its own process: nothing that catches failures sees it. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A mishap at one of the calls that change something, counted over both hosts. */
    private static final class Occasion {

        private final Mishap mishap;
        private final int at;
        private final AtomicInteger made = new AtomicInteger();
        private Optional<String> silent = Optional.empty();

        Occasion(Mishap mishap, int at) {
            this.mishap = mishap;
            this.at = at;
        }

        boolean came() {
            return made.get() >= at;
        }

        Engine before(String address, Engine engine) {
            return Engine.answeredBy(call -> {
                boolean now = call.changes() && made.incrementAndGet() == at;
                if (now && mishap == Mishap.ENDS_BEFORE) {
                    throw new Ended();
                }
                if (now && mishap == Mishap.LINE_BREAKS) {
                    silent = Optional.of(address);
                }
                if (!call.closes() && silent.filter(address::equals).isPresent()) {
                    throw new EngineException(EngineException.Kind.UNREACHABLE, "The line is broken.");
                }
                Object answer = call.on(engine);
                if (now && mishap == Mishap.ENDS_AFTER) {
                    throw new Ended();
                }
                return answer;
            });
        }
    }

    @Test
    void aRunThatIsCutOffAnywhereGoesOnOrBack() throws Exception {
        try (PrivateEngine borea = PrivateEngine.start(EngineRelease.CURRENT)) {
            TwoHosts hosts = TwoHosts.with(atlas, borea, folder.resolve("shop"), true);
            String before = hosts.state();
            Map<String, String> starts = hosts.starts();
            for (Mishap mishap : Mishap.values()) {
                boolean onward = false;
                for (int at = 1; befell(hosts, mishap, at); at++) {
                    String where = mishap + " at call " + at;
                    if (onward) {
                        CommandLineRun on = hosts.run("apply", "--continue", "--yes");
                        assertThat(on.code()).as(where + on.err() + on.out()).isEqualTo(ExitCodes.FINE);
                        assertThat(hosts.comesToReach("web", "cache")).as(where).isTrue();
                    }
                    CommandLineRun back = hosts.run("rollback", "--yes");
                    assertThat(back.code()).as(where + back.err() + back.out()).isEqualTo(ExitCodes.FINE);
                    assertThat(hosts.state()).as(where).isEqualTo(before);
                    assertThat(hosts.starts()).as(where).isEqualTo(starts);
                    assertThat(hosts.comesToReach("web", "db")).as(where).isTrue();
                    onward = !onward;
                }
            }
        }
    }

    /** Returns whether there was such a call; a run without it came to its end and is gone back from. */
    private static boolean befell(TwoHosts hosts, Mishap mishap, int at) throws Exception {
        Occasion occasion = new Occasion(mishap, at);
        int code;
        try {
            code = hosts.run(occasion::before, "apply", "--iteration", "span", "--answers", hosts.answers(), "--yes")
                    .code();
        } catch (Ended ended) {
            return true;
        }
        if (occasion.came()) {
            assertThat(code).as(mishap + " at call " + at).isNotEqualTo(ExitCodes.FINE);
            return true;
        }
        assertThat(code).isEqualTo(ExitCodes.FINE);
        assertThat(hosts.run("rollback", "--yes").code()).isEqualTo(ExitCodes.FINE);
        return false;
    }
}
