package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.Settings;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.theme.Themes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Launch of the window, which stays until it is closed. */
final class WindowLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLaunch.class);
    private static final double WIDTH = 1480;
    private static final double HEIGHT = 920;

    private final UserDirectories directories;
    private final Map<String, String> environment;
    private final Path home;
    private final Launch.OpenWindow wanted;

    WindowLaunch(UserDirectories directories, Map<String, String> environment, Path home, Launch.OpenWindow wanted) {
        this.directories = directories;
        this.environment = environment;
        this.home = home;
        this.wanted = wanted;
    }

    void run() {
        Toolkit.choose(environment);
        long begun = System.nanoTime();
        Platform.startup(() -> show(begun));
    }

    private void show(long begun) {
        Themes.loadFonts();
        Settings settings = new Settings(directories);
        FxThread ui = new FxThread();
        ThreadedTasks tasks = new ThreadedTasks(ui);
        InstantSource clock = InstantSource.system();
        Projects projects = new Projects(
                directories.state().resolve("samples"),
                new EngineConnections(new DiskFileTree(), environment, home, PracticeTimer.realTime()),
                wanted.engine().map(EngineConnections::choice),
                clock,
                environment);
        Desktop desktop = new Desktop(
                new Stage(),
                new Desktop.Parts(
                        tasks,
                        ui,
                        clock,
                        ZoneId.systemDefault(),
                        projects,
                        settings,
                        new Desktop.Look(settings.theme(), WIDTH, HEIGHT, settings::theme)));
        new UnexpectedErrors(desktop, ui, Logs.file(directories)).install();
        // A hidden window may have a run to finish; so the end is said, and said after the stage has let go of its
        // scene.
        Platform.setImplicitExit(false);
        desktop.whenClosed(() -> {
            tasks.close();
            ui.run(Platform::exit);
        });
        StartupTrace trace = new StartupTrace(environment, clock, System.err);
        desktop.window()
                .projects()
                .openedProperty()
                .subscribe(opened -> opened.ifPresent(project -> trace.whenDrawn("the project was drawn")));
        desktop.stage().show();
        trace.whenDrawn("the window was drawn");
        LOG.info("The window was there after {} ms", (System.nanoTime() - begun) / 1_000_000);
        wanted.project()
                .ifPresentOrElse(
                        desktop.window().projects()::open, desktop.window().projects()::openSample);
    }
}
