package dev.bulkhead.app.picture;

import dev.bulkhead.check.Finding;
import dev.bulkhead.cli.command.PictureException;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Map of a topology as a PNG picture, drawn as the window does, without a window on the screen. */
public final class MapPng {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Room around the map, in map units. */
    private static final double MARGIN = 48;
    /** A picture that any viewer opens; a larger map is drawn smaller. */
    private static final double LONGEST_SIDE = 6000;

    private MapPng() {}

    /** Returns the map as a PNG picture. */
    public static byte[] of(Topology topology) throws PictureException {
        try {
            start();
            FxDriver driver = new FxDriver(new FxThread(), PATIENCE);
            Scene scene = driver.call(() -> show(topology));
            driver.settle();
            WritableImage image = driver.call(() -> scene.snapshot(null));
            driver.run(() -> ((Stage) scene.getWindow()).close());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
            return bytes.toByteArray();
        } catch (TourException | IOException e) {
            throw new PictureException("The map could not be drawn (" + e.getMessage() + "); export svg instead.");
        }
    }

    private static void start() throws PictureException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        try {
            if (!started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new PictureException("The window's toolkit did not start within " + PATIENCE.toSeconds()
                        + " s, so there is no PNG; export svg instead.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException("Interrupted before the map was drawn.");
        }
    }

    private static Scene show(Topology topology) {
        Themes.loadFonts();
        MapViewModel model = new MapViewModel();
        model.topologyProperty().set(topology);
        MapView view = new MapView(SightViewModel.of(model), new NoActions());
        Box bounds = model.geometry().get().bounds();
        double scale = Math.min(1, LONGEST_SIDE / Math.max(bounds.width(), bounds.height()));
        Scene scene = new Scene(
                view, Math.max(320, bounds.width() * scale + MARGIN), Math.max(200, bounds.height() * scale + MARGIN));
        Themes.apply(scene, Theme.LIGHT, MapView.stylesheet());
        view.lookupAll(".bh-zoom-bar").forEach(bar -> bar.setVisible(false));
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        view.fitWhole();
        // not the first card, which would show that the keyboard is at it
        view.requestFocus();
        return scene;
    }

    /** A picture asks for nothing. */
    private static final class NoActions implements CanvasActions, ElementActions {
        @Override
        public boolean apply(ProjectEdit edit) {
            return false;
        }

        @Override
        public boolean apply(ProjectEdit edit, Runnable places) {
            return false;
        }

        @Override
        public void place(String title, Runnable places) {}

        @Override
        public void openInspector(GraphElement element) {}

        @Override
        public void openSource(GraphElement element) {}

        @Override
        public void openProblems(String title, List<Finding> findings) {}

        @Override
        public void newNetwork() {}

        @Override
        public void renameNetwork(String network) {}

        @Override
        public ElementActions elements() {
            return this;
        }

        @Override
        public void newNetworkAt(Point spot) {}

        @Override
        public void newServiceOn(String network, Optional<CardPlace> place) {}

        @Override
        public void selectAll() {}

        @Override
        public void rename(GraphElement element) {}

        @Override
        public void remove(Set<GraphElement> elements) {}

        @Override
        public void copy() {}

        @Override
        public void cut() {}

        @Override
        public void paste() {}

        @Override
        public void duplicate() {}

        @Override
        public void say(String sentence) {}
    }
}
