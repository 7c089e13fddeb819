package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.Settings;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.shell.MainWindow;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.theme.Themes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Launch of the window, which stays until it is closed.
 *
 * <p>What an operator waits for comes first: a frame that says what is opened, and beside it the project is read; then
 * everything else is built, once, for what was read.
 */
final class WindowLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLaunch.class);
    private static final double WIDTH = 1480;
    private static final double HEIGHT = 920;
    /** What the desktop puts around a window above and below it. */
    private static final double FRAME = 40;

    private final UserDirectories directories;
    private final Map<String, String> environment;
    private final Launch.OpenWindow wanted;
    private final Projects projects;
    private final Settings settings;
    private final Preferences preferences;
    private final FxThread ui = new FxThread();
    private final InstantSource clock = InstantSource.system();
    private final StartupTrace trace;
    private final long begun = System.nanoTime();

    WindowLaunch(UserDirectories directories, Map<String, String> environment, Path home, Launch.OpenWindow wanted) {
        this.directories = directories;
        this.environment = environment;
        this.wanted = wanted;
        settings = new Settings(directories);
        preferences = settings.preferences();
        trace = new StartupTrace(environment, clock, System.err);
        projects = new Projects(
                        directories.state().resolve("samples"),
                        new EngineConnections(new DiskFileTree(), environment, home, PracticeTimer.realTime()),
                        wanted.engine().map(EngineConnections::choice),
                        clock,
                        environment)
                .preferring(preferences.engine()::get);
    }

    /** Shows the window; called once. */
    void run() {
        Toolkit.choose(environment);
        run(() -> {});
    }

    /** Shows the window and does something once its project is on the screen. */
    void run(Runnable whenDrawn) {
        FutureTask<Optional<OpenedProject>> reading =
                new FutureTask<>(() -> wanted.project().isPresent()
                        ? Optional.of(projects.open(wanted.project().get()))
                        : Optional.empty());
        Thread.ofPlatform().name("first-project").daemon().start(reading);
        Platform.startup(() -> show(reading, whenDrawn));
    }

    private void show(FutureTask<Optional<OpenedProject>> reading, Runnable whenDrawn) {
        Stage stage = new Stage();
        stage.setTitle("Bulkhead");
        String what = wanted.project().map(path -> "Opening " + path + "…").orElse("Bulkhead");
        stage.setScene(OpeningFrame.scene(
                what, preferences.theme().get().resolve(Desktop.desktopIsDark()), width(), height()));
        stage.show();
        trace.whenDrawn("the window was drawn");
        ThreadedTasks tasks = new ThreadedTasks(ui);
        Drawn.then(() -> tasks.start(
                progress -> read(reading),
                project -> build(stage, tasks, project).ifPresent(window -> {
                    trace.whenDrawn("the project was drawn");
                    Drawn.then(whenDrawn);
                }),
                failure -> {
                    LOG.warn("The first project could not be opened: {}", failure.getMessage());
                    build(stage, tasks, Optional.empty())
                            .ifPresent(window -> window.projects().tell(String.valueOf(failure.getMessage())));
                }));
    }

    private static Optional<OpenedProject> read(FutureTask<Optional<OpenedProject>> reading)
            throws ComposeException, InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ComposeException sentence) {
                throw sentence;
            }
            throw new IllegalStateException(e.getMessage(), e.getCause());
        }
    }

    /** Builds everything into the frame, unless the operator has closed that meanwhile, which ends the program. */
    private Optional<MainWindow> build(Stage stage, ThreadedTasks tasks, Optional<OpenedProject> first) {
        if (!stage.isShowing()) {
            return Optional.empty();
        }
        Themes.loadFonts();
        Desktop desktop = new Desktop(
                stage,
                new Desktop.Parts(
                        tasks,
                        ui,
                        clock,
                        ZoneId.systemDefault(),
                        projects,
                        settings,
                        new Desktop.Look(preferences, width(), height())),
                first);
        new UnexpectedErrors(desktop, ui, Logs.file(directories)).install();
        // A hidden window may have a run to finish; so the end is said, and said after the stage has let go of its
        // scene.
        Platform.setImplicitExit(false);
        desktop.whenClosed(() -> {
            tasks.close();
            ui.run(Platform::exit);
        });
        LOG.info("The window was there after {} ms", (System.nanoTime() - begun) / 1_000_000);
        return Optional.of(desktop.window());
    }

    /** A window that is larger than the screen has its foot below it. */
    private static double width() {
        return Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth());
    }

    private static double height() {
        return Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight() - FRAME);
    }
}
