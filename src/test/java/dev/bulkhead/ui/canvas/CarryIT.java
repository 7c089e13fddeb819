package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What drags do, done by single clicks and keys, and what those hear of it who do not see the map. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class CarryIT extends ShownMap {

    private static final TopologyEdit MOVED = new TopologyEdit.Batch(
            "move bazarr from backend-net to download-net",
            List.of(
                    new TopologyEdit.Attach("bazarr", "download-net"),
                    new TopologyEdit.Detach("bazarr", "backend-net")));

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void aCardIsCarriedByTheMenuAndAClick(FxRobot robot) {
        robot.clickOn(card("bazarr"), MouseButton.SECONDARY);
        settle();
        robot.clickOn("Carry to a network… (M)");
        robot.moveTo(zoneSpot("download-net"));
        settle();
        assertThat(robot.lookup("#carried-card").tryQuery()).isPresent();
        robot.clickOn(zoneSpot("download-net"));
        settle();

        assertThat(actions.edits).containsExactly(MOVED);
        assertThat(robot.lookup("#carried-card").tryQuery()).isEmpty();
    }

    @Test
    void aCardIsCarriedByKeysAloneAndWhatWouldHappenIsSaid(FxRobot robot) {
        robot.clickOn(card("qbittorrent"))
                .type(KeyCode.M)
                .type(KeyCode.UP)
                .type(KeyCode.LEFT)
                .type(KeyCode.DOWN);
        settle();

        Label status = (Label) view.lookup("#map-status");
        assertThat(status.getText()).containsPattern("network.mode");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("#carried-card").tryQuery()).isEmpty();
        assertThat(actions.edits).isEmpty();
    }

    @Test
    void escapeCallsItOffAndTheNextClickIsAClick(FxRobot robot) {
        robot.clickOn(card("bazarr")).type(KeyCode.M);
        robot.moveTo(zoneSpot("download-net")).type(KeyCode.ESCAPE);
        robot.clickOn(card("sonarr"));
        settle();

        assertThat(actions.edits).isEmpty();
        assertThat(model.selection()).hasSize(1);
    }

    @Test
    void tiesOfACarriedCardLeadToTheCellThatItWouldDropIntoAndBackAgain(FxRobot robot) {
        TieRoute before = tie("prometheus", "frontend-net");
        robot.clickOn(card("prometheus")).type(KeyCode.M);
        TieRoute selected = tie("prometheus", "frontend-net");
        robot.moveTo(zoneSpot("download-net"));
        settle();

        Bounds cell = view.lookup("#drag-outline").getBoundsInParent();
        Point start = tie("prometheus", "frontend-net").points().getFirst();
        assertThat(selected).isEqualTo(before);
        assertThat(cell.getMinX()).isLessThanOrEqualTo(start.x() + 1);
        assertThat(cell.getMaxX()).isGreaterThanOrEqualTo(start.x() - 1);
        assertThat(cell.getMinY()).isLessThanOrEqualTo(start.y() + 1);
        assertThat(cell.getMaxY()).isGreaterThanOrEqualTo(start.y() - 1);
        assertThat(view.lookup("#tie-prometheus-download-net"))
                .as("it would be at home there")
                .isNull();

        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(tie("prometheus", "frontend-net")).isEqualTo(before);
        assertThat(view.lookup("#tie-prometheus-download-net")).isNotNull();
    }

    private TieRoute tie(String service, String network) {
        return ((TieNode) view.lookup("#tie-" + service + "-" + network)).route();
    }
}
