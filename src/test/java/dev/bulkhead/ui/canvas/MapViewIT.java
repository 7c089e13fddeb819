package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
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

/** What the operator does with mouse and keys. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class MapViewIT extends ShownMap {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void draggingACardWithControlAttachesTheService(FxRobot robot) {
        join(robot, "bazarr", zoneSpot("download-net"));

        assertThat(actions.edits).containsExactly(new TopologyEdit.Attach("bazarr", "download-net"));
        assertThat(places("bazarr").zone()).isEqualTo("backend-net");
        assertThat(toast()).isEqualTo("bazarr joined download-net and stays on backend-net.");
    }

    @Test
    void theOfferAfterAnAttachLeavesTheOldNetwork(FxRobot robot) {
        join(robot, "bazarr", zoneSpot("download-net"));
        robot.clickOn("#map-toast-action");

        assertThat(actions.edits)
                .containsExactly(
                        new TopologyEdit.Attach("bazarr", "download-net"),
                        new TopologyEdit.Detach("bazarr", "backend-net"));
    }

    @Test
    void aPlainDropMovesTheServiceAsOneChange(FxRobot robot) {
        drag(robot, "bazarr", zoneSpot("download-net"));

        assertThat(actions.edits)
                .containsExactly(new TopologyEdit.Batch(
                        "move bazarr from backend-net to download-net",
                        List.of(
                                new TopologyEdit.Attach("bazarr", "download-net"),
                                new TopologyEdit.Detach("bazarr", "backend-net"))));
    }

    @Test
    void aZoneThatCannotTakeTheCardSaysWhyWhileTheCardIsOverIt(FxRobot robot) {
        robot.drag(card("qbittorrent"), MouseButton.PRIMARY).moveTo(zoneSpot("backend-net"));
        settle();
        Label tip = robot.lookup("#drag-tip").queryAs(Label.class);

        assertThat(tip.isVisible()).isTrue();
        assertThat(tip.getText())
                .isEqualTo("Service qbittorrent uses network_mode: service:gluetun, so it cannot join backend-net; "
                        + "attach the owner of its network instead.");
        robot.drop();
        settle();
        assertThat(actions.edits).isEmpty();
    }

    @Test
    void droppingOnARailAttachesToTheNetworkBehindIt(FxRobot robot) {
        robot.interact(() -> actions.apply(new TopologyEdit.Detach("bazarr", "media-network")));
        settle();
        join(robot, "bazarr", zoneSpot("media-network"));

        assertThat(actions.edits.getLast()).isEqualTo(new TopologyEdit.Attach("bazarr", "media-network"));
    }

    @Test
    void escapeCallsADragOff(FxRobot robot) {
        robot.drag(card("bazarr"), MouseButton.PRIMARY).moveTo(zoneSpot("download-net"));
        robot.type(KeyCode.ESCAPE);
        robot.drop();
        settle();

        assertThat(actions.edits).isEmpty();
        assertThat(robot.lookup("#carried-card").tryQuery()).isEmpty();
    }

    @Test
    void draggingInsideTheZoneOnlyTakesAnotherCell(FxRobot robot) {
        CardPlace sonarr = places("sonarr");
        CardPlace bazarr = places("bazarr");
        drag(robot, "bazarr", card("sonarr"));

        assertThat(actions.edits).isEmpty();
        assertThat(places("bazarr")).isEqualTo(new CardPlace("backend-net", "", sonarr.column(), sonarr.row(), true));
        assertThat(places("sonarr")).isEqualTo(new CardPlace("backend-net", "", bazarr.column(), bazarr.row(), true));
        assertThat(actions.positions).hasSize(1);
    }

    @Test
    void aZoneMovesByItsTitleAndStaysThere(FxRobot robot) {
        Box before = zone("security-net");
        // Where no tie ends.
        Point2D title = screen(new Point(before.x() + 80, before.y() + 20));
        robot.drag(title, MouseButton.PRIMARY).dropTo(title.add(80, 40));
        settle();

        Box after = zone("security-net");
        assertThat(after.x()).isGreaterThan(before.x() + 40);
        assertThat(after.y()).isGreaterThan(before.y() + 20);
        assertThat(actions.positions.getLast().zones())
                .hasEntrySatisfying(
                        "security-net", place -> assertThat(place.manual()).isTrue());
    }

    @Test
    void deleteOnASelectedTieDetaches(FxRobot robot) {
        robot.clickOn(tieSpot("sonarr", "download-net"));
        settle();
        assertThat(model.selection()).containsExactly(new MembershipElement("sonarr", "download-net"));

        robot.type(KeyCode.DELETE);
        settle();
        assertThat(actions.asked).containsExactly("remove service:sonarr/networks/download-net");
    }

    @Test
    void deleteAsksToRemoveWhatIsSelected(FxRobot robot) {
        robot.interact(() -> model.select(new NetworkElement("dmz-net")));
        robot.interact(() -> view.requestFocus());
        robot.type(KeyCode.DELETE);
        settle();

        assertThat(actions.asked).containsExactly("remove network:dmz-net");
    }

    @Test
    void arrowKeysGoFromCardToCardAndEnterOpensTheInspector(FxRobot robot) {
        String below = below("bazarr");
        robot.clickOn(card("bazarr")).type(KeyCode.DOWN).type(KeyCode.ENTER);
        settle();

        assertThat(actions.asked).containsExactly("inspect ServiceElement[key=" + below + "]");
        assertThat(model.selection()).containsExactly(new ServiceElement(below));
    }

    private String below(String service) {
        CardPlace place = places(service);
        return model.geometry().get().positions().cards().entrySet().stream()
                .filter(card -> card.getValue()
                        .sameCell(new CardPlace(place.zone(), place.section(), place.column(), place.row() + 1, false)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theKeyAOffersTheNetworksAServiceIsNotOn(FxRobot robot) {
        robot.clickOn(card("cloudflared")).type(KeyCode.A);
        settle();
        robot.type(KeyCode.ENTER);
        settle();

        assertThat(actions.edits).containsExactly(new TopologyEdit.Attach("cloudflared", "backend-net"));
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        Point2D spot = card("jellyfin");
        double before = view.zoomProperty().get();
        robot.moveTo(spot).scroll(3, VerticalDirection.UP);
        settle();

        assertThat(view.zoomProperty().get()).isNotEqualTo(before);
        assertThat(card("jellyfin").distance(spot)).isLessThan(3);
    }

    @Test
    void fitShowsEverythingAgain(FxRobot robot) {
        double fitted = view.zoomProperty().get();
        robot.clickOn(card("bazarr"));
        // The key that carries the plus: an X keyboard has none whose first character it is.
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        settle();
        assertThat(view.zoomProperty().get()).isGreaterThan(fitted);

        robot.type(KeyCode.F);
        settle();
        assertThat(view.zoomProperty().get()).isEqualTo(fitted);
    }
}
