package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.ServiceElement;
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

/** What the operator does with services and networks as wholes. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class ElementGesturesIT extends ShownMap {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void twoClicksOnTheGroundAskForANetworkThere(FxRobot robot) {
        Point2D ground = view.localToScreen(20, 760);
        Point at = view.toMap(20, 760);
        robot.doubleClickOn(ground);
        settle();

        assertThat(actions.asked).containsExactly("new network at " + Math.round(at.x()) + " " + Math.round(at.y()));
    }

    @Test
    void twoClicksInAZoneAskForAServiceOnItsNetwork(FxRobot robot) {
        robot.doubleClickOn(zoneSpot("download-net"));
        settle();

        assertThat(actions.asked).containsExactly("new service on download-net");
    }

    @Test
    void twoClicksOnATitleOrACardOpenTheInspector(FxRobot robot) {
        Box box = zone("download-net");
        robot.doubleClickOn(screen(new Point(box.x() + 30, box.y() + 16)));
        robot.doubleClickOn(card("bazarr"));
        settle();

        assertThat(actions.asked)
                .containsExactly("inspect NetworkElement[key=download-net]", "inspect ServiceElement[key=bazarr]");
    }

    @Test
    void theMenuOfACardHasWhatCanBeDoneWithAService(FxRobot robot) {
        robot.clickOn(card("bazarr"), MouseButton.SECONDARY);
        settle();
        robot.clickOn("Duplicate");
        settle();

        assertThat(actions.asked).containsExactly("duplicate");
        assertThat(model.selection()).containsExactly(new ServiceElement("bazarr"));
    }

    @Test
    void controlAAsksForAllServices(FxRobot robot) {
        robot.clickOn(card("bazarr"));
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        settle();

        assertThat(actions.asked).containsExactly("select all");
    }
}
