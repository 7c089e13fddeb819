package dev.bulkhead.migrate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
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

    /** An engine that looks at health every minute; {@code looked} happens when it is asked how often. */
    private static Engine looking(PracticeEngine shop, Runnable looked) {
        Engine engine = whole(shop);
        return Engine.answeredBy((EngineCall call) -> {
            if (call.method().getName().equals("healthWithin")) {
                looked.run();
                return Optional.of(Duration.ofMinutes(1));
            }
            return call.on(engine);
        });
    }

    private static Readiness awaited(Engine engine) throws InterruptedException {
        try (ContainerWatch watch = new ContainerWatch(
                engine, "shop", InstantSource.system(), new InNoTime(), (service, status, at) -> {})) {
            return watch.await(List.of("db"), LONG);
        }
    }

    @Test
    void whatIsFoundUnhealthyIsWaitedForUntilItWasLookedAtAnew() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);

        assertThat(awaited(looking(shop, () -> shop.setHealthy("db", true)))).isEqualTo(READY);
    }

    @Test
    void whatIsFoundUnhealthyWhereNobodyLooksAgainIsGivenUp() throws Exception {
        PracticeEngine shop = shop();
        shop.setHealthy("db", false);

        assertThat(awaited(whole(shop))).isEqualTo(SICK);
    }
}
