package dev.bulkhead.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the window knows of a real engine on which the media server runs. */
@WithEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineLinkIT {

    private static final Duration COMING_UP = Duration.ofMinutes(2);

    /** A socket that is cut off is noticed at once; the limit leaves room for a busy machine. */
    private static final Duration NOTICING = Duration.ofSeconds(5);

    /** The longest wait between two tries, chance included, and the time an answer takes. */
    private static final Duration COMING_BACK = Duration.ofSeconds(40);

    // In the place of the window's thread: all values are set and read there.
    private final ExecutorService ui = Executors.newSingleThreadExecutor();

    @SuppressWarnings("NullAway.Init")
    private EngineViewModel model;

    @SuppressWarnings("NullAway.Init")
    private DockerGateway gateway;

    @SuppressWarnings("NullAway.Init")
    private SampleStack sample;

    @BeforeAll
    void prepareTheSample(PrivateEngine engine) throws IOException {
        sample = SampleStack.prepare(engine, "mediaserver");
    }

    /** After a power cut Docker cannot start what shares the network of a container that is started later; Compose can. */
    @BeforeEach
    void bringTheSampleUp() throws IOException {
        sample.compose("up", "-d");
    }

    @BeforeEach
    void watch(PrivateEngine engine) throws Exception {
        gateway = new DockerGateway(EngineAddress.of(engine.address()));
        model = new EngineViewModel(ui::execute, InstantSource.system());
        onUi(() -> {
            model.watch(gateway);
            return true;
        });
    }

    @AfterEach
    void leave() throws Exception {
        onUi(() -> {
            model.close();
            return true;
        });
        gateway.close();
    }

    @AfterAll
    void end() {
        ui.shutdownNow();
    }

    @Test
    void everyServiceOfTheSampleIsSeenRunning() {
        await(COMING_UP, () -> assertThat(running()).hasSize(19));
        assertThat(status()).isInstanceOf(EngineStatus.Connected.class);
    }

    @Test
    void aContainerThatStopsIsSeenWithoutAsking(PrivateEngine engine) throws IOException {
        await(COMING_UP, () -> assertThat(running()).hasSize(19));

        engine.docker("stop", "-t", "1", "sonarr");
        await(NOTICING, () -> assertThat(running()).hasSize(18).doesNotContain("sonarr"));

        engine.docker("start", "sonarr");
        await(NOTICING, () -> assertThat(running()).hasSize(19));
    }

    @Test
    void aPowerCutIsToldAndTheLastKnownStateStays(PrivateEngine engine) throws IOException {
        await(COMING_UP, () -> assertThat(running()).hasSize(19));
        engine.cutPower();
        try {
            await(NOTICING, () -> assertThat(status()).isInstanceOf(EngineStatus.Gone.class));
            assertThat(running()).hasSize(19);
        } finally {
            engine.restart();
        }
    }

    @Test
    void anEngineThatComesBackIsFoundAndItsStatesAreRightAgain(PrivateEngine engine) throws IOException {
        await(COMING_UP, () -> assertThat(running()).hasSize(19));
        engine.cutPower();
        await(NOTICING, () -> assertThat(status()).isInstanceOf(EngineStatus.Gone.class));
        engine.restart();

        await(COMING_BACK, () -> assertThat(status()).isInstanceOf(EngineStatus.Connected.class));
        await(COMING_UP, () -> assertThat(running()).containsExactlyElementsOf(engineSays(engine)));
    }

    private static List<String> engineSays(PrivateEngine engine) {
        try {
            return engine.docker("ps", "--format", "{{.Label \"com.docker.compose.service\"}}")
                    .lines()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private EngineStatus status() {
        return onUi(() -> model.statusProperty().get());
    }

    private List<String> running() {
        return onUi(() -> model.containers("mediaserver").stream()
                .filter(container -> container.status().state() == RunState.RUNNING)
                .flatMap(container -> container.service().stream())
                .sorted()
                .toList());
    }

    private <T> T onUi(Callable<T> work) {
        try {
            return ui.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(Duration limit, org.awaitility.core.ThrowingRunnable holds) {
        Awaitility.await().atMost(limit).untilAsserted(holds);
    }
}
