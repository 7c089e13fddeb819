package dev.bulkhead.app;

import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.theme.Themes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and stays until it is closed. */
final class WindowLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLaunch.class);
    private static final double WIDTH = 1480;
    private static final double HEIGHT = 920;

    private final UserDirectories directories;
    private final Map<String, String> environment;
    private final Optional<Path> project;

    WindowLaunch(UserDirectories directories, Map<String, String> environment, Optional<Path> project) {
        this.directories = directories;
        this.environment = environment;
        this.project = project;
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
                new PracticeEngines(PracticeTimer.realTime()),
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
        desktop.stage().setOnHidden(event -> {
            tasks.close();
            Platform.exit();
        });
        desktop.stage().show();
        LOG.info("The window was there after {} ms", (System.nanoTime() - begun) / 1_000_000);
        project.ifPresentOrElse(
                desktop.window().projects()::open, desktop.window().projects()::openSample);
    }
}
