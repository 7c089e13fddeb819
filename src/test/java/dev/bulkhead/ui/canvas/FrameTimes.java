package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures the map: how long a frame takes while it is panned and zoomed, for 60 and for 1,000 services.
 *
 * <p>A program to run by hand, not a test: the numbers belong to the machine. With {@code -Dglass.platform=Headless
 * -Dprism.order=sw} it needs no display.
 */
final class FrameTimes {

    private static final int FRAMES = 240;
    private static final int WARM_UP = 40;

    private FrameTimes() {}

    public static void main(String[] words) throws InterruptedException {
        Platform.setImplicitExit(false);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Themes.loadFonts();
            Application.setUserAgentStylesheet(Theme.LIGHT.base());
            measure(SampleTopologies.large(60, 7), () -> measure(SampleTopologies.large(1000, 60), done::countDown));
        });
        done.await();
        Platform.exit();
    }

    private static void measure(Topology topology, Runnable then) {
        MapViewModel model = new MapViewModel();
        MapView view = new MapView(SightViewModel.of(model), new RecordedActions(model));
        model.open(topology, SourceMap.EMPTY, LayoutPositions.EMPTY);
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1280, 800));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        new AnimationTimer() {
            private final List<Long> times = new ArrayList<>();
            private long last;

            @Override
            public void handle(long now) {
                if (last > 0) {
                    times.add(now - last);
                }
                last = now;
                // In and out between the whole map and single cards, so that every level of detail is drawn.
                view.zoomBy(times.size() / 40 % 2 == 0 ? 1.04 : 1 / 1.04);
                if (times.size() == FRAMES) {
                    stop();
                    stage.hide();
                    report(topology.services().size(), times.subList(WARM_UP, FRAMES));
                    then.run();
                }
            }
        }.start();
    }

    private static void report(int services, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%,d services: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms a frame%n",
                services,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }
}
