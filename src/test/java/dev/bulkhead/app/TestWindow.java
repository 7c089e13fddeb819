package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.engine.EngineMaker;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.shell.context.OtherWindows;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on practice engines whose time is short, and hands to use it with. */
final class TestWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final FxThread ui = new FxThread();
    private final List<Engine> engines = new CopyOnWriteArrayList<>();
    private volatile Optional<Engine> runsOn = Optional.empty();
    private final PowerCut powerCut = new PowerCut();
    private final Standstill standstill = new Standstill();
    private final ClosingWatch closings = new ClosingWatch();
    private final FxRobot robot = new FxRobot();
    private ThreadedTasks tasks;
    private Desktop desktop;

    private TestWindow(Path folder) throws Exception {
        this.folder = folder;
        FxToolkit.registerPrimaryStage();
        tasks = new ThreadedTasks(ui);
        desktop = onFx(this::build);
    }

    /** Opens a window without a project. */
    static TestWindow open() throws Exception {
        return new TestWindow(Files.createTempDirectory("bulkhead-window"));
    }

    /** Ends the program and starts it again: another window, the same disk, and the engine runs on as it was. */
    void startAgain() {
        leave();
        runsOn = Optional.of(engines.getLast());
        tasks = new ThreadedTasks(ui);
        desktop = onFx(this::build);
    }

    /** Returns what ends the program in the middle of a call to the engine. */
    PowerCut powerCut() {
        return powerCut;
    }

    /** Returns what holds the engine in the middle of a call. */
    Standstill standstill() {
        return standstill;
    }

    /** Returns what tells which engines were closed. */
    ClosingWatch closings() {
        return closings;
    }

    private Desktop build() {
        // Hands that take hold of what still moves would miss it.
        System.setProperty("bulkhead.motion", "none");
        Themes.loadFonts();
        EngineConnections real = new EngineConnections(new DiskFileTree(), Map.of(), folder, new SwiftTimer());
        EngineMaker remembered = (choice, project) -> {
            Engine made = runsOn.isPresent() ? runsOn.get() : real.connect(choice, project);
            runsOn = Optional.empty();
            engines.add(made);
            return standstill.over(powerCut.over(closings.over(made)));
        };
        Projects projects = new Projects(
                folder.resolve("samples"),
                remembered,
                Optional.of(new EngineChoice.Practice()),
                InstantSource.system(),
                Map.of("LAN_DOMAIN", "lan"));
        Desktop made = new Desktop(
                new Stage(),
                new Desktop.Parts(
                        tasks,
                        ui,
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        projects,
                        RecentProjects.NONE,
                        OtherWindows.NONE,
                        Desktop.Look.light(1280, 800)),
                TestWindow::manualFile);
        made.stage().setX(0);
        made.stage().setY(0);
        made.stage().show();
        return made;
    }

    /** Returns a file of the manual from where it is written; without Maven it is not packed. */
    private static Optional<byte[]> manualFile(String path) {
        Path file = Path.of("docs").resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a copy of the sample and returns its directory; its services run on the practice engine. */
    Path openSample() {
        Path sample = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        openProject(sample);
        return sample;
    }

    /** Opens a project that can be opened. */
    void openProject(Path path) {
        ask(path);
        await(
                "the project " + path,
                () -> desktop.window()
                        .projects()
                        .openedProperty()
                        .get()
                        .filter(opened -> opened.path().equals(path))
                        .isPresent());
        await("the engine", () -> context().engine().statusProperty().get() instanceof EngineStatus.Connected);
    }

    /** Asks for a project, as the menu does, without waiting for what comes of it. */
    void ask(Path path) {
        run(() -> desktop.window().projects().open(path));
    }

    /** Returns the directory in which a test can make files. */
    Path folder() {
        return folder;
    }

    Desktop desktop() {
        return desktop;
    }

    ShellContext context() {
        return desktop.context();
    }

    FxRobot robot() {
        return robot;
    }

    /** Returns the practice engine that is connected now. */
    PracticeEngine engine() {
        return (PracticeEngine) engines.getLast().observer();
    }

    /** Returns the map and the mouse on it. */
    MapHands map() {
        return new MapHands(this);
    }

    /** Returns the mouse on the pages of an iteration. */
    WizardHands wizard() {
        return new WizardHands(this);
    }

    /** Clicks on what a selector of the style sheet's kind, or a text, names. */
    void click(String query) {
        await(query, () -> visible(query).isPresent());
        robot.clickOn(visible(query).orElseThrow());
        settle();
    }

    /** Returns the words on a label or button; empty text for none. */
    String words(String query) {
        return onFx(() -> visible(query)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .orElse(""));
    }

    /** Returns whether something can be seen. */
    boolean shown(String query) {
        return onFx(() -> visible(query).isPresent());
    }

    private Optional<Node> visible(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(node -> node.getScene() != null && isVisible(node))
                .findFirst();
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Does something on the window's thread and waits for it. */
    void run(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
        settle();
    }

    /** Returns what the window's thread finds. */
    <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), work);
    }

    /** Waits until something holds, looked at on the window's thread. */
    void await(String what, BooleanSupplier holds) {
        try {
            Awaitility.await(what).atMost(PATIENCE).until(() -> onFx(holds::getAsBoolean));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(what + " did not come; the window then: " + picture(what), late);
        }
    }

    /** Keeps a picture of every window that is open, for whoever looks for the cause. */
    String picture(String what) {
        return onFx(() -> {
            List<String> files = new ArrayList<>();
            for (Window open : List.copyOf(Window.getWindows())) {
                Path file = Path.of("target", "windows", what.replaceAll("\\W+", "-") + "-" + files.size() + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(SwingFXUtils.fromFXImage(open.getScene().snapshot(null), null), "png", file.toFile());
                files.add(file.toString());
            }
            return String.join(", ", files);
        });
    }

    /** Waits until everything that was asked for is done and drawn. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() throws IOException {
        robot.release(new javafx.scene.input.KeyCode[0]);
        robot.release(new javafx.scene.input.MouseButton[0]);
        leave();
        engines.forEach(Engine::close);
        Folders.delete(folder);
    }

    private void leave() {
        onFx(() -> {
            desktop.window().close();
            desktop.stage().close();
            return true;
        });
        tasks.close();
    }
}
