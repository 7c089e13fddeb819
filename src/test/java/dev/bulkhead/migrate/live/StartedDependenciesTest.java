package dev.bulkhead.migrate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineServices.Dependencies;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedDependenciesTest {

    private static final String COMPOSE = """
            name: shop
            services:
              db:
                image: postgres:17
                container_name: db
                healthcheck: {test: ["CMD", "pg_isready"]}
              web:
                image: nginx:1.29
                depends_on: [db]
            """;

    @TempDir
    private Path directory;

    private PracticeEngine shop;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        shop = PracticeEngine.running(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(directory))
                        .topology(),
                PracticeTimer.immediate(Instant.EPOCH));
    }

    private Dependencies chosen(Patience patience) throws Exception {
        Engine engine = Engine.of(shop, new PracticeServiceRunner(shop, new ComposeLoader(new DiskFileTree())));
        Engine looking =
                Engine.answeredBy((EngineCall call) -> call.method().getName().equals("lastHealthLook")
                        ? Optional.of(new HealthLook(1, ""))
                        : call.on(engine));
        Tools tools = new Tools(
                ComposeRequest.of(directory),
                new DiskFileTree(),
                new AtomicFileSet(directory, directory.resolve("transaction")),
                looking,
                InstantSource.system(),
                new SecretTools(directory.resolve("aside"), what -> Optional.empty(), new FreshSecrets()));
        return new StartedDependencies(tools, "shop", patience).of(List.of("web"), said::add);
    }

    /** Time in which the database recovers at a moment. */
    private record Recovery(InNoTime time, Duration at, Runnable recovers) implements Patience {

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void pause(Duration pause) {
            time.pause(pause);
            if (nanos() == at.toNanos()) {
                recovers.run();
            }
        }

        @Override
        public void await(Object monitor, Duration most) {
            pause(most);
        }
    }

    @Test
    void aDependencyThatIsWellIsStartedToo() throws Exception {
        assertThat(chosen(new InNoTime())).isEqualTo(Dependencies.TOO);
        assertThat(said).isEmpty();
    }

    @Test
    void oneThatIsUnhealthyForAMomentIsWaitedFor() throws Exception {
        shop.setHealthy("db", false);

        assertThat(chosen(new Recovery(new InNoTime(), Duration.ofSeconds(20), () -> shop.setHealthy("db", true))))
                .isEqualTo(Dependencies.TOO);
        assertThat(said).containsExactly("Waiting for db, unhealthy at the moment");
    }

    @Test
    void oneThatStaysUnhealthyIsLeftAlone() throws Exception {
        shop.setHealthy("db", false);
        InNoTime time = new InNoTime();

        assertThat(chosen(time)).isEqualTo(Dependencies.LEFT_ALONE);
        assertThat(time.nanos()).isEqualTo(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void oneThatIsNotAsTheFilesSayIsLeftAloneAtOnce() throws Exception {
        shop.setHealthy("db", false);
        Files.writeString(directory.resolve("compose.yml"), COMPOSE.replace("postgres:17", "postgres:18"));
        InNoTime time = new InNoTime();

        assertThat(chosen(time)).isEqualTo(Dependencies.LEFT_ALONE);
        assertThat(time.nanos()).isZero();
    }
}
