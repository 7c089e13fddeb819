package dev.bulkhead.ui.shell.context;

import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.UiExecutor;
import dev.bulkhead.ui.fx.WatchedTasks;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.model.KeptMessages;
import dev.bulkhead.ui.reach.LiveProbe;
import dev.bulkhead.ui.reach.ReachViewModel;
import dev.bulkhead.ui.reach.RulesReachOptions;
import dev.bulkhead.ui.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;

/**
 * Services that a window needs of the world.
 *
 * @param activity runs what blocks, and keeps what was told
 * @param ui runs on the window's thread
 * @param clock tells the time
 * @param zone the zone times are shown in
 * @param sources where projects come from
 * @param preferences what the operator prefers
 * @param switchTheme goes from light to dark or back
 * @param chooser asks for paths
 * @param help what helps the operator
 */
public record WindowServices(
        Activity activity,
        UiExecutor ui,
        InstantSource clock,
        ZoneId zone,
        Sources sources,
        Preferences preferences,
        Runnable switchTheme,
        PathChooser chooser,
        Help help) {

    /** Returns what runs that which blocks. */
    public BackgroundTasks tasks() {
        return activity.tasks();
    }

    /** Returns what opens projects. */
    public ProjectOpener opener() {
        return sources.opener();
    }

    /**
     * Sources of projects.
     *
     * @param opener opens projects
     * @param recent remembers projects
     * @param others windows that may have one already
     */
    public record Sources(ProjectOpener opener, RecentProjects recent, OtherWindows others) {}

    /** Returns who reaches whom in a project, as its files tell and, where somebody asks, as its engine answers. */
    public ReachViewModel reach(ShellContext context, Optional<OpenedProject> opened) {
        return new ReachViewModel(
                context.project(),
                context.map(),
                tasks(),
                new RulesReachOptions(context.around()),
                new LiveProbe(
                        tasks(), topology -> opened.orElseThrow().migration().liveReach(topology), clock, zone));
    }

    /**
     * Activity of the window.
     *
     * @param tasks what is under way
     * @param messages what was told
     */
    public record Activity(WatchedTasks tasks, KeptMessages messages) {}

    /**
     * Help of the window.
     *
     * @param about the application's name and version
     * @param manual opens a place of the manual
     */
    public record Help(String about, Consumer<ManualPlace> manual) {}

    /** Asks the operator for a path; a platform without file dialogs answers nothing. */
    public interface PathChooser {

        /** Asks for a project to open. */
        Optional<Path> project(Optional<Window> owner);

        /** Asks where a file goes. */
        Optional<Path> saveAs(Optional<Window> owner, String name);

        /** Asks for a folder to write into. */
        default Optional<Path> folder(Optional<Window> owner) {
            return Optional.empty();
        }

        /**
         * Shows a folder in the platform's own file manager; it may take a moment.
         *
         * @throws IOException if there is none, as a sentence that names the folder
         */
        default void show(Path folder) throws IOException {
            throw new IOException(Words.of("windowservices.there-is-no-file-manager", folder));
        }
    }
}
