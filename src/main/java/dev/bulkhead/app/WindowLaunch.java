package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.home.Settings;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.fx.Drawn;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
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

    private final UserDirectories directories;
    private final Map<String, String> environment;
    private final Launch.OpenWindow wanted;
    private final Projects projects;
    private final Preferences preferences;
    private final FxThread ui = new FxThread();
    private final InstantSource clock = InstantSource.system();
    private final Windows windows;
    private final StartupTrace trace;
    private final long begun = System.nanoTime();

    WindowLaunch(UserDirectories directories, Map<String, String> environment, Path home, Launch.OpenWindow wanted) {
        this.directories = directories;
        this.environment = environment;
        this.wanted = wanted;
        Settings settings = new Settings(directories);
        preferences = settings.preferences();
        trace = new StartupTrace(environment, clock, System.err);
        projects = new Projects(
                        directories.state().resolve("samples"),
                        new EngineConnections(new DiskFileTree(), environment, home, PracticeTimer.realTime()),
                        EngineConnections.choice(wanted.engines()),
                        clock,
                        environment)
                .preferring(preferences.engine()::get);
        windows = new Windows(ui, clock, projects, settings, preferences, Platform::exit);
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
        String what = wanted.project()
                .map(path -> Words.of("windowlaunch.opening", path))
                .orElse("Bulkhead");
        stage.setScene(OpeningFrame.scene(
                what, preferences.theme().get().resolve(Desktop.desktopIsDark()), Windows.width(), Windows.height()));
        stage.show();
        trace.whenDrawn("the window was drawn");
        ThreadedTasks tasks = new ThreadedTasks(ui);
        Drawn.then(() -> tasks.start(
                progress -> read(reading),
                project -> windows.build(stage, tasks, project).ifPresent(window -> {
                    ready();
                    trace.whenDrawn("the project was drawn");
                    Drawn.then(whenDrawn);
                }),
                failure -> {
                    LOG.warn("The first project could not be opened: {}", failure.getMessage());
                    windows.build(stage, tasks, Optional.empty()).ifPresent(window -> {
                        ready();
                        window.projects().tell(String.valueOf(failure.getMessage()));
                    });
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

    private void ready() {
        windows.tellErrors(directories);
        LOG.info("The window was there after {} ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
