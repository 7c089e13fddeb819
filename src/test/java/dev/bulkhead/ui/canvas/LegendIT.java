package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.canvas.model.ServiceState;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the marks mean, and seeing only what differs. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class LegendIT extends ShownMap {

    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @BeforeEach
    void somethingDiffers(FxRobot robot) {
        robot.interact(() -> {
            model.showLive(Map.of("dozzle", new ServiceState(ServiceState.Health.STOPPED, "stopped 3 min")));
            model.showDifferences(
                    Map.of(
                            Element.service("cadvisor"),
                            new Difference(Difference.Kind.DIFFERS, List.of("Another image."))),
                    EngineOnly.NOTHING);
        });
        settle();
    }

    @Test
    void theButtonOpensTheLegendWhichCountsEachMark(FxRobot robot) {
        assertThat(view.lookup("#map-legend").isVisible()).isFalse();
        robot.clickOn("#map-legend-button");
        settle();

        assertThat(view.lookup("#map-legend").isVisible()).isTrue();
        assertThat(counted("not-running")).isEqualTo("1");
        assertThat(counted("differs")).isEqualTo("1");
        assertThat(counted("rule")).isEqualTo("0");
        robot.clickOn("#map-legend-button");
        settle();
        assertThat(view.lookup("#map-legend").isVisible()).isFalse();
    }

    @Test
    void itStaysAsWideAsItsWordsHoweverOftenItIsLaidOut(FxRobot robot) {
        robot.clickOn("#map-legend-button");
        settle();
        double width = view.lookup("#map-legend").getLayoutBounds().getWidth();
        for (int i = 0; i < 20; i++) {
            robot.interact(() -> view.lookupAll(".bh-legend-row").forEach(row -> {
                ((Parent) row).requestLayout();
                row.getScene().getRoot().layout();
            }));
        }
        assertThat(view.lookupAll(".bh-legend-row")).isNotEmpty();
        assertThat(view.lookup("#map-legend").getLayoutBounds().getWidth())
                .isEqualTo(width)
                .isLessThan(300);
    }

    @Test
    void aLineShowsOnlyThoseAndOnceMoreEverything(FxRobot robot) {
        robot.clickOn("#map-legend-button");
        robot.clickOn("#legend-not-running");
        settle();
        assertThat(dimmed("card-dozzle")).isFalse();
        assertThat(dimmed("card-cadvisor")).isTrue();
        assertThat(dimmed("card-sonarr")).isTrue();
        assertThat(dimmed("zone-mgmt-net")).isFalse();
        assertThat(dimmed("zone-backend-net")).isTrue();
        assertThat(model.selection()).isEmpty();

        robot.clickOn("#legend-not-running");
        settle();
        assertThat(dimmed("card-sonarr")).isFalse();
    }

    @Test
    void keysOpenTheLegendAndDimWhatDoesNotDiffer(FxRobot robot) {
        robot.interact(view::requestFocus);
        robot.type(KeyCode.D);
        settle();
        assertThat(view.lookup("#map-legend").isVisible()).isTrue();
        assertThat(dimmed("card-dozzle")).isFalse();
        assertThat(dimmed("card-cadvisor")).isFalse();
        assertThat(dimmed("card-sonarr")).isTrue();

        robot.type(KeyCode.L);
        settle();
        assertThat(view.lookup("#map-legend").isVisible()).isFalse();
        assertThat(dimmed("card-sonarr")).isFalse();
    }

    private boolean dimmed(String id) {
        return view.lookup("#" + id).getPseudoClassStates().contains(DIMMED);
    }

    private String counted(String mark) {
        return ((Labeled) view.lookup("#legend-" + mark + " .bh-legend-count")).getText();
    }
}
