package dev.bulkhead.ui.shell.project;

import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.live.EngineSwitch;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opening of one project in the place of another. */
public final class ProjectFlow {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectFlow.class);

    private final WindowServices services;
    private final Consumer<Runnable> leave;
    private final Consumer<Optional<OpenedProject>> show;
    private final ReadOnlyObjectWrapper<Optional<OpenedProject>> opened;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /**
     * Creates the flow of a window.
     *
     * @param leave does something once the present project may be left, which the operator may deny
     * @param show puts a project that was read, or none, into the place of the present one
     * @param first the project that the window begins with, already read
     */
    public ProjectFlow(
            WindowServices services,
            Consumer<Runnable> leave,
            Consumer<Optional<OpenedProject>> show,
            Optional<OpenedProject> first) {
        this.services = services;
        this.leave = leave;
        this.show = show;
        opened = new ReadOnlyObjectWrapper<>(this, "opened", first);
        first.ifPresent(this::remember);
    }

    /** The open project; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<OpenedProject>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Whether a project is being read. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Why a project could not be read, as a sentence; empty text when there is nothing to say. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /**
     * Opens a project in the place of the present one, whose unsaved changes are asked about first; one that another window
     * has stays there, and that window comes to the front.
     */
    public void open(Path path) {
        if (opened.get().filter(shown -> shown.path().equals(path)).isEmpty()
                && services.sources().others().bringToFront(path)) {
            return;
        }
        leave.accept(() -> read(Optional.of(path), progress -> services.opener().open(path)));
    }

    /** Opens a sample. */
    public void openSample(String key) {
        leave.accept(() -> read(
                Optional.empty(),
                progress -> services.opener().open(services.opener().sample(key))));
    }

    /** Leaves the project and opens none. */
    public void leave() {
        leave.accept(() -> {
            Optional<OpenedProject> left = opened.get();
            show.accept(Optional.empty());
            opened.set(Optional.empty());
            trouble.set("");
            left.map(OpenedProject::engine).ifPresent(this::letGo);
        });
    }

    /** Tells why a project could not be read; empty text takes the last complaint away. */
    public void tell(String sentence) {
        trouble.set(sentence);
    }

    private void read(Optional<Path> path, BackgroundTask<OpenedProject> work) {
        opening.set(true);
        trouble.set("");
        String title =
                Words.of("activity.opening", path.map(Path::toString).orElseGet(() -> Words.of("activity.sample")));
        TaskHandle task = services.tasks().start(title, work, this::read, failure -> {
            opening.set(false);
            LOG.warn("A project could not be opened: {}", failure.getMessage());
            String kept = opened.get().isPresent() ? " " + Words.of("projectflow.the-project-that-was-open") : "";
            trouble.set(named(path, String.valueOf(failure.getMessage())) + kept);
        });
        // One that is cancelled tells neither.
        task.runningProperty().addListener((property, old, now) -> opening.set(false));
    }

    /** Returns a sentence with the folder it tells of before it, unless it names that itself. */
    static String named(Optional<Path> folder, String sentence) {
        return folder.map(Path::toString)
                        .filter(name -> !sentence.contains(name))
                        .map(name -> name + ": ")
                        .orElse("")
                + sentence;
    }

    private void read(OpenedProject project) {
        opening.set(false);
        Optional<OpenedProject> left = opened.get();
        show.accept(Optional.of(project));
        opened.set(Optional.of(project));
        left.map(OpenedProject::engine).ifPresent(this::letGo);
        remember(project);
    }

    private void remember(OpenedProject project) {
        services.sources()
                .recent()
                .opened(new RecentProjects.Recent(
                        project.path(), project.document().project().topology().project()));
        LOG.info("Opened {}", project.path());
    }

    /** Closes the engine of a project that was left, beside the window: that can take a moment. */
    private void letGo(EngineSwitch engine) {
        services.tasks()
                .start(
                        progress -> {
                            engine.close();
                            return true;
                        },
                        closed -> LOG.info("The engine of the project before is closed"),
                        failure -> LOG.warn("The engine of the project before did not close", failure));
    }
}
