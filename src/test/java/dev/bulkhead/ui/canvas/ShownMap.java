package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The map of the media server after its first iteration in a window, and where on the screen its parts are. */
abstract class ShownMap {

    final MapViewModel model = new MapViewModel();
    final SimpleObjectProperty<Topology> saved = new SimpleObjectProperty<>(SampleTopologies.mediaServerAfter());
    final SightViewModel sight = new SightViewModel(model, saved);
    final RecordedActions actions = new RecordedActions(model);

    // Controls can only be made once the toolkit runs.
    @SuppressWarnings("NullAway.Init")
    MapView view;

    /** Shows it. */
    final void show(Stage stage) {
        System.setProperty("bulkhead.motion", "none");
        Themes.loadFonts();
        view = new MapView(sight, actions);
        model.open(SampleTopologies.mediaServerAfter(), SourceMap.EMPTY, LayoutPositions.EMPTY);
        Scene scene = new Scene(view, 1280, 800);
        Application.setUserAgentStylesheet(Theme.LIGHT.base());
        stage.setScene(scene);
        // Some platforms report the wheel in pixels of the screen; here both are the same.
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    final void drag(FxRobot robot, String service, Point2D to) {
        robot.drag(card(service), MouseButton.PRIMARY).dropTo(to);
        settle();
    }

    /** Drags a card with Ctrl held: its service joins and stays. */
    final void join(FxRobot robot, String service, Point2D to) {
        robot.drag(card(service), MouseButton.PRIMARY).press(KeyCode.CONTROL);
        robot.dropTo(to).release(KeyCode.CONTROL);
        settle();
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    final String toast() {
        return String.valueOf(view.lookup("#map-toast").getAccessibleText());
    }

    final CardPlace places(String service) {
        return Objects.requireNonNull(model.geometry().get().positions().cards().get(service));
    }

    final Box zone(String network) {
        return Objects.requireNonNull(model.geometry().get().zones().get(network))
                .box();
    }

    final Point2D card(String service) {
        MapGeometry geometry = model.geometry().get();
        return screen(
                Objects.requireNonNull(geometry.cards().get(service)).box().center());
    }

    /** A spot of a zone that no card covers. */
    final Point2D zoneSpot(String network) {
        Box box = zone(network);
        return screen(new Point(box.right() - 7, box.bottom() - 7));
    }

    final Point2D tieSpot(String service, String network) {
        Node tie = view.lookup("#tie-" + service + "-" + network);
        TieRoute route = ((TieNode) tie).route();
        int last = route.points().size() - 1;
        Point a = route.points().get(last - 1);
        Point b = route.points().get(last);
        return screen(new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
    }

    final Point2D screen(Point at) {
        Point pixel = view.toView(at);
        return view.localToScreen(pixel.x(), pixel.y());
    }
}
