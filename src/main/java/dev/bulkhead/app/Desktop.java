package dev.bulkhead.app;

import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.UiExecutor;
import dev.bulkhead.ui.fx.WatchedTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.manual.ManualFiles;
import dev.bulkhead.ui.manual.ManualWindow;
import dev.bulkhead.ui.model.KeptMessages;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.ClosingFlow;
import dev.bulkhead.ui.shell.MainWindow;
import dev.bulkhead.ui.shell.actions.Commands;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.OtherWindows;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.shell.context.ProjectOpener;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.ToastMessages;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.path.PathViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.ThemeChoice;
import dev.bulkhead.ui.theme.Themes;
import dev.bulkhead.ui.theme.ZoomedRoot;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Assembly of one window. */
public final class Desktop {

    private static final String COMPACT = "bh-compact";
    private static final String MOTION = "bulkhead.motion";

    /** Least width, in pixels, that the window has while nothing is drawn larger. */
    private static final double LEAST_WIDTH = 880;

    private final Stage stage;
    private final ObjectProperty<ThemeChoice> theme;
    private final MainWindow window;
    private final ZoomedRoot root;
    private final Scene scene;
    private final ClosingFlow closing;
    private final ManualWindow manual;
    /** The preferences outlive a window. */
    private final Subscriptions preferred = new Subscriptions();

    private Runnable ended = () -> {};

    /**
     * Builds a window on a stage; the stage is not shown.
     *
     * @param parts what the window needs of the world
     */
    public Desktop(Stage stage, Parts parts) {
        this(stage, parts, Optional.empty(), ManualFiles.packed());
    }

    /**
     * Builds a window with a project; the stage may have a scene already, which it keeps.
     *
     * @param first the project, already read; empty for a window that has none yet
     */
    Desktop(Stage stage, Parts parts, Optional<OpenedProject> first) {
        this(stage, parts, first, ManualFiles.packed());
    }

    /** Builds a window without a project whose manual is read from elsewhere. */
    Desktop(Stage stage, Parts parts, ManualFiles pages) {
        this(stage, parts, Optional.empty(), pages);
    }

    private Desktop(Stage stage, Parts parts, Optional<OpenedProject> first, ManualFiles pages) {
        this.stage = stage;
        ToastMessages toasts = new ToastMessages(stage::isShowing);
        KeptMessages messages = new KeptMessages(toasts, parts.clock());
        this.theme = parts.look().preferences().theme();
        manual = new ManualWindow(pages, parts.tasks(), new ManualWindow.Look(this::dressManual, this::dark));
        BundledKnowledge known = new BundledKnowledge();
        Supplier<ShellContext> contexts = () -> context(parts, messages, known);
        WindowServices services = new WindowServices(
                new WindowServices.Activity(new WatchedTasks(parts.tasks()), messages),
                parts.ui(),
                parts.clock(),
                parts.zone(),
                new WindowServices.Sources(parts.opener(), parts.recent(), parts.others()),
                parts.look().preferences(),
                this::switchTheme,
                new FileDialogs(),
                new WindowServices.Help(Version.words(), place -> manual.open(place, stage.getIcons())));
        window = new MainWindow(contexts, services, toasts.layer(), first);
        closing = window.closing(new StageFrame());
        root = new ZoomedRoot(window.root(), parts.look().preferences().scale());
        scene = scene(stage, parts);
        preferred.follow(theme, now -> look());
        follow(parts.look().preferences());
        stage.setScene(scene);
        stage.titleProperty().bind(window.title());
        stage.setMinHeight(600);
        stage.getIcons().setAll(AppIcon.all());
        // The manual is beside a window and never alone.
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> manual.close());
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeRequested);
    }

    private Scene scene(Stage stage, Parts parts) {
        Scene before = stage.getScene();
        if (before == null) {
            return new Scene(root, parts.width(), parts.height());
        }
        before.setRoot(root);
        return before;
    }

    private void follow(Preferences preferences) {
        preferred.follow(preferences.compact(), now -> {
            root.getStyleClass().remove(COMPACT);
            if (now) {
                root.getStyleClass().add(COMPACT);
            }
        });
        // What moves asks for the property each time; a start that said so itself stays as it is.
        boolean said = System.getProperty(MOTION) != null;
        preferred.follow(preferences.still(), now -> {
            if (now) {
                System.setProperty(MOTION, "none");
            } else if (!said) {
                System.clearProperty(MOTION);
            }
        });
        preferred.follow(preferences.scale(), now -> {
            double most = Screen.getPrimary().getVisualBounds().getWidth();
            stage.setMinWidth(Math.min(most, LEAST_WIDTH * now.doubleValue()));
        });
    }

    /** Returns the window. */
    public MainWindow window() {
        return window;
    }

    /** Returns what the parts of the window share that show the open project. */
    public ShellContext context() {
        return window.session().context();
    }

    private static ShellContext context(Parts parts, Messages messages, BundledKnowledge known) {
        EngineViewModel engine = new EngineViewModel(parts.ui(), parts.clock());
        LiveSurroundings around = new LiveSurroundings(
                engine, new ThisMachine(new DiskFileTree(), System.getenv()).watched(parts.clock()));
        ProjectViewModel project =
                new ProjectViewModel(parts.tasks(), new Findings(around, known, parts.clock()), messages);
        return new ShellContext(
                project,
                engine,
                around,
                new MapViewModel(),
                new NavigationViewModel(),
                new PathViewModel(parts.tasks()),
                new Commands(),
                messages);
    }

    /** Returns the window of the manual. */
    ManualWindow manual() {
        return manual;
    }

    /** Returns the stage. */
    public Stage stage() {
        return stage;
    }

    /** Does something when the window was closed for good, and not only hidden. */
    public void whenClosed(Runnable then) {
        ended = then;
    }

    /** The look that was chosen. */
    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    private void look() {
        Themes.apply(scene, theme.get().resolve(desktopIsDark()), MapView.stylesheet());
        manual.dress();
    }

    private void dressManual(Scene scene) {
        Themes.apply(scene, theme.get().resolve(desktopIsDark()), ManualWindow.stylesheet());
    }

    private boolean dark() {
        return theme.get().resolve(desktopIsDark()) == Theme.DARK;
    }

    private void switchTheme() {
        theme.set(dark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** Returns whether the desktop asks programs to be dark. */
    static boolean desktopIsDark() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /** Closes the window for good without asking what is to become of anything. */
    void closeNow() {
        window.close();
        preferred.close();
        stage.close();
        ended.run();
    }

    private void closeRequested(WindowEvent event) {
        event.consume();
        closing.ask();
    }

    /** The stage as it is closed; without its window the program goes on until told to end. */
    private final class StageFrame implements ClosingFlow.Frame {

        @Override
        public void hide() {
            stage.hide();
        }

        @Override
        public void show() {
            stage.show();
        }

        @Override
        public void close() {
            closeNow();
        }
    }

    /**
     * What a window needs of the world.
     *
     * @param tasks runs what blocks
     * @param ui runs on the window's thread
     * @param clock tells the time
     * @param zone the zone times are shown in
     * @param opener opens projects
     * @param recent remembers projects
     * @param others the other windows of the program
     * @param look the window's size and look
     */
    public record Parts(
            BackgroundTasks tasks,
            UiExecutor ui,
            InstantSource clock,
            ZoneId zone,
            ProjectOpener opener,
            RecentProjects recent,
            OtherWindows others,
            Look look) {

        double width() {
            return look.width();
        }

        double height() {
            return look.height();
        }
    }

    /**
     * How a window looks at first.
     *
     * @param preferences what the operator prefers
     */
    public record Look(Preferences preferences, double width, double height) {

        /** Returns the light look, of which nothing is remembered. */
        static Look light(double width, double height) {
            return new Look(Preferences.of(ThemeChoice.LIGHT), width, height);
        }
    }
}
