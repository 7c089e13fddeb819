package dev.bulkhead.check.stack.make;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Tasks for which a private swarm of one host has no room: no address, or less memory than they reserve. */
@WithEngine
class StackRoomIT {

    /** Makes the engine the manager of a swarm, unless it is in one. */
    static void swarm(PrivateEngine engine) throws IOException {
        if (engine.docker("info", "--format", "{{.Swarm.LocalNodeState}}")
                .strip()
                .equals("inactive")) {
            engine.docker("swarm", "init", "--advertise-addr", "198.18.0.1");
        }
    }

    /** The tasks take all addresses before the host has one for itself, and without that none of them runs. */
    @Test
    void moreTasksThanAnOverlayHasRoomForKeepAllFromRunning(PrivateEngine engine) throws Exception {
        swarm(engine);
        StandInImages.provide(engine, Map.of("few:1", List.of()));
        engine.docker("network", "create", "-d", "overlay", "--subnet", "10.99.0.0/29", "narrow");
        engine.docker(
                "service",
                "create",
                "--detach",
                "--quiet",
                "--no-resolve-image",
                "--name",
                "few",
                "--network",
                "narrow",
                "--endpoint-mode",
                "dnsrr",
                "--replicas",
                "6",
                "--entrypoint",
                "/bin/busybox",
                "few:1",
                "sleep",
                "1000");

        List<String> rejected = states(engine, line -> line.contains("ip addresses may be exhausted"), 1);
        engine.docker("service", "update", "--detach", "--quiet", "--replicas", "4", "few");
        List<String> running = states(engine, line -> line.startsWith("Running"), 4);
        engine.docker("service", "rm", "few");

        assertThat(rejected).isNotEmpty();
        assertThat(running).hasSize(4);
    }

    /** Compose starts such a container; a Swarm says nothing and waits. */
    @Test
    void aTaskThatReservesMoreThanAHostHasWaitsWithoutAnError(PrivateEngine engine) throws Exception {
        swarm(engine);
        StandInImages.provide(engine, Map.of("much:1", List.of()));
        engine.docker(
                "service",
                "create",
                "--detach",
                "--quiet",
                "--no-resolve-image",
                "--name",
                "few",
                "--reserve-memory",
                "4t",
                "much:1");
        List<String> waiting = states(engine, line -> line.contains("insufficient resources"), 1);
        engine.docker("service", "rm", "few");

        assertThat(waiting).singleElement().asString().startsWith("Pending");
    }

    /** Returns what tasks are in a state, as soon as there are so many. */
    private static List<String> states(PrivateEngine engine, Predicate<String> wanted, int many) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        List<String> states;
        do {
            states = engine.docker("service", "ps", "few", "--no-trunc", "--format", "{{.CurrentState}} {{.Error}}")
                    .lines()
                    .filter(wanted)
                    .toList();
        } while (states.size() < many && System.nanoTime() < end);
        return states;
    }
}
