package dev.bulkhead.ui.shell.iteration;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.Confirmation;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.export.TextExport;
import dev.bulkhead.ui.shell.project.SaveFlow;
import dev.bulkhead.ui.wizard.RunName;
import dev.bulkhead.ui.wizard.WizardActions;
import dev.bulkhead.ui.wizard.WizardContext;
import dev.bulkhead.ui.wizard.WizardViewModel;
import dev.bulkhead.ui.wizard.run.RunViewModel;
import dev.bulkhead.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** Pages of an iteration as they are opened and closed; a run goes on while its pages are closed. */
public final class WizardFlow implements WizardActions {

    private final ShellContext context;
    private final Optional<OpenedProject> opened;
    private final WindowServices services;
    private final Dialogs dialogs;
    private final SaveFlow files;
    private final Supplier<Optional<Window>> window;
    private final ReadOnlyObjectWrapper<Optional<WizardViewModel>> wizard =
            new ReadOnlyObjectWrapper<>(this, "wizard", Optional.empty());
    private final ReadOnlyIntegerWrapper ended = new ReadOnlyIntegerWrapper(this, "ended");
    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper(this, "asked");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    /**
     * Creates the flow of a project.
     *
     * @param opened it; empty while no project is open
     */
    public WizardFlow(
            ShellContext context,
            Optional<OpenedProject> opened,
            WindowServices services,
            Dialogs dialogs,
            SaveFlow files,
            Supplier<Optional<Window>> window) {
        this.context = context;
        this.opened = opened;
        this.services = services;
        this.dialogs = dialogs;
        this.files = files;
        this.window = window;
    }

    /** The iteration that was opened last, also while its pages are closed. */
    public ReadOnlyObjectProperty<Optional<WizardViewModel>> wizardProperty() {
        return wizard.getReadOnlyProperty();
    }

    /** Whether the pages are open. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How often the pages were asked for, also while they were open. */
    public ReadOnlyIntegerProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** How many runs, forward or back, have ended. */
    public ReadOnlyIntegerProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Returns whether something is being found out or carried out on the engine. */
    public boolean running() {
        return wizard.get().map(model -> model.busyProperty().get()).orElse(false);
    }

    /** Returns whether an iteration is being walked through, and its walk is not at its end. */
    public boolean walks(String iteration) {
        return wizard.get()
                .filter(model -> model.playbook().id().equals(iteration) && !finished(model))
                .isPresent();
    }

    /** Reads what became of a run that waited for the operator's word, for the pages that tell of it. */
    public void settle() {
        Optional<RunViewModel> run = wizard.get()
                .map(WizardViewModel::run)
                .filter(waiting -> waiting.stateProperty().get().onProbation());
        Optional<String> id =
                run.flatMap(waiting -> waiting.restorePointProperty().get().map(RunEvent.RestorePointTaken::id));
        if (id.isPresent() && opened.isPresent()) {
            Confirmation confirmation = opened.get().migration().confirmation();
            services.tasks()
                    .start(
                            progress -> Settled.read(confirmation.outcome(id.get())),
                            settled -> run.get().settle(settled.outcome(), settled.report()),
                            failure -> context.messages().failed(String.valueOf(failure.getMessage())));
        }
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

    /** Saves the edits, and opens the pages that bring the engine to what the files say. */
    @Override
    public void applyFiles() {
        files.saveAnd(() -> open(FilesAsTheyAre.ID));
    }

    /** Closes the pages; what runs goes on. */
    @Override
    public void close() {
        shown.set(false);
        wizard.get().filter(WizardFlow::finished).ifPresent(done -> wizard.set(Optional.empty()));
        context.path()
                .underWayProperty()
                .set(wizard.get().map(model -> model.playbook().id()));
    }

    /** Carries the rest of a run out that was left in the middle. */
    public void resume(RunRecord run) {
        begin(run.iteration(), model -> model.resume(run));
    }

    /** Goes back to a restore point, or to the newest. */
    public void rollBack(String iteration, Optional<String> restorePoint) {
        begin(iteration, model -> model.rollBackTo(restorePoint));
    }

    @Override
    public void askRollBack(WizardViewModel model) {
        String held = model.run()
                .restorePointProperty()
                .get()
                .map(point -> Words.of(
                        "wizardflow.restore-point-holds-and-files",
                        point.id(),
                        Words.count("file", point.files()),
                        Words.count("container", point.containers()),
                        Words.count("network", point.networks())))
                .orElse(Words.of("wizardflow.files-and-engine-go-back"));
        dialogs.ask(
                Words.of("wizardflow.roll-back", RunName.of(model.playbook().id())),
                (model.carriesOutProperty().get() ? Words.of("wizardflow.the-run-is-stopped-before") + " " : "") + held,
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("wizardflow.roll-back-2"), Choice.Kind.DANGER, model::rollBack)));
    }

    @Override
    public void copy(String text, String done) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        context.messages().done(done);
    }

    @Override
    public void save(String name, String text) {
        new TextExport(context, services).run(window.get(), name, text);
    }

    @Override
    public String reportText(RunReport report) {
        return ReportMarkdown.write(report, context.path().next().map(IterationStatus::playbook));
    }

    @Override
    public boolean practice() {
        return opened.filter(project -> project.engine().chosen() instanceof EngineChoice.Practice)
                .isPresent();
    }

    @Override
    public Instant now() {
        return services.clock().instant();
    }

    private void begin(String iteration, Consumer<WizardViewModel> how) {
        if (opened.isEmpty() || !context.project().mayChange()) {
            return;
        }
        Migration migration = opened.get().migration();
        if (running()) {
            show();
            context.messages().refused(Words.of("wizardflow.a-run-is-under-way"));
            return;
        }
        try {
            MigrationSession session =
                    iteration.equals(FilesAsTheyAre.ID) ? migration.filesAsTheyAre() : migration.session(iteration);
            WizardViewModel model = new WizardViewModel(migration, session, wizardContext(opened.get()));
            wizard.set(Optional.of(model));
            show();
            how.accept(model);
        } catch (MigrationException refused) {
            context.messages().refused(String.valueOf(refused.getMessage()));
        }
    }

    private WizardContext wizardContext(OpenedProject project) {
        return new WizardContext(
                services.tasks(),
                services.ui(),
                services.clock(),
                services.zone(),
                this::present,
                () -> filesChanged(project.migration()),
                project.guards());
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
        asked.set(asked.get() + 1);
        context.path()
                .underWayProperty()
                .set(wizard.get().map(model -> model.playbook().id()));
    }

    private void filesChanged(Migration migration) {
        files.reloadNow();
        context.path().refresh(migration);
        ended.set(ended.get() + 1);
    }

    /** What became of a run, with its report as it is told now. */
    private record Settled(RunOutcome outcome, String report) {
        static Settled read(RunOutcome outcome) throws IOException {
            return new Settled(
                    outcome,
                    outcome.reportFile().isPresent()
                            ? Files.readString(outcome.reportFile().get())
                            : "");
        }
    }

    private static boolean finished(WizardViewModel model) {
        return model.run().outcomeProperty().get().isPresent()
                && !model.busyProperty().get();
    }
}
