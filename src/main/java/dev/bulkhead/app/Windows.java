package dev.bulkhead.app;

import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.Settings;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.fx.UiExecutor;
import dev.bulkhead.ui.shell.MainWindow;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.OtherWindows;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.shell.context.ProjectOpener;
import dev.bulkhead.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Windows of the program: each has a project of its own, all have the same preferences; the program ends with the last of them. */
final class Windows implements OtherWindows {

    private static final double WIDTH = 1480;
    private static final double HEIGHT = 920;
    /** What the desktop puts around a window above and below it. */
    private static final double FRAME = 40;

    /** How far a further window lies from the one in front. */
    private static final double STEP = 32;

    private final List<Desktop> open = new ArrayList<>();
    private final UiExecutor ui;
    private final InstantSource clock;
    private final ProjectOpener opener;
    private final Settings settings;
    private final Preferences preferences;
    private final Runnable whenNoneIsLeft;

    /**
     * Creates the windows of a program, of which there are none yet.
     *
     * @param whenNoneIsLeft ends the program
     */
    Windows(
            UiExecutor ui,
            InstantSource clock,
            ProjectOpener opener,
            Settings settings,
            Preferences preferences,
            Runnable whenNoneIsLeft) {
        this.ui = ui;
        this.clock = clock;
        this.opener = opener;
        this.settings = settings;
        this.preferences = preferences;
        this.whenNoneIsLeft = whenNoneIsLeft;
    }

    /** Takes errors that no other handler takes, which are told in the window in front. */
    void tellErrors(UserDirectories directories) {
        new UnexpectedErrors(() -> front().map(Desktop::window), ui, Logs.file(directories)).install();
    }

    /** Builds everything into a stage, unless the operator has closed that meanwhile, which ends the program. */
    Optional<MainWindow> build(Stage stage, ThreadedTasks tasks, Optional<OpenedProject> first) {
        if (!stage.isShowing()) {
            return Optional.empty();
        }
        Themes.loadFonts();
        // A hidden window may have a run to finish; so the end is said, and said after the stage has let go of its
        // scene.
        Platform.setImplicitExit(false);
        return Optional.of(add(stage, tasks, first).window());
    }

    private Desktop add(Stage stage, ThreadedTasks tasks, Optional<OpenedProject> first) {
        Desktop desktop = new Desktop(
                stage,
                new Desktop.Parts(
                        tasks,
                        ui,
                        clock,
                        ZoneId.systemDefault(),
                        opener,
                        settings,
                        this,
                        new Desktop.Look(preferences, width(), height())),
                first);
        open.add(desktop);
        desktop.whenClosed(() -> {
            open.remove(desktop);
            tasks.close();
            if (open.isEmpty()) {
                ui.run(whenNoneIsLeft);
            }
        });
        return desktop;
    }

    @Override
    public void open() {
        Optional<Stage> before = front().map(Desktop::stage);
        Desktop desktop = add(new Stage(), new ThreadedTasks(ui), Optional.empty());
        before.ifPresent(stage -> beside(stage, desktop.stage()));
        desktop.stage().show();
    }

    /** A window that lies exactly over another one looks as if that were gone. */
    private static void beside(Stage before, Stage next) {
        Rectangle2D screen = Screen.getScreensForRectangle(before.getX(), before.getY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        next.setX(stepped(before.getX(), screen.getMinX(), screen.getMaxX() - width()));
        next.setY(stepped(before.getY(), screen.getMinY(), screen.getMaxY() - height() - FRAME));
    }

    /** Returns a step further, or the first place again where that would be off the screen. */
    private static double stepped(double from, double least, double most) {
        return from + STEP <= Math.max(least + STEP, most) ? from + STEP : least;
    }

    @Override
    public boolean bringToFront(Path project) {
        for (Desktop desktop : open) {
            if (desktop.window()
                    .projects()
                    .openedProperty()
                    .get()
                    .filter(shown -> same(shown.path(), project))
                    .isPresent()) {
                desktop.stage().show();
                desktop.stage().setIconified(false);
                desktop.stage().toFront();
                desktop.stage().requestFocus();
                return true;
            }
        }
        return false;
    }

    /** Returns the windows that are open, the oldest first. */
    List<Desktop> shown() {
        return List.copyOf(open);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    private Optional<Desktop> front() {
        return open.stream()
                .filter(desktop -> desktop.stage().isFocused())
                .findFirst()
                .or(() -> open.reversed().stream().findFirst());
    }

    /** A window that is larger than the screen has its foot below it. */
    static double width() {
        return Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth());
    }

    static double height() {
        return Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight() - FRAME);
    }
}
