package dev.bulkhead.ui.shell;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.live.EngineSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opening, reading anew and leaving projects, with the questions that come with it. */
public final class ProjectFlow {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectFlow.class);

    private final ShellContext context;
    private final WindowServices services;
    private final Dialogs dialogs;
    private final SaveFlow save;
    private final BooleanSupplier running;
    private final ReadOnlyObjectWrapper<Optional<OpenedProject>> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final AtomicBoolean unsaved = new AtomicBoolean();

    /**
     * Creates the flow of a window.
     *
     * @param running whether an iteration is being carried out on the open project
     */
    ProjectFlow(
            ShellContext context, WindowServices services, Dialogs dialogs, SaveFlow save, BooleanSupplier running) {
        this.context = context;
        this.services = services;
        this.dialogs = dialogs;
        this.save = save;
        this.running = running;
        context.project().dirtyProperty().addListener((property, old, dirty) -> unsaved.set(dirty));
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

    /** Opens a project in the place of the present one, whose unsaved changes are asked about first. */
    public void open(Path path) {
        whenItMayBeLeft(() -> read(progress -> services.opener().open(path, unsaved::get)));
    }

    /** Opens the sample. */
    public void openSample() {
        whenItMayBeLeft(
                () -> read(progress -> services.opener().open(services.opener().sample(), unsaved::get)));
    }

    /** Reads the files anew; unsaved changes are asked about first. */
    public void reload() {
        whenNothingIsLost(this::reloadNow);
    }

    /** Reads the files anew, without asking: for files that Bulkhead itself has just written. */
    public void reloadNow() {
        trouble.set("");
        try {
            context.project().reload();
        } catch (ComposeException unreadable) {
            trouble.set(unreadable.getMessage() + " What you see is the state before.");
        }
    }

    /** Takes the last complaint away. */
    public void dismissTrouble() {
        trouble.set("");
    }

    /** Does something that would lose unsaved changes, after the operator said what becomes of them. */
    public void whenNothingIsLost(Runnable then) {
        if (!context.project().dirtyProperty().get()) {
            then.run();
            return;
        }
        int files = context.project().changes().size();
        dialogs.ask(
                "Save your changes?",
                (files == 1 ? "One file has" : files + " files have") + " changes that are not on disk yet.",
                List.of(
                        Choice.cancel(),
                        new Choice("Do not save", Choice.Kind.DANGER, then),
                        new Choice("Save", Choice.Kind.DEFAULT, () -> save.save(then))));
    }

    private void whenItMayBeLeft(Runnable then) {
        if (running.getAsBoolean()) {
            context.messages()
                    .refused("An iteration is being carried out on this project; wait for its end or roll it back.");
        } else {
            whenNothingIsLost(then);
        }
    }

    private void read(BackgroundTask<OpenedProject> work) {
        opening.set(true);
        trouble.set("");
        services.tasks().start(work, this::show, failure -> {
            opening.set(false);
            LOG.warn("A project could not be opened: {}", failure.getMessage());
            String kept = opened.get().isPresent() ? " The project that was open stays." : "";
            trouble.set(failure.getMessage() + kept);
        });
    }

    private void show(OpenedProject project) {
        opening.set(false);
        Optional<OpenedProject> left = opened.get();
        ComposeProject read = project.document().project();
        context.map().hintsProperty().set(project.hints());
        context.map().open(read.topology(), read.sources(), project.positions());
        context.project().show(project.document());
        context.engine().watch(project.engine().engine().observer());
        context.path().show(project.migration());
        opened.set(Optional.of(project));
        left.map(OpenedProject::engine).ifPresent(this::letGo);
        services.recent().opened(project.path());
        LOG.info("Opened {}", project.path());
        if (read.topology().services().isEmpty()) {
            context.messages().refused("The project has no services yet.");
        }
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
