package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service dragged into a network, from the drop to the bytes on disk. */
@WithWindow
class DragToAttachIT {

    private static final String FILE = "servarr/docker-compose.yml";
    private static final String ADDED = "      - lab-net\n";

    @SuppressWarnings("NullAway.Init")
    private Path sample;

    @BeforeEach
    void openTheSampleWithANetworkToJoin(TestWindow window) {
        sample = window.openSample();
        window.run(() -> {
            window.context()
                    .project()
                    .apply(new TopologyEdit.AddNetwork(new Network(
                            "lab-net", "lab-net", NetworkOptions.defaults(), List.of(Subnet.of("172.30.0.0/24")))));
        });
        window.run(() -> window.context().project().save(false));
        window.click("#map-zoom-fit");
    }

    @Test
    void theChangeIsShownAsADiffAndNothingIsWritten(TestWindow window) {
        Map<String, String> before = Folders.contents(sample);
        window.map().drag("sonarr", "lab-net");

        assertThat(changed(window)).containsExactly(FILE);
        assertThat(window.words("#project-state")).isEqualTo("1 unsaved file");
        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    @Test
    void undoTakesTheChangeBackAndRedoBringsItAgain(TestWindow window) {
        window.map().drag("sonarr", "lab-net");

        press(window, KeyCode.CONTROL, KeyCode.Z);
        assertThat(changed(window)).isEmpty();

        press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(changed(window)).containsExactly(FILE);
    }

    @Test
    void saveInsertsOneLineAndLeavesEveryOtherByte(TestWindow window) {
        Map<String, String> before = Folders.contents(sample);
        window.map().drag("sonarr", "lab-net");
        press(window, KeyCode.CONTROL, KeyCode.S);

        Map<String, String> after = Folders.contents(sample);
        List<String> lines = new ArrayList<>(Objects.requireNonNull(after.get(FILE))
                .lines()
                .map(line -> line + "\n")
                .toList());
        assertThat(lines.remove(ADDED)).isTrue();
        assertThat(String.join("", lines)).isEqualTo(before.get(FILE));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.entrySet().stream()
                        .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly(FILE);
        assertThat(window.words("#project-state")).isEqualTo("saved");
    }

    @Test
    void deletingTheLineOfAMembershipDetaches(TestWindow window) {
        window.map().drag("sonarr", "lab-net");
        window.map().click("sonarr");
        window.map().clickTie("sonarr", "media-network");
        press(window, KeyCode.DELETE);

        assertThat(window.onFx(() ->
                        window.context().project().topologyProperty().get().members("media-network")))
                .extracting(Service::key)
                .doesNotContain("sonarr");
        assertThat(window.onFx(() ->
                        window.context().project().topologyProperty().get().members("lab-net")))
                .extracting(Service::key)
                .containsExactly("sonarr");
    }

    private static void press(TestWindow window, KeyCode... keys) {
        window.robot().push(keys);
        window.settle();
    }

    private static List<String> changed(TestWindow window) {
        return window.onFx(() -> window.context().project().changes().stream()
                .map(TextChange::name)
                .toList());
    }
}
