package dev.bulkhead.app;

import dev.bulkhead.app.picture.FxDriver;
import dev.bulkhead.app.picture.TourException;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Camera that takes pictures of a window in each look. */
final class WindowCamera {

    private final Desktop desktop;
    private final FxDriver driver;
    private final Path directory;
    private final List<Path> taken = new ArrayList<>();

    WindowCamera(Desktop desktop, FxDriver driver, Path directory) {
        this.desktop = desktop;
        this.driver = driver;
        this.directory = directory;
    }

    /** Takes a picture in the present look. */
    void take(String name) throws TourException {
        driver.settle();
        WritableImage image = driver.call(() -> desktop.stage().getScene().snapshot(null));
        Path file = directory.resolve(name + ".png");
        try {
            Files.createDirectories(directory);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            taken.add(file);
        } catch (IOException e) {
            throw new TourException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Takes a picture in each look. */
    void takeBoth(String name) throws TourException {
        for (ThemeChoice look : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            driver.run(() -> desktop.themeProperty().set(look));
            take(name + "-" + look.text());
        }
    }

    /** Takes pictures of the same project as lanes, and goes back to its zones. */
    void takeLanes() throws TourException {
        driver.run(() -> desktop.context().commands().run(Command.SWITCH_PICTURE));
        takeBoth("lanes");
        driver.run(() -> desktop.context().commands().run(Command.SWITCH_PICTURE));
    }

    /** Returns the pictures in the order they were taken. */
    List<Path> taken() {
        return List.copyOf(taken);
    }
}
