package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.canvas.model.ServiceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is drawn of the map, and when. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class MapDrawingIT extends ShownMap {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void everyCardSaysInWordsWhatItShows() {
        Node card = view.lookup("#card-sonarr");

        assertThat(card.getAccessibleText())
                .isEqualTo("sonarr, no engine is watched, at home in backend-net, also on media-network, download-net, "
                        + "port 8989:8989 for everyone who reaches the host");
    }

    @Test
    void anEventDrawsTheCardAnewThatItIsAboutAndNoOther() {
        Map<String, ServiceState> live = new HashMap<>();
        model.topologyProperty()
                .get()
                .services()
                .keySet()
                .forEach(service -> live.put(service, new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d")));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showLive(live));
        settle();
        Map<String, List<Node>> before = drawn(live.keySet());

        live.replaceAll((service, state) -> new ServiceState(ServiceState.Health.HEALTHY, "healthy 4 d"));
        live.put("sonarr", new ServiceState(ServiceState.Health.UNHEALTHY, "unhealthy 4 d"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showLive(live));
        settle();

        Map<String, List<Node>> after = drawn(live.keySet());
        assertThat(live.keySet().stream().filter(service -> !Objects.equals(before.get(service), after.get(service))))
                .containsExactly("sonarr");
        assertThat(view.lookup("#card-radarr").getAccessibleText()).startsWith("radarr, healthy 4 d, ");
    }

    /** Returns the nodes that each card consists of; a card that is drawn anew has others. */
    private Map<String, List<Node>> drawn(Set<String> services) {
        return services.stream()
                .collect(Collectors.toMap(
                        service -> service,
                        service ->
                                List.copyOf(((CardNode) view.lookup("#card-" + service)).getChildrenUnmodifiable())));
    }

    @Test
    void onlyTheTiesOfTheSelectionReachTheRail(FxRobot robot) {
        assertThat(view.lookup("#tie-sonarr-media-network")).isNull();

        robot.clickOn(card("sonarr"));
        settle();
        assertThat(view.lookup("#tie-sonarr-media-network")).isNotNull();
        assertThat(view.lookup("#tie-radarr-media-network")).isNull();
    }
}
