package dev.bulkhead.ui.shell.iteration;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Deed;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.status.StatusActions;
import dev.bulkhead.ui.status.StatusView;
import dev.bulkhead.ui.status.StatusViewModel;
import java.util.Optional;

/** Status of the project in the window: it hears of what changes, and leads to the pages that go on. */
public final class StatusFlow {

    private final ShellContext context;
    private final WindowServices services;
    private final WizardFlow wizard;
    private final RollbackFlow rollBack;
    private final StatusViewModel model;

    /** Follows a project; nothing is looked at before it is asked for. */
    public StatusFlow(
            ShellContext context,
            WindowServices services,
            Optional<Migration> migration,
            WizardFlow wizard,
            RollbackFlow rollBack) {
        this.context = context;
        this.services = services;
        this.wizard = wizard;
        this.rollBack = rollBack;
        this.model = new StatusViewModel(migration, services.tasks());
        NavigationViewModel navigation = context.navigation();
        navigation.viewProperty().subscribe(view -> tellShown());
        navigation.coveredProperty().subscribe(covered -> tellShown());
        context.engine()
                .statusProperty()
                .map(status -> status instanceof EngineStatus.Connected)
                .subscribe(connected -> model.changed());
        context.project().dirtyProperty().subscribe(dirty -> model.changed());
    }

    /** Tells that something has changed that the status tells of. */
    public void changed() {
        model.changed();
    }

    private void tellShown() {
        NavigationViewModel navigation = context.navigation();
        model.show(navigation.viewProperty().get() == CentreView.STATUS
                && !navigation.coveredProperty().get());
    }

    /** Returns the view. */
    public StatusView view() {
        return new StatusView(model, new Actions(), services.clock(), services.zone());
    }

    private final class Actions implements StatusActions {

        @Override
        public void copy(String text, String done) {
            wizard.copy(text, done);
        }

        @Override
        public void save(String name, String text) {
            wizard.save(name, text);
        }

        @Override
        public void run(Deed deed) {
            switch (deed) {
                case NEXT_ITERATION -> wizard.goOn();
                case APPLY_FILES -> wizard.applyFiles();
                case ROLL_BACK -> rollBack.ask();
            }
        }
    }
}
