package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.shell.start.Dropped;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** Main window: the session of the open project, and what stays when another project is opened. */
public final class MainWindow implements AutoCloseable {

    private final Supplier<ShellContext> contexts;
    private final WindowServices services;
    private final Node notes;
    private final StackPane behind = new StackPane();
    private final Dialogs dialogs = new Dialogs(behind);
    private final StackPane root = dialogs.layer();
    private final ProjectFlow projects;
    private final ReadOnlyObjectWrapper<ProjectSession> session;

    /**
     * Builds a window.
     *
     * @param contexts makes what the parts of one session share, without a project yet
     * @param notes lies over whatever is shown
     * @param first the project that it begins with; empty for a window that has none yet
     */
    public MainWindow(
            Supplier<ShellContext> contexts, WindowServices services, Node notes, Optional<OpenedProject> first) {
        this.notes = notes;
        this.contexts = contexts;
        this.services = services;
        behind.setMinSize(0, 0);
        EnterKey.serve(root);
        projects = new ProjectFlow(services, this::leave, this::show, first);
        session = new ReadOnlyObjectWrapper<>(this, "session", session(first));
        behind.getChildren().setAll(session.get().frame(), notes);
        Dropped.opens(root, projects::open, session.get().context().messages());
    }

    /** Returns the root of the scene. */
    public StackPane root() {
        return root;
    }

    /** Returns the session of the open project, or the one without a project. */
    public ProjectSession session() {
        return session.get();
    }

    /** Returns how projects are opened. */
    public ProjectFlow projects() {
        return projects;
    }

    /** Returns how iterations of the open project are walked. */
    public WizardFlow wizard() {
        return session().wizard();
    }

    /** Returns how the window of the desktop is closed. */
    public ClosingFlow closing(ClosingFlow.Frame around) {
        return new ClosingFlow(this::session, dialogs, around);
    }

    /** Returns the questions of the window. */
    public Dialogs dialogs() {
        return dialogs;
    }

    /** The window's title. */
    public ObservableValue<String> title() {
        return session.flatMap(now -> title(now.context().project()));
    }

    /** Ends the session of the open project. */
    @Override
    public void close() {
        session().close();
    }

    private void leave(Runnable then) {
        session().whenItMayBeLeft(then);
    }

    private void show(Optional<OpenedProject> opened) {
        ProjectSession left = session();
        ProjectSession now = session(opened);
        session.set(now);
        behind.getChildren().setAll(now.frame(), notes);
        left.close();
    }

    private ProjectSession session(Optional<OpenedProject> opened) {
        return new ProjectSession(contexts.get(), opened, services, dialogs, projects, this::window);
    }

    private Optional<Window> window() {
        return Optional.ofNullable(root.getScene()).map(scene -> scene.getWindow());
    }

    private static ObservableValue<String> title(ProjectViewModel shown) {
        return shown.projectProperty()
                .flatMap(project -> shown.dirtyProperty()
                        .map(dirty -> project.map(read -> Words.of(
                                        "mainwindow.bulkhead",
                                        dirty ? "● " : "",
                                        read.topology().project()))
                                .orElse("Bulkhead")));
    }
}
