package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.picture.FxDriver;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.shell.context.OtherWindows;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.wizard.WizardPage;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;

/**
 * The window as a process of its own, which applies the next iteration of a project so that it waits to be confirmed, and
 * then stays until it is killed. Words: the project, and the address of its engine.
 */
public final class WindowProcess {

    private final FxThread ui = new FxThread();
    private final FxDriver driver = new FxDriver(ui, Duration.ofMinutes(3));

    private WindowProcess() {}

    /** Opens it and goes through the pages by their buttons. */
    public static void main(String[] words) throws Exception {
        Toolkit.headless();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        new WindowProcess().apply(Path.of(words[0]), words[1]);
    }

    private void apply(Path project, String engine) throws Exception {
        Desktop desktop = driver.call(() -> open(project, engine));
        driver.await("the project", desktop.window().projects().openedProperty().map(Optional::isPresent));
        press(desktop, "#command-continue");
        WizardViewModel walk = driver.call(
                () -> desktop.window().wizard().wizardProperty().get().orElseThrow());
        driver.await("the preflight", ready(walk, WizardPage.PREFLIGHT));
        press(desktop, "#wizard-next");
        driver.await("the questions", ready(walk, WizardPage.QUESTIONS));
        press(desktop, "#wizard-next");
        driver.await("the review", ready(walk, WizardPage.REVIEW));
        driver.run(() -> ((CheckBox) desktop.window().root().lookup("#review-probation")).setSelected(true));
        press(desktop, "#wizard-next");
        driver.await("the end of the run", walk.run().outcomeProperty().map(Optional::isPresent));
        System.out.println(driver.call(() -> walk.run().stateProperty().get()));
        System.out.println(driver.call(() -> walk.troubleProperty().get()));
    }

    private static ObservableValue<Boolean> ready(WizardViewModel walk, WizardPage page) {
        return walk.pageProperty().flatMap(shown -> walk.canGoOn().map(can -> shown == page && can));
    }

    private void press(Desktop desktop, String button) throws Exception {
        driver.settle();
        driver.run(() -> ((ButtonBase) desktop.window().root().lookup(button)).fire());
    }

    private Desktop open(Path project, String engine) {
        Projects projects = new Projects(
                project.resolveSibling("samples"),
                new EngineConnections(new DiskFileTree(), System.getenv(), project, PracticeTimer.realTime()),
                Optional.of(EngineConnections.choice(engine)),
                InstantSource.system(),
                System.getenv());
        Desktop desktop = new Desktop(
                new Stage(),
                new Desktop.Parts(
                        new ThreadedTasks(ui),
                        ui,
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        projects,
                        RecentProjects.NONE,
                        OtherWindows.NONE,
                        Desktop.Look.light(1280, 800)));
        desktop.stage().show();
        desktop.window().projects().open(project);
        return desktop;
    }
}
