package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.BottomTab;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Going back and forth by the list of steps. */
@WithWindow
class HistoryIT {

    @Test
    void aStepOfTheListIsGoneBackToAndForth(TestWindow window) {
        window.openSample();
        window.run(() -> {
            window.context()
                    .project()
                    .apply(new TopologyEdit.AddNetwork(new Network(
                            "lab-net", "lab-net", NetworkOptions.defaults(), List.of(Subnet.of("172.30.0.0/24")))));
            window.context().project().apply(new TopologyEdit.Attach("sonarr", "lab-net"));
            window.context().navigation().showTab(BottomTab.HISTORY);
        });
        assertThat(rows(window)).containsExactly(0, 1, 2);

        go(window, 0);
        assertThat(topology(window).network("lab-net")).isEmpty();
        assertThat(rows(window)).containsExactly(0, 1, 2);

        go(window, 2);
        assertThat(topology(window).members("lab-net")).extracting(Service::key).containsExactly("sonarr");

        go(window, 1);
        assertThat(topology(window).network("lab-net")).isPresent();
        assertThat(topology(window).members("lab-net")).isEmpty();
    }

    private static void go(TestWindow window, int done) {
        window.onFx(() -> {
            ListView<Integer> list = list(window);
            list.requestFocus();
            list.getSelectionModel().select(Integer.valueOf(done));
            return done;
        });
        window.robot().push(KeyCode.ENTER);
        window.settle();
    }

    private static List<Integer> rows(TestWindow window) {
        return window.onFx(() -> List.copyOf(list(window).getItems()));
    }

    @SuppressWarnings("unchecked")
    private static ListView<Integer> list(TestWindow window) {
        return window.robot().lookup("#history").queryAs(ListView.class);
    }

    private static Topology topology(TestWindow window) {
        return window.onFx(() -> window.context().project().topologyProperty().get());
    }
}
