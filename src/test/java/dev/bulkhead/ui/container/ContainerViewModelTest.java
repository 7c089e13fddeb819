package dev.bulkhead.ui.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The selected container as the window shows it, without a toolkit, on the practice engine. */
class ContainerViewModelTest {

    @TempDir
    Path folder;

    /** What stands for the toolkit's thread: one at a time. */
    private final Object turn = new Object();

    private final ThreadedTasks tasks = new ThreadedTasks(this::inTurn);
    private final EngineViewModel engine = new EngineViewModel(this::inTurn, () -> Instant.EPOCH);
    private final MapViewModel map = new MapViewModel();

    @SuppressWarnings("NullAway.Init")
    private PracticeEngine practice;

    @SuppressWarnings("NullAway.Init")
    private ContainerViewModel model;

    private String service = "";

    private void inTurn(Runnable work) {
        synchronized (turn) {
            work.run();
        }
    }

    @BeforeEach
    void open() throws Exception {
        OpenProject project = new OpenProject(folder);
        practice = new PracticeProject(folder).engine();
        Engine whole = Engine.of(practice, new PracticeServiceRunner(practice, new ComposeLoader(new DiskFileTree())));
        service = project.model().topologyProperty().get().services().firstKey();
        model = new ContainerViewModel(project.model(), map, engine, () -> whole, tasks, this::inTurn);
        inTurn(() -> engine.watch(practice));
    }

    @AfterEach
    void end() {
        inTurn(model::close);
        tasks.close();
        inTurn(engine::close);
    }

    private void await(String what, BooleanSupplier holds) {
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(() -> {
            synchronized (turn) {
                return holds.getAsBoolean();
            }
        });
    }

    @Test
    void nothingIsReadWhileNobodyLooksAndFiguresComeOnceSomebodyDoes() {
        inTurn(() -> map.select(Element.service(service)));
        assertThat(model.containerProperty().get().flatMap(ObservedContainer::service))
                .contains(service);
        assertThat(model.figuresProperty().get()).isEmpty();

        inTurn(() -> model.look(true));
        await("figures", () -> model.figuresProperty().get().isPresent());
        assertThat(model.troubleProperty().get()).isEmpty();

        inTurn(() -> model.look(false));
        assertThat(model.figuresProperty().get()).isEmpty();
    }

    @Test
    void aContainerThatStopsHasNoFiguresAndANetworkHasNoContainer() throws Exception {
        inTurn(() -> {
            map.select(Element.service(service));
            model.look(true);
        });
        await("figures", () -> model.figuresProperty().get().isPresent());

        practice.stop(model.containerProperty().get().orElseThrow().name(), Duration.ZERO);
        await("no figures", () -> model.figuresProperty().get().isEmpty());

        inTurn(() -> map.select(Element.network("back")));
        assertThat(model.containerProperty().get()).isEqualTo(Optional.empty());
    }
}
