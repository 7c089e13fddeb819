package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.WayBack;
import dev.bulkhead.migrate.effect.EngineWay;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.review.Preview;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.wizard.run.RunViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** Walk through one iteration as its pages show it; lives as long as the run, also while no page is open. */
public final class WizardViewModel {

    private final Migration migration;
    private final MigrationSession session;
    private final WizardContext context;
    private final RunViewModel run;
    private final RunListener hear;
    private final PageWalk pages = new PageWalk();
    private final WizardWork work;
    private final WizardSecrets secrets;
    private final ObservableList<PreflightItem> preflight = FXCollections.observableArrayList();
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Answers>> answers =
            new SimpleObjectProperty<>(this, "answers", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Review>> review =
            new ReadOnlyObjectWrapper<>(this, "review", Optional.empty());
    private final Acceptance accepted = new Acceptance();
    private final RunChoices choices = new RunChoices();
    private final BooleanBinding canGoOn;

    /** Walks through one iteration. */
    public WizardViewModel(Migration migration, MigrationSession session, WizardContext context) {
        this.migration = migration;
        this.session = session;
        this.context = context;
        this.run = new RunViewModel(context.zone());
        this.hear = event -> context.ui().run(() -> run.accept(event));
        this.work = new WizardWork(context.tasks(), session.playbook().id());
        this.secrets = new WizardSecrets(session.control(), work);
        canGoOn = Bindings.createBooleanBinding(
                this::mayGoOn,
                pages.pageProperty(),
                work.busyProperty(),
                preflight,
                answers,
                review,
                accepted.outages(),
                secrets.complete(),
                run.stateProperty(),
                run.outcomeProperty());
    }

    /** Returns the iteration. */
    public Playbook playbook() {
        return session.playbook();
    }

    /** The page that is shown. */
    public ObjectProperty<WizardPage> pageProperty() {
        return pages.pageProperty();
    }

    /** The furthest page that can be shown. */
    public ReadOnlyObjectProperty<WizardPage> reachedProperty() {
        return pages.reachedProperty();
    }

    /** Whether something is being found out or carried out. */
    public ReadOnlyBooleanProperty busyProperty() {
        return work.busyProperty();
    }

    /** Whether a run, forward or back, is being carried out on the engine. */
    public ReadOnlyBooleanProperty carriesOutProperty() {
        return work.carriesOutProperty();
    }

    /** Why the last thing asked for did not happen; empty text for no trouble. */
    public ReadOnlyStringProperty troubleProperty() {
        return work.troubleProperty();
    }

    /** What must hold before. */
    public ObservableList<PreflightItem> preflight() {
        return preflight;
    }

    /** What the operator is asked. */
    public ObservableList<Question> questions() {
        return questions;
    }

    /** The answers so far; empty before the questions are known. */
    public ObjectProperty<Optional<Answers>> answersProperty() {
        return answers;
    }

    /** Finds a first look at answers out, and hands it on; answers that lead to nothing keep the last one. */
    void preview(Answers given, Consumer<Preview> found) {
        context.tasks().start(progress -> session.preview(given), found, failure -> {});
    }

    /** Returns the secrets that are given to the run, and those that it made. */
    public WizardSecrets secrets() {
        return secrets;
    }

    /** What would be done; empty before it is known. */
    public ReadOnlyObjectProperty<Optional<Review>> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    /** Outages of the reviewed plan that the operator accepts, by what they break. */
    public ObservableSet<String> accepted() {
        return accepted.outages();
    }

    /** Accepts items of the preflight by their ids, and looks again. */
    void accept(List<PreflightItem> items) {
        accepted.add(items);
        runPreflight();
    }

    /** Returns whether the engine was brought to what the files say, and nothing of that was taken back. */
    public boolean broughtInStep() {
        return bringsInStep() && run.stands();
    }

    /** Returns whether this is no iteration of the path: the engine is brought to what the files say. */
    boolean bringsInStep() {
        return playbook().id().equals(FilesAsTheyAre.ID);
    }

    /** Returns how the plan is to be carried out. */
    public RunChoices choices() {
        return choices;
    }

    /** Returns the run. */
    public RunViewModel run() {
        return run;
    }

    /** Whether the next page can be asked for. */
    public BooleanBinding canGoOn() {
        return canGoOn;
    }

    /** Looks at everything that must hold before. */
    public void runPreflight() {
        session.accept(accepted.all());
        work.start(progress -> session.preflight(), preflight::setAll);
    }

    /** Does what leads to the next page, and shows it; once the run has begun nothing is found out anew for it. */
    public void next() {
        if (run.begun() && pages.beforeTheRun()) {
            pages.showNext();
            return;
        }
        switch (pages.page()) {
            case PREFLIGHT -> work.start(progress -> new Asked(session.questions(), session.answers()), this::ask);
            case QUESTIONS -> work.start(progress -> review(answers.get()), this::reviewed);
            case REVIEW -> pages.go(WizardPage.APPLY);
            case APPLY -> pages.go(WizardPage.VERIFY);
            case VERIFY -> pages.go(WizardPage.REPORT);
            case WAY_BACK -> pages.show(WizardPage.REPORT);
            case REPORT -> {}
        }
    }

    /** Carries the reviewed plan out, once. */
    public void apply() {
        if (!run.begun()) {
            session.accept(accepted.all());
            choices.bind(session, context.guards());
            secrets.handOver();
            carryOut(progress -> session.apply(hear));
        }
    }

    /** Goes back to the restore point of this run, or the newest one; a run under way is stopped first. */
    public void rollBack() {
        if (!work.stopsFirst(control(), this::rollBack)) {
            rollBackTo(run.restorePointProperty().get().map(RunEvent.RestorePointTaken::id));
        }
    }

    /** Goes back to a restore point, or to the newest, of a run that this window did not start. */
    public void rollBackTo(Optional<String> restorePoint) {
        pages.turn();
        carryOut(progress -> {
            WayBack way = migration.wayBack(restorePoint, Map.of());
            context.ui().run(() -> run.turn(way));
            return migration.rollback(Optional.of(way.point()), hear);
        });
    }

    /** Carries the rest of a run out that was left in the middle. */
    public void resume(RunRecord left) {
        pages.go(WizardPage.APPLY);
        work.start(
                progress -> migration.leftRuns().secretsToGive(left),
                wanted -> secrets.ask(wanted, () -> {
                    secrets.handOver();
                    carryOut(progress -> migration.resume(left, Set.of(), hear, control(), context.guards()));
                }));
    }

    /** Returns what holds and stops the run before its next operation; what is done stays. */
    public RunControl control() {
        return session.control();
    }

    /** Does something once no run is being carried out, at once if none is. */
    public void whenDone(Runnable then) {
        work.whenDone(then);
    }

    /** Shows another page that was reached before. */
    public void show(WizardPage wanted) {
        pages.show(wanted);
    }

    private Reviewed review(Optional<Answers> given) throws Exception {
        if (given.isPresent()) {
            session.answer(given.get());
        }
        Review made = session.review();
        String address = migration.engine().observer().info().address();
        return new Reviewed(made, EngineWay.through(address, made.plan(), made.before()));
    }

    private void ask(Asked asked) {
        questions.setAll(asked.questions());
        answers.set(Optional.of(asked.answers()));
        pages.go(WizardPage.QUESTIONS);
    }

    private void reviewed(Reviewed found) {
        Review made = found.review();
        choices.propose(made.plan(), found.way(), playbook().risk());
        review.set(Optional.of(made));
        accepted.outages().clear();
        secrets.ask(made.plan().secretsToGive());
        run.prepare(made.plan(), context.present().get(), context.clock().instant());
        pages.go(WizardPage.REVIEW);
    }

    private void carryOut(BackgroundTask<RunOutcome> task) {
        work.carryOut(task, ended -> {
            run.finish(ended);
            secrets.take();
            pages.reach(WizardPage.REPORT);
            if (ended.state() == RunState.SUCCEEDED && pages.page() == WizardPage.APPLY) {
                pages.show(WizardPage.VERIFY);
            }
            context.filesChanged().run();
        });
    }

    private boolean mayGoOn() {
        if (work.busyProperty().get()) {
            return false;
        }
        if (run.begun() && pages.beforeTheRun()) {
            return pages.goFurther();
        }
        return switch (pages.page()) {
            case PREFLIGHT -> !preflight.isEmpty() && preflight.stream().noneMatch(PreflightItem::blocks);
            case QUESTIONS -> answers.get().isPresent();
            case REVIEW ->
                review.get()
                        .map(made ->
                                made.effect().unaccepted(accepted.outages()).isEmpty() && !nothingToDo(made))
                        .filter(possible -> secrets.complete().get())
                        .orElse(false);
            case APPLY, VERIFY, WAY_BACK -> run.outcomeProperty().get().isPresent();
            case REPORT -> true;
        };
    }

    /** Whether the engine is what the files say already. An iteration that finds all done is carried out: it is then done. */
    boolean nothingToDo(Review made) {
        return bringsInStep() && made.plan().steps().isEmpty();
    }

    private record Reviewed(Review review, Optional<String> way) {}

    private record Asked(List<Question> questions, Answers answers) {}
}
