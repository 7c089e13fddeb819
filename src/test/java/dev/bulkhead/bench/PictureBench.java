package dev.bulkhead.bench;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Point;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.RecordedActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.lanes.LanesView;
import dev.bulkhead.ui.lanes.LanesViewModel;
import dev.bulkhead.ui.lanes.PictureViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/**
 * Measures the pictures: how long a frame takes while the map is panned and a card is dragged, and while lanes scroll.
 *
 * <p>A program to run by hand, not a test: the numbers belong to the machine. With {@code -Djavafx.animation.fullspeed=true}
 * frames come as fast as they are ready, so that a number is what a frame costs and not when the screen asked for it.
 */
final class PictureBench {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    /** What is still to be done, each told what to do when it is done. */
    private final Deque<Consumer<Runnable>> steps = new ArrayDeque<>();

    private PictureBench() {}

    /** Measures what is named: {@code 19}, {@code 2000} or {@code 10000} services, or {@code lanes}. */
    public static void main(String[] words) throws InterruptedException {
        System.setProperty("bulkhead.motion", "none");
        Platform.setImplicitExit(false);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Themes.loadFonts();
            Application.setUserAgentStylesheet(Theme.LIGHT.base());
            PictureBench bench = new PictureBench();
            switch (words[0]) {
                case "19" -> bench.map(SampleTopologies.mediaServerAfter(), true);
                case "2000" -> bench.map(SampleTopologies.large(2_000, 100), true);
                case "10000" -> bench.map(SampleTopologies.large(10_000, 500), false);
                default -> bench.lanes(SampleTopologies.large(300, 300));
            }
            bench.steps.add(next -> done.countDown());
            bench.next();
        });
        done.await();
        System.exit(0);
    }

    private void next() {
        Consumer<Runnable> step = steps.poll();
        if (step != null) {
            step.accept(this::next);
        }
    }

    private void settle() {
        steps.add(next -> FrameTimes.measure("", frame -> {}, next));
    }

    private void map(Topology topology, boolean near) {
        MapViewModel model = new MapViewModel();
        MapView view = new MapView(SightViewModel.of(model), new RecordedActions(model));
        show(view);
        model.open(topology, SourceMap.EMPTY, LayoutPositions.EMPTY);
        String all = "%,d services, ".formatted(topology.services().size());
        settle();
        steps.add(next -> {
            view.fitWhole();
            next.run();
        });
        settle();
        pan(view, all + "pan, all of them");
        drag(view, model, all + "drag, all of them");
        if (near) {
            steps.add(next -> {
                view.resetZoom();
                next.run();
            });
            settle();
            pan(view, all + "pan at 100 %");
            drag(view, model, all + "drag at 100 %");
        }
    }

    private static void show(Parent view) {
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Themes.apply(scene, Theme.LIGHT, MapView.stylesheet());
        stage.setScene(scene);
        stage.show();
    }

    /** With the middle button, to and fro. */
    private void pan(MapView view, String what) {
        steps.add(next -> {
            mouse(view, MouseEvent.MOUSE_PRESSED, MouseButton.MIDDLE, WIDTH / 2, HEIGHT / 2);
            FrameTimes.measure(
                    what,
                    frame -> mouse(
                            view,
                            MouseEvent.MOUSE_DRAGGED,
                            MouseButton.MIDDLE,
                            WIDTH / 2 + Math.sin(frame / 25.0) * WIDTH * 0.2,
                            HEIGHT / 2 + Math.sin(frame / 33.0) * HEIGHT * 0.2),
                    () -> {
                        mouse(view, MouseEvent.MOUSE_RELEASED, MouseButton.MIDDLE, WIDTH / 2, HEIGHT / 2);
                        next.run();
                    });
        });
    }

    /** The first card around in a circle, then put back. */
    private void drag(MapView view, MapViewModel model, String what) {
        steps.add(next -> {
            CardBox card = Objects.requireNonNull(model.geometry().get().cards().firstEntry())
                    .getValue();
            view.reveal(Element.service(card.service()));
            FrameTimes.measure("", frame -> {}, () -> {
                Point from = inView(view, card.box());
                mouse(view, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, from.x(), from.y());
                FrameTimes.measure(
                        what,
                        frame -> mouse(
                                view,
                                MouseEvent.MOUSE_DRAGGED,
                                MouseButton.PRIMARY,
                                WIDTH / 2 + Math.cos(frame / 20.0) * WIDTH * 0.4,
                                HEIGHT / 2 + Math.sin(frame / 20.0) * HEIGHT * 0.4),
                        () -> {
                            view.fireEvent(new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
                            mouse(view, MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, from.x(), from.y());
                            next.run();
                        });
            });
        });
    }

    private static Point inView(MapView view, Box box) {
        Point corner = view.toMap(0, 0);
        double scale = view.zoomProperty().get();
        return new Point((box.center().x() - corner.x()) * scale, (box.center().y() - corner.y()) * scale);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, MouseButton button, double x, double y) {
        boolean primary = button == MouseButton.PRIMARY;
        node.fireEvent(new MouseEvent(
                type, x, y, x, y, button, 1, false, false, false, false, primary, !primary, false, false, false, false,
                null));
    }

    private void lanes(Topology topology) {
        MapViewModel model = new MapViewModel();
        LanesViewModel lanes = new LanesViewModel(
                SightViewModel.of(model), new SimpleObjectProperty<>(Optional.empty()), new RecordedActions(model));
        lanes.shown(true);
        model.open(topology, SourceMap.EMPTY, LayoutPositions.EMPTY);
        LanesView view = new LanesView(lanes, new PictureViewModel(), new RecordedActions(model));
        show(view);
        settle();
        steps.add(next -> FrameTimes.measure(
                "300 x 300 lanes, scroll", frame -> scroll(view, frame / 60 % 2 == 0 ? -1 : 1), next));
    }

    private static void scroll(LanesView view, int way) {
        view.lookup("#lanes-grid")
                .fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        400,
                        400,
                        400,
                        400,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        way * 12,
                        way * 24,
                        way * 12,
                        way * 24,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
