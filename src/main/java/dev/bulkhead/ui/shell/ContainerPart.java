package dev.bulkhead.ui.shell;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.MaskedEngine;
import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.ui.container.ContainerView;
import dev.bulkhead.ui.container.ContainerViewModel;
import dev.bulkhead.ui.container.LifecycleFlow;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The selected container in a session: it is read while its tab is the one that is looked at. */
final class ContainerPart implements AutoCloseable {

    /** What there is where a project is open. */
    private record Parts(ContainerViewModel model, LifecycleFlow lifecycle) {}

    private final Optional<Parts> parts;
    private final WindowServices services;

    /**
     * Makes the part of a session.
     *
     * @param inUse whether a run needs the engine to stay as it is
     */
    ContainerPart(
            ShellContext context,
            Optional<OpenedProject> opened,
            WindowServices services,
            Dialogs dialogs,
            BooleanSupplier inUse) {
        this.services = services;
        this.parts = opened.map(project -> new Parts(
                new ContainerViewModel(
                        context.project(),
                        context.map(),
                        context.engine(),
                        () -> masked(context, project),
                        services.tasks(),
                        services.ui()),
                new LifecycleFlow(
                        context.project(),
                        context.engine(),
                        () -> masked(context, project),
                        services.tasks(),
                        dialogs,
                        context.messages(),
                        inUse)));
        context.navigation().tabProperty().subscribe(tab -> look(context));
        context.navigation().lowerProperty().subscribe(open -> look(context));
    }

    private void look(ShellContext context) {
        boolean seen = context.navigation().lowerProperty().get()
                && context.navigation().tabProperty().get() == BottomTab.CONTAINER;
        parts.ifPresent(made -> made.model().look(seen));
    }

    /** Returns the view. */
    Node view() {
        return parts.<Node>map(
                        made -> new ContainerView(made.model(), made.lifecycle(), services.clock(), services.zone()))
                .orElseGet(Label::new);
    }

    @Override
    public void close() {
        parts.ifPresent(made -> made.model().close());
    }

    /** The project's engine, which repeats none of the project's secrets. */
    private static Engine masked(ShellContext context, OpenedProject project) {
        return MaskedEngine.of(
                project.engine().engine(),
                context.project()
                        .projectProperty()
                        .get()
                        .map(ComposeProject::secrets)
                        .orElse(SecretValues.NONE));
    }
}
