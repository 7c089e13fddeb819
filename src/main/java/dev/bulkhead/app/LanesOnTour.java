package dev.bulkhead.app;

import dev.bulkhead.app.picture.FxDriver;
import dev.bulkhead.app.picture.TourException;
import dev.bulkhead.ui.shell.actions.Command;

/** Lanes on the tour: the same project as lanes, and back to its zones. */
final class LanesOnTour {

    private LanesOnTour() {}

    static void take(Desktop desktop, FxDriver driver, WindowCamera camera) throws TourException {
        driver.run(() -> desktop.context().commands().run(Command.SWITCH_PICTURE));
        camera.takeBoth("lanes");
        driver.run(() -> desktop.context().commands().run(Command.SWITCH_PICTURE));
    }
}
