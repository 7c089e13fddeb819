package dev.bulkhead.ui.container;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.UiExecutor;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;

/**
 * Container of the selected service as values to watch: its log and its figures, read while somebody looks.
 *
 * <p>Both go on by themselves when the container is started again or the engine comes back.
 */
public final class ContainerViewModel implements AutoCloseable {

    /** How many lines that were written before are read. */
    private static final int BEFORE = 1_000;

    /** States in which the engine has no log of a container any more. */
    private static final Set<RunState> LEAVING = Set.of(RunState.REMOVING, RunState.DEAD);

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final ProjectViewModel project;
    private final MapViewModel map;
    private final EngineViewModel engine;
    private final Supplier<Engine> source;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<ObservedContainer>> container =
            new ReadOnlyObjectWrapper<>(this, "container", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ContainerFigures>> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private final UiExecutor ui;
    private final LogTail log;
    private Optional<Reading> reading = Optional.empty();
    private boolean looking;

    /**
     * Follows the selection of the map.
     *
     * @param source the engine that the project runs on, as it is now; it repeats no secret
     */
    public ContainerViewModel(
            ProjectViewModel project,
            MapViewModel map,
            EngineViewModel engine,
            Supplier<Engine> source,
            BackgroundTasks tasks,
            UiExecutor ui) {
        this.project = project;
        this.map = map;
        this.engine = engine;
        this.source = source;
        this.tasks = tasks;
        this.ui = ui;
        this.log = new LogTail(ui);
        map.selection().addListener((SetChangeListener<GraphElement>) change -> follow());
        engine.stateProperty().addListener((property, old, now) -> follow());
        engine.statusProperty().addListener((property, old, now) -> follow());
    }

    /** The container of the one service that is selected, as the engine has it. */
    public ReadOnlyObjectProperty<Optional<ObservedContainer>> containerProperty() {
        return container.getReadOnlyProperty();
    }

    /** What it uses; empty while it does not run. */
    public ReadOnlyObjectProperty<Optional<ContainerFigures>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** Why its log or its figures cannot be read. */
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The newest lines of its log that the filter lets through, oldest first. */
    public ObservableList<LogLine> log() {
        return log.shown();
    }

    /** Shows only lines that hold a text. */
    public void filter(String text) {
        log.filter(text);
    }

    /** Says whether somebody looks; nothing is read while nobody does. */
    public void look(boolean now) {
        looking = now;
        follow();
    }

    @Override
    public void close() {
        look(false);
    }

    private void follow() {
        Optional<ObservedContainer> before = container.get();
        Optional<ObservedContainer> now = selected();
        container.set(now);
        boolean another = !before.map(ObservedContainer::id).equals(now.map(ObservedContainer::id));
        Optional<Life> life = looking && engine.statusProperty().get() instanceof EngineStatus.Connected
                ? now.filter(found -> !LEAVING.contains(found.status().state())).map(Life::of)
                : Optional.empty();
        if (!life.equals(reading.map(Reading::life))) {
            reading.ifPresent(Reading::end);
            if (another) {
                log.clear();
            }
            figures.set(Optional.empty());
            trouble.set(Optional.empty());
            reading = life.map(Reading::new);
            reading.ifPresent(Reading::begin);
        }
    }

    private Optional<ObservedContainer> selected() {
        Set<GraphElement> selection = map.selection();
        return selection.size() == 1
                ? switch (selection.iterator().next()) {
                    case Element.ServiceElement(String key) -> of(key);
                    case Element.MembershipElement(String key, String network) -> of(key);
                    case Element.NetworkElement(String key) -> Optional.empty();
                }
                : Optional.empty();
    }

    private Optional<ObservedContainer> of(String service) {
        return engine.containers(project.topologyProperty().get().project()).stream()
                .filter(candidate -> candidate.service().equals(Optional.of(service)))
                .findFirst();
    }

    /** One life of a container, from start to stop: what its log and its figures are read for. */
    private record Life(String id, boolean runs, Optional<Instant> since) {

        static Life of(ObservedContainer container) {
            return new Life(
                    container.id(),
                    container.status().state() == RunState.RUNNING,
                    container.status().since());
        }
    }

    /** Reading of one life; what it still tells after its end is not heard. */
    private final class Reading {

        private final Life life;
        private Optional<EngineStream> lines = Optional.empty();
        private Optional<EngineStream> numbers = Optional.empty();
        private boolean ended;

        Reading(Life life) {
            this.life = life;
        }

        Life life() {
            return life;
        }

        void begin() {
            Engine masked = source.get();
            Optional<Instant> next = log.newest().map(newest -> newest.plusNanos(1));
            LogQuery query =
                    new LogQuery(next.isPresent() ? OptionalInt.empty() : OptionalInt.of(BEFORE), next, life.runs());
            open(() -> masked.observer().logs(life.id(), query, this::heard), stream -> lines = Optional.of(stream));
            if (life.runs()) {
                open(
                        () -> masked.measure().follow(List.of(life.id()), this::measured),
                        stream -> numbers = Optional.of(stream));
            }
        }

        void end() {
            // From here on no line of it gets into the log, whatever its thread is about to do.
            synchronized (this) {
                ended = true;
            }
            lines.ifPresent(this::close);
            numbers.ifPresent(this::close);
        }

        private synchronized boolean current() {
            return !ended;
        }

        private void open(Opening opening, Consumer<EngineStream> keep) {
            tasks.start(
                    progress -> opening.open(),
                    stream -> {
                        if (current()) {
                            keep.accept(stream);
                            awaitEnd(stream);
                        } else {
                            close(stream);
                        }
                    },
                    this::failed);
        }

        private void awaitEnd(EngineStream stream) {
            tasks.start(
                    progress -> {
                        stream.await(FOR_EVER);
                        return stream.failure();
                    },
                    failure -> {
                        if (current() && failure.isPresent()) {
                            trouble.set(failure);
                        }
                    },
                    this::failed);
        }

        private void failed(Exception failure) {
            if (current()) {
                trouble.set(Optional.of(String.valueOf(failure.getMessage())));
            }
        }

        private void close(EngineStream stream) {
            tasks.start(
                    progress -> {
                        stream.close();
                        return stream;
                    },
                    closed -> {},
                    failure -> {});
        }

        private synchronized void heard(LogLine line) {
            if (!ended) {
                log.add(line);
            }
        }

        private void measured(ContainerFigures told) {
            ui.run(() -> {
                if (current()) {
                    figures.set(Optional.of(told));
                }
            });
        }
    }

    /** Opens a stream; blocks. */
    @FunctionalInterface
    private interface Opening {
        EngineStream open() throws Exception;
    }
}
