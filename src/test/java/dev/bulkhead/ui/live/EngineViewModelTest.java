package dev.bulkhead.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import dev.bulkhead.migrate.PracticeProject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as the window follows it, without a toolkit. */
class EngineViewModelTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final EngineInfo DOCKER = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///run/docker.sock");

    @TempDir
    Path folder;

    private final EngineViewModel model = new EngineViewModel(Runnable::run, () -> NOON);
    private final Spoken spoken = new Spoken();

    @SuppressWarnings("NullAway.Init")
    private ObservedState running;

    @BeforeEach
    void observe() throws Exception {
        running = PracticeProject.of(folder, """
                name: home
                services:
                  web:
                    image: nginx
                    container_name: web
                  db:
                    image: postgres
                    container_name: db
                """).engine().observe();
    }

    @Test
    void anEngineIsConnectedOnceItHasToldHowThingsStand() {
        assertThat(model.statusProperty().get()).isEqualTo(new EngineStatus.None());

        model.watch(spoken);
        assertThat(model.statusProperty().get()).isEqualTo(new EngineStatus.Connecting());

        spoken.tell(new EngineEvent.Connected(DOCKER, running));
        assertThat(model.statusProperty().get()).isEqualTo(new EngineStatus.Connected(DOCKER));
        assertThat(model.stateProperty().get()).isEqualTo(running);
        assertThat(model.containers("home")).isEqualTo(running.containers());
        assertThat(model.containers("elsewhere")).isEmpty();
    }

    @Test
    void anEngineThatIsGoneLeavesItsLastStateAndSaysWhenTheNextTryComes() {
        model.watch(spoken);
        spoken.tell(new EngineEvent.Connected(DOCKER, running));

        spoken.tell(new EngineEvent.Disconnected("Nobody listens.", 2, 4000));

        assertThat(model.statusProperty().get())
                .isEqualTo(new EngineStatus.Gone("Nobody listens.", 2, NOON.plusSeconds(4)));
        assertThat(model.stateProperty().get()).isEqualTo(running);
    }

    @Test
    void everyEventIsALineTheNewestFirst() {
        model.watch(spoken);
        spoken.tell(new EngineEvent.Connected(DOCKER, running));
        spoken.tell(new EngineEvent.ContainerRemoved(id("db")));
        spoken.tell(new EngineEvent.Disconnected("Nobody listens.", 1, 1000));

        assertThat(model.events())
                .containsExactly(
                        new EventLine(NOON, "engine", "gone", "Nobody listens."),
                        new EventLine(NOON, "container", "db", "removed"),
                        new EventLine(
                                NOON,
                                "engine",
                                "Docker 28.5.2",
                                "connected: 2 containers, " + running.networks().size() + " networks"));
        assertThat(model.containers("home"))
                .isEqualTo(running.containers().stream()
                        .filter(container -> container.name().equals("web"))
                        .toList());
    }

    @Test
    void onlyTheNewestEventsAreKept() {
        model.watch(spoken);
        for (int attempt = 1; attempt <= EngineViewModel.EVENTS_KEPT + 3; attempt++) {
            spoken.tell(new EngineEvent.Disconnected("try " + attempt, attempt, 1000));
        }

        assertThat(model.events()).hasSize(EngineViewModel.EVENTS_KEPT);
        assertThat(model.events().getFirst().words()).isEqualTo("try " + (EngineViewModel.EVENTS_KEPT + 3));
        assertThat(model.events().getLast().words()).isEqualTo("try 4");
    }

    @Test
    void aRetryClosesTheStreamAndOpensAnotherAndWhatTheOldOneStillSaysIsNotHeard() {
        model.watch(spoken);
        Consumer<EngineEvent> old = spoken.listeners.getLast();

        model.retry();
        old.accept(new EngineEvent.Disconnected("late", 9, 1000));

        assertThat(spoken.listeners).hasSize(2);
        assertThat(spoken.closed).isEqualTo(1);
        assertThat(model.statusProperty().get()).isEqualTo(new EngineStatus.Connecting());
        assertThat(model.events()).isEmpty();
    }

    @Test
    void leavingAnEngineForgetsWhatItHad() {
        model.watch(spoken);
        spoken.tell(new EngineEvent.Connected(DOCKER, running));

        model.leave();
        model.retry();

        assertThat(model.statusProperty().get()).isEqualTo(new EngineStatus.None());
        assertThat(model.stateProperty().get()).isEqualTo(ObservedStates.NOTHING);
        assertThat(spoken.listeners).hasSize(1);
    }

    private String id(String name) {
        return running.containers().stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** An engine whose events the test speaks. */
    private static final class Spoken implements EngineObserver {
        private final List<Consumer<EngineEvent>> listeners = new ArrayList<>();
        private int closed;

        void tell(EngineEvent event) {
            listeners.getLast().accept(event);
        }

        @Override
        public Watch watch(Consumer<EngineEvent> listener) {
            listeners.add(listener);
            return new Watch() {
                @Override
                public boolean settle(Duration limit) {
                    return true;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }

        @Override
        public ContainerLook look(String container) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EngineInfo info() {
            return DOCKER;
        }

        @Override
        public EngineDetails details() throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public ObservedState observe() throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public ContainerBlueprint inspect(String container) throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public Optional<HealthLook> lastHealthLook(String container) throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public Optional<ObservedImage> image(String reference) throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public List<String> processes(String container) throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public EngineStream logs(String container, LogQuery query, Consumer<LogLine> listener) throws EngineException {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "Only events are told here.");
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
