package dev.bulkhead.migrate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerWatchTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Readiness READY = new Readiness(List.of(), List.of());
    private static final Readiness SICK = new Readiness(List.of(), List.of("db is running, unhealthy"));

    @TempDir
    private Path directory;

    private PracticeEngine shop() throws Exception {
        Files.writeString(
                directory.resolve("compose.yml"),
                "name: shop\nservices:\n  db:\n    image: postgres:17\n    container_name: db\n"
                        + "    healthcheck: {test: [\"CMD\", \"pg_isready\"]}\n");
        return PracticeEngine.running(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(directory))
                        .topology(),
                PracticeTimer.immediate(Instant.EPOCH));
    }

    private static Engine whole(PracticeEngine shop) {
        return Engine.of(shop, new PracticeServiceRunner(shop, new ComposeLoader(new DiskFileTree())));
    }

    /** An engine that looks at health again and again; {@code asked} happens whenever it is asked what it found last. */
    private static Engine looking(PracticeEngine shop, Runnable asked) {
        Engine engine = whole(shop);
        return Engine.answeredBy((EngineCall call) -> {
            if (call.method().getName().equals("lastHealthLook")) {
                asked.run();
                return Optional.of(new HealthLook(2, "no response\n"));
            }
            return call.on(engine);
        });
    }

    /** Time in which something happens as it is waited for. */
    private record Meanwhile(InNoTime time, Duration after, Runnable happens) implements Patience {

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void pause(Duration pause) {
            time.pause(pause);
        }

        @Override
        public void await(Object monitor, Duration most) throws InterruptedException {
            if (nanos() <= after.toNanos() && nanos() + most.toNanos() > after.toNanos()) {
                happens.run(); // and is told at once, by this thread
            }
            time.await(monitor, most);
        }
    }

    private static Readiness awaited(Engine engine, Patience patience) throws InterruptedException {
        try (ContainerWatch watch =
                new ContainerWatch(engine, "shop", InstantSource.system(), patience, (service, status, at) -> {})) {
            return watch.await(List.of("db"), LONG);
        }
    }

    @Test
    void whatTurnsUnhealthyIsWaitedForWhileSomebodyLooks() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);
        Patience patience = new Meanwhile(new InNoTime(), Duration.ofMinutes(4), () -> shop.setHealthy("db", true));

        assertThat(awaited(looking(shop, () -> {}), patience)).isEqualTo(READY);
    }

    @Test
    void whatRecoversBeforeItIsAskedForIsReady() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);

        assertThat(awaited(looking(shop, () -> shop.setHealthy("db", true)), new InNoTime()))
                .isEqualTo(READY);
    }

    @Test
    void whatStaysUnhealthyIsToldWithWhatItsCheckSaidLast() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);
        InNoTime time = new InNoTime();

        assertThat(awaited(looking(shop, () -> {}), time).text())
                .isEqualTo("db is running, unhealthy (its last health check ended with 2 and said: no response)");
        assertThat(time.nanos()).as("all its time").isEqualTo(LONG.toNanos());
    }

    @Test
    void whatIsFoundUnhealthyWhereNobodyLooksAgainIsGivenUp() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);
        InNoTime time = new InNoTime();

        assertThat(awaited(whole(shop), time)).isEqualTo(SICK);
        assertThat(time.nanos()).isZero();
    }
}
