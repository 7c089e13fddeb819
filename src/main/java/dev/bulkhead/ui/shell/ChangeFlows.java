package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.hosts.HostsBanner;
import dev.bulkhead.ui.live.EngineBanner;
import dev.bulkhead.ui.live.EngineFlow;
import dev.bulkhead.ui.probation.ProbationCard;
import dev.bulkhead.ui.probation.ProbationViewModel;
import dev.bulkhead.ui.shell.banner.OpenRunBanner;
import dev.bulkhead.ui.shell.banner.UnsavedBanner;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.edit.ChangeViewModel;
import dev.bulkhead.ui.shell.files.Drafts;
import dev.bulkhead.ui.shell.iteration.RollbackFlow;
import dev.bulkhead.ui.shell.iteration.StatusFlow;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.path.PathViewModel;
import dev.bulkhead.ui.shell.path.StepPage;
import dev.bulkhead.ui.shell.path.StepViewModel;
import dev.bulkhead.ui.shell.project.SaveFlow;
import dev.bulkhead.ui.shell.project.UnsavedEdits;
import dev.bulkhead.ui.status.StatusView;
import dev.bulkhead.ui.wizard.WizardViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Flows of a change in one project: edited, saved, applied, confirmed, taken back; each hears of the others. */
final class ChangeFlows implements AutoCloseable {

    private final WindowServices services;
    private final Optional<Migration> migration;
    private final ShellContext context;
    private final ChangeViewModel edits;
    private final SaveFlow files;
    private final WizardFlow wizard;
    private final RollbackFlow rollBack;
    private final ProbationViewModel probation;
    private final StepViewModel step;
    private final UnconfirmedChange unconfirmed;
    private final StatusFlow status;
    private final UnsavedEdits unsaved;
    private final Drafts drafts;
    private final Dialogs dialogs;

    ChangeFlows(
            ShellContext context,
            Optional<OpenedProject> opened,
            WindowServices services,
            Dialogs dialogs,
            Consumer<String> trouble,
            Supplier<Optional<Window>> window) {
        this.context = context;
        this.services = services;
        this.dialogs = dialogs;
        this.migration = opened.map(OpenedProject::migration);
        edits = new ChangeViewModel(context.project(), context.engine().statusProperty());
        drafts = new Drafts(context.project());
        unsaved = new UnsavedEdits(context, services, opened.map(OpenedProject::unsaved));
        files = new SaveFlow(context.project(), dialogs, context.messages(), trouble, edits::saved);
        wizard = new WizardFlow(context, opened, services, dialogs, files, window);
        rollBack = new RollbackFlow(context, services, migration, wizard, dialogs);
        probation = new ProbationViewModel(migration, services.tasks(), context.messages(), this::probationEnded);
        step = new StepViewModel(context.project(), context.path(), migration, services.tasks(), services.clock());
        unconfirmed = new UnconfirmedChange(probation, dialogs, services, wizard::practice);
        status = new StatusFlow(context, services, migration, wizard, rollBack);
        wizard.endedProperty().subscribe(times -> runEnded());
        probation.runProperty().subscribe(run -> tellPath());
        wizard.wizardProperty()
                .subscribe(walk ->
                        walk.ifPresent(model -> model.run().stateProperty().subscribe(state -> tellPath())));
    }

    ChangeViewModel edits() {
        return edits;
    }

    SaveFlow files() {
        return files;
    }

    WizardFlow wizard() {
        return wizard;
    }

    RollbackFlow rollBack() {
        return rollBack;
    }

    /**
     * Returns what is told above the work: of the project and its engine, of a run that was cut off, of edits that an earlier
     * process left, of a change that waits for the operator's word, and of files that changed on disk.
     */
    VBox banners(Node trouble, EngineFlow engines, Node disk) {
        ProbationCard waiting = new ProbationCard(
                probation, services.clock(), services.zone(), wizard::practice, run -> rollBack.askRun(run.run()));
        VBox banners = new VBox(
                trouble,
                new EngineBanner(context.engine(), engines, services.clock()),
                new HostsBanner(context.engine(), context.project(), services.zone()),
                new OpenRunBanner(context.path(), wizard, rollBack),
                new UnsavedBanner(unsaved, dialogs, services.zone()),
                waiting,
                disk);
        banners.setMinWidth(0);
        return banners;
    }

    /** Returns what is typed in files and is no edit yet. */
    Drafts drafts() {
        return drafts;
    }

    /** Returns the view of where the project stands. */
    StatusView statusView() {
        return status.view();
    }

    StepViewModel step() {
        return step;
    }

    /** Returns the page of a step of the path. */
    StepPage stepPage() {
        return new StepPage(
                step,
                new StepPage.Actions() {
                    @Override
                    public void start(String iteration) {
                        wizard.open(iteration);
                    }

                    @Override
                    public boolean practice() {
                        return wizard.practice();
                    }

                    @Override
                    public void rollBack(String run) {
                        rollBack.askRun(run);
                    }
                },
                services.zone());
    }

    /** Opens the page of a step, or the pages that walk through it at present. */
    void open(IterationStatus chosen) {
        if (wizard.walks(chosen.playbook().id())) {
            wizard.goOn();
        } else {
            step.open(chosen);
        }
    }

    /** Does something that leaves the project, once the operator knows what waits for his word and what is not saved. */
    void whenNothingIsLost(Runnable then) {
        unconfirmed.askBefore(() -> askAboutDrafts(() -> files.whenNothingIsLost(then)));
    }

    private void askAboutDrafts(Runnable then) {
        if (drafts.names().isEmpty()) {
            then.run();
            return;
        }
        dialogs.ask(
                Words.of("changeflows.give-up-what-was-typed"),
                Words.of("changeflows.with-the-text-of-the", String.join(", ", new TreeSet<>(drafts.names()))),
                List.of(Choice.cancel(), new Choice(Words.of("changeflows.give-it-up"), Choice.Kind.DANGER, then)));
    }

    @Override
    public void close() {
        unsaved.close();
        probation.close();
    }

    /** The path tells what moves at this moment, whichever window or command began it. */
    private void tellPath() {
        Optional<PathViewModel.Moving> waits = probation
                .runProperty()
                .get()
                .map(run -> new PathViewModel.Moving(
                        run.iteration(),
                        run.state() == RunState.AWAITING_CONFIRMATION
                                ? Words.of("changeflows.waits-for-your-word")
                                : Words.of("changeflows.being-watched")));
        context.path()
                .movingProperty()
                .set(waits.or(() -> wizard.wizardProperty()
                        .get()
                        .flatMap(model -> words(model.run().stateProperty().get())
                                .map(words -> new PathViewModel.Moving(
                                        model.playbook().id(), words)))));
    }

    private static Optional<String> words(RunState state) {
        return switch (state) {
            case CAPTURING, APPLYING -> Optional.of(Words.of("changeflows.under-way"));
            case VERIFYING -> Optional.of(Words.of("changeflows.being-verified"));
            case PAUSED -> Optional.of(Words.of("changeflows.paused"));
            case ROLLING_BACK -> Optional.of(Words.of("changeflows.going-back"));
            case PREPARED,
                    SUCCEEDED,
                    AWAITING_CONFIRMATION,
                    WATCHING,
                    UNVERIFIED,
                    CANCELLED,
                    INTERRUPTED,
                    ROLLED_BACK,
                    NEEDS_PERSON,
                    LEFT,
                    ABANDONED -> Optional.empty();
        };
    }

    private void runEnded() {
        status.changed();
        probation.refresh();
        if (wizard.wizardProperty().get().filter(WizardViewModel::broughtInStep).isPresent()) {
            edits.settled();
        }
    }

    private void probationEnded() {
        files.reloadNow();
        migration.ifPresent(context.path()::refresh);
        status.changed();
        wizard.settle();
    }
}
