package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the operator does with several cards, and beside them. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class GroundGesturesIT extends ShownMap {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void theMiddleButtonMovesTheMap(FxRobot robot) {
        Point2D before = card("bazarr");
        Point2D empty = view.localToScreen(10, 300);
        robot.drag(empty, MouseButton.MIDDLE).dropTo(empty.add(60, -30));
        settle();

        assertThat(card("bazarr").distance(before.add(60, -30))).isLessThan(2);
    }

    @Test
    void theSpaceBarMovesTheMapAlsoOverACard(FxRobot robot) {
        robot.interact(view::requestFocus);
        Point2D before = card("bazarr");
        robot.press(KeyCode.SPACE);
        robot.drag(before, MouseButton.PRIMARY).dropTo(before.add(60, -30));
        robot.release(KeyCode.SPACE);
        settle();

        assertThat(actions.edits).isEmpty();
        assertThat(card("bazarr").distance(before.add(60, -30))).isLessThan(2);
    }

    @Test
    void aRubberBandSelectsTheCardsItTouches(FxRobot robot) {
        band(robot, "download-net");

        assertThat(model.selection())
                .isEqualTo(Set.of(new ServiceElement("gluetun"), new ServiceElement("qbittorrent")));
    }

    @Test
    void withShiftItAddsThem(FxRobot robot) {
        robot.interact(() -> model.select(new ServiceElement("bazarr")));
        robot.press(KeyCode.SHIFT);
        band(robot, "download-net");
        robot.release(KeyCode.SHIFT);
        settle();

        assertThat(model.selection())
                .isEqualTo(Set.of(
                        new ServiceElement("bazarr"),
                        new ServiceElement("gluetun"),
                        new ServiceElement("qbittorrent")));
    }

    @Test
    void severalCardsAreAttachedAsOneChange(FxRobot robot) {
        robot.interact(() -> model.select(Set.of(new ServiceElement("bazarr"), new ServiceElement("prowlarr"))));
        join(robot, "bazarr", zoneSpot("dmz-net"));

        assertThat(actions.edits)
                .containsExactly(new TopologyEdit.Batch(
                        "attach 2 services to dmz-net",
                        List.of(
                                new TopologyEdit.Attach("bazarr", "dmz-net"),
                                new TopologyEdit.Attach("prowlarr", "dmz-net"))));
        assertThat(toast()).isEqualTo("2 services joined dmz-net and stay on backend-net.");
    }

    @Test
    void aTieGoesToAnotherNetworkByItsEnd(FxRobot robot) {
        robot.clickOn(card("sonarr"));
        settle();
        robot.drag(tieSpot("sonarr", "download-net"), MouseButton.PRIMARY).dropTo(zoneSpot("dmz-net"));
        settle();

        assertThat(actions.edits)
                .containsExactly(new TopologyEdit.Batch(
                        "move sonarr from download-net to dmz-net",
                        List.of(
                                new TopologyEdit.Attach("sonarr", "dmz-net"),
                                new TopologyEdit.Detach("sonarr", "download-net"))));
    }

    @Test
    void theMapIsPannedWhileACardRestsAtTheEdge(FxRobot robot) {
        Point before = view.toMap(0, 0);
        Point2D edge = view.localToScreen(3, 400);
        robot.drag(card("bazarr"), MouseButton.PRIMARY).moveTo(edge);
        await(() -> view.toMap(0, 0).x() < before.x() - 50);
        robot.type(KeyCode.ESCAPE).drop();
        settle();

        assertThat(actions.edits).isEmpty();
    }

    @Test
    void aDropBesideANetworkIsMeantForIt(FxRobot robot) {
        Box download = zone("download-net");
        join(robot, "bazarr", screen(new Point(download.x() + 60, download.y())).add(0, -12));

        assertThat(actions.edits).containsExactly(new TopologyEdit.Attach("bazarr", "download-net"));
    }

    @Test
    void aSelectedZoneIsResizedByItsCorner(FxRobot robot) {
        Box before = zone("download-net");
        robot.interact(() -> model.select(new NetworkElement("download-net")));
        settle();
        Point2D corner = screen(new Point(before.right(), before.bottom()));
        // Not with Alt, with which the window manager of the lane moves the whole window.
        robot.drag(corner, MouseButton.PRIMARY).dropTo(corner.add(40, 60));
        settle();

        Box after = zone("download-net");
        assertThat(after.x()).isEqualTo(before.x());
        assertThat(after.height()).isGreaterThan(before.height());
        assertThat(after.width()).isGreaterThan(before.width());
        assertThat(actions.edits).isEmpty();
    }

    private void band(FxRobot robot, String network) {
        Box box = zone(network);
        // From a corner where no tie ends.
        Point2D from = screen(new Point(box.right() - 3, box.bottom() - 3));
        robot.drag(from, MouseButton.PRIMARY).dropTo(screen(new Point(box.x() + 3, box.y() + 58)));
        settle();
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("It did not happen in half a minute.", late);
        }
    }
}
