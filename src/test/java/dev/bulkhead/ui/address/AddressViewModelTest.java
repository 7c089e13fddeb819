package dev.bulkhead.ui.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address space around a project, without a toolkit. */
class AddressViewModelTest {

    @TempDir
    Path folder;

    private final MapViewModel map = new MapViewModel();
    private final EngineViewModel engine = new EngineViewModel(Runnable::run, () -> Instant.EPOCH);
    private final CountedTasks tasks = new CountedTasks();

    /** Tasks that run at once and are counted. */
    private static final class CountedTasks implements BackgroundTasks {
        private int started;

        @Override
        public <T> TaskHandle start(
                BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            started++;
            return new InlineTasks().start(task, onDone, onFailed);
        }
    }

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @SuppressWarnings("NullAway.Init")
    private AddressViewModel addresses;

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
        ComposeProject project = open.model().projectProperty().get().orElseThrow();
        map.open(project.topology(), project.sources(), LayoutPositions.EMPTY);
        LiveSurroundings around = new LiveSurroundings(engine, new EngineHost(new HostRoutes(new DiskFileTree())));
        addresses = new AddressViewModel(open.model(), map, engine, tasks, around);
    }

    @Test
    void theNextFreeSubnetIsBesideWhatTheProjectUses() throws Exception {
        assertThat(addresses.nextFree(Cidr.parse("10.20.0.0/23"), 24)).contains(Cidr.parse("10.20.1.0/24"));

        open.model().apply(new TopologyEdit.SetSubnet("back", "10.20.1.0/24"));

        assertThat(addresses.nextFree(Cidr.parse("10.20.0.0/23"), 24)).isEmpty();
    }

    @Test
    void aNetworkThatIsSelectedOnTheMapIsTheChosenBlock() {
        map.select(new Element.NetworkElement("front"));
        assertThat(addresses
                        .chosenProperty()
                        .get()
                        .flatMap(addresses.spaceProperty().get()::node))
                .hasValueSatisfying(
                        node -> assertThat(AddressViewModel.network(node)).contains("front"));

        map.select(new Element.ServiceElement("web"));
        assertThat(addresses.chosenProperty().get()).isEmpty();
    }

    @Test
    void onlyAnEventThatMovesAnAddressLetsTheSpaceBeWorkedOutAnew() throws Exception {
        PracticeEngine practice = new PracticeProject(folder).engine();
        engine.watch(practice);
        String container = practice.observe().containers().getFirst().name();
        int before = tasks.started;

        practice.setHealthy(container, false);
        practice.setHealthy(container, true);
        assertThat(tasks.started).isEqualTo(before);

        practice.stop(container, Duration.ZERO);
        assertThat(tasks.started).isEqualTo(before + 1);
    }
}
