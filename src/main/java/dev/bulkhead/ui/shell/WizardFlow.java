package dev.bulkhead.ui.shell;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationException;
import dev.bulkhead.migrate.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.run.OpenRun;
import dev.bulkhead.ui.wizard.WizardContext;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Opens and closes the pages of an iteration; a run goes on while its pages are closed. */
public final class WizardFlow {

    private final ShellContext context;
    private final ProjectFlow projects;
    private final WindowServices services;
    private final ReadOnlyObjectWrapper<Optional<WizardViewModel>> wizard =
            new ReadOnlyObjectWrapper<>(this, "wizard", Optional.empty());
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    /** Creates the flow of a window. */
    WizardFlow(ShellContext context, ProjectFlow projects, WindowServices services) {
        this.context = context;
        this.projects = projects;
        this.services = services;
        projects.openedProperty().addListener((property, old, now) -> {
            shown.set(false);
            wizard.set(Optional.empty());
            context.path().underWayProperty().set(Optional.empty());
        });
    }

    /** The iteration that was opened last, also while its pages are closed. */
    public ReadOnlyObjectProperty<Optional<WizardViewModel>> wizardProperty() {
        return wizard.getReadOnlyProperty();
    }

    /** Whether the pages are open. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Returns whether something is being found out or carried out on the engine. */
    public boolean running() {
        return wizard.get().map(model -> model.busyProperty().get()).orElse(false);
    }

    /** Opens the pages of the iteration under way, or of the next one. */
    public void goOn() {
        if (wizard.get().isPresent() && !finished(wizard.get().get())) {
            show();
            return;
        }
        context.path().next().map(IterationStatus::playbook).map(Playbook::id).ifPresent(this::open);
    }

    /** Opens the pages of an iteration. */
    public void open(String iteration) {
        begin(iteration, WizardViewModel::runPreflight);
    }

    /** Closes the pages; what runs goes on. */
    public void close() {
        shown.set(false);
        wizard.get().filter(WizardFlow::finished).ifPresent(done -> wizard.set(Optional.empty()));
        context.path()
                .underWayProperty()
                .set(wizard.get().map(model -> model.playbook().id()));
    }

    /** Carries the rest of a run out that was left in the middle. */
    public void resume(OpenRun run) {
        begin(run.iteration(), model -> model.resume(run));
    }

    /** Goes back to a restore point, or to the newest. */
    public void rollBack(String iteration, Optional<String> restorePoint) {
        begin(iteration, model -> model.rollBackTo(restorePoint));
    }

    private void begin(String iteration, Consumer<WizardViewModel> how) {
        Optional<Migration> migration = projects.openedProperty().get().map(OpenedProject::migration);
        if (migration.isEmpty()) {
            return;
        }
        try {
            WizardViewModel model = new WizardViewModel(
                    migration.get(), migration.get().session(iteration), wizardContext(migration.get()));
            wizard.set(Optional.of(model));
            show();
            how.accept(model);
        } catch (MigrationException refused) {
            context.messages().refused(String.valueOf(refused.getMessage()));
        }
    }

    private WizardContext wizardContext(Migration migration) {
        return new WizardContext(
                services.tasks(),
                services.ui(),
                services.clock(),
                services.zone(),
                this::present,
                () -> filesChanged(migration));
    }

    private Map<String, ObservedContainer.Status> present() {
        Map<String, ObservedContainer.Status> present = new HashMap<>();
        context.engine()
                .containers(context.project().topologyProperty().get().project())
                .forEach(container ->
                        container.service().ifPresent(service -> present.put(service, container.status())));
        return present;
    }

    private void show() {
        shown.set(true);
        context.path()
                .underWayProperty()
                .set(wizard.get().map(model -> model.playbook().id()));
    }

    private void filesChanged(Migration migration) {
        projects.reloadNow();
        context.path().refresh(migration);
    }

    private static boolean finished(WizardViewModel model) {
        return model.run().outcomeProperty().get().isPresent()
                && !model.busyProperty().get();
    }
}
