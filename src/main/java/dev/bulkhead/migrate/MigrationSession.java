package dev.bulkhead.migrate;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.AnswerCheck;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.report.SavedPlan;
import dev.bulkhead.migrate.review.PlanKeeper;
import dev.bulkhead.migrate.review.Preview;
import dev.bulkhead.migrate.review.ProposedRules;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.review.Reviewer;
import dev.bulkhead.migrate.run.MigrationRun;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.migrate.watch.Probation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Session of one iteration of one project: what the six pages of the wizard and the commands read and drive.
 *
 * <p>It owns no thread. {@link #preflight()}, {@link #questions()}, {@link #review()} and {@link #apply} block and are
 * called off the user interface's thread, one at a time; {@link #control()} may be used from any thread meanwhile.
 */
public final class MigrationSession {

    private final MigrationContext context;
    private final CatalogueAndPlaybooks known;
    private final Iteration iteration;
    private final MigrationStore store;
    private final Reviewer reviewer;
    private final RunControl control = new RunControl();
    private Optional<Answers> answers = Optional.empty();
    private Optional<Review> review = Optional.empty();
    private Set<String> accepted = Set.of();
    private Probation probation = Probation.NONE;
    private GuardStarter guards = GuardStarter.NONE;

    MigrationSession(MigrationContext context, CatalogueAndPlaybooks known, Iteration iteration, MigrationStore store) {
        this.context = context;
        this.known = known;
        this.iteration = iteration;
        this.store = store;
        this.reviewer = new Reviewer(context, known.catalogue(), iteration);
    }

    /** Returns the iteration. */
    public Playbook playbook() {
        return iteration.playbook();
    }

    /** Looks at everything that must hold before a run; that a plan can be made is seen by making one. */
    public List<PreflightItem> preflight() {
        return preflight(this::review);
    }

    /** Looks at everything else that must hold before a run of a plan that was only just made. */
    public List<PreflightItem> preflight(Review made) {
        return preflight(() -> made);
    }

    private List<PreflightItem> preflight(IterationPreflight.Planning planning) {
        List<PreflightItem> items = new IterationPreflight(context, reviewer, iteration, store).items(planning);
        return items.stream()
                .map(item -> item.acceptable() && accepted.contains(item.id()) ? item.accepted() : item)
                .toList();
    }

    /**
     * Returns the questions with proposals made from the project's present state.
     *
     * @throws MigrationException if the project or the engine cannot be read
     */
    public List<Question> questions() throws MigrationException {
        return iteration.questions(reviewer.input(reviewer.project()));
    }

    /** Returns the answers given: in this session, else those saved beside the project, else those proposed. */
    public Answers answers() throws MigrationException {
        if (answers.isEmpty()) {
            List<Question> questions = questions();
            answers = Optional.of(
                    saved(questions).orElseGet(() -> Answers.proposed(playbook().id(), questions)));
        }
        return answers.get();
    }

    /** Answers of an earlier day that do not fit the project any more are left out in favour of new proposals. */
    private Optional<Answers> saved(List<Question> questions) throws MigrationException {
        Path file = store.answers(playbook().id());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Answers read = new AnswersYaml().read(file.getFileName().toString(), Files.readString(file));
            return Optional.of(AnswerCheck.complete(read, playbook().id(), questions));
        } catch (AnswersException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MigrationException("The saved answers " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Gives answers; a review made before is forgotten.
     *
     * @throws AnswersException if one does not fit its question, with what would be right
     * @throws MigrationException if the project or the engine cannot be read
     */
    public void answer(Answers given) throws AnswersException, MigrationException {
        answers = Optional.of(AnswerCheck.complete(given, playbook().id(), questions()));
        review = Optional.empty();
    }

    /**
     * Returns a first look at what answers lead to, without a plan; nothing is kept of it.
     *
     * @throws MigrationException if the project or the engine cannot be read, or nothing can follow from the answers
     */
    public Preview preview(Answers given) throws MigrationException {
        return reviewer.preview(given);
    }

    /**
     * Returns what becomes of the published ports by the answers; nothing is written.
     *
     * @throws MigrationException if the project or the engine cannot be read, or nothing can follow from the answers
     */
    public PortOutlook ports() throws MigrationException {
        try {
            return PortOutlook.of(reviewer.input(reviewer.project()), playbook().ports(), answers());
        } catch (AnswersException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Asks a route once for its page.
     *
     * @throws MigrationException if the engine does not answer
     */
    public CheckResult ask(RouteRequest request) throws MigrationException {
        try {
            return new Verifier(context.engine(), time -> {})
                    .routeNow(reviewer.project().topology().project(), request);
        } catch (EngineException e) {
            throw new MigrationException(e.sentence(), e);
        }
    }

    /**
     * Returns what the answers lead to from where project and engine are now; nothing is written.
     *
     * @throws MigrationException if no plan can be made, with the reason
     */
    public Review review() throws MigrationException {
        Review made = reviewer.review(answers());
        review = Optional.of(made);
        return made;
    }

    /**
     * Returns a plan that was only just made, to be kept in a file and carried out exactly so.
     *
     * @throws MigrationException if what it was made from cannot be read, with the reason
     */
    public SavedPlan keep(Review made) throws MigrationException {
        return new PlanKeeper(context).keep(reviewer.project(), answers(), made);
    }

    /**
     * Makes the plan that was kept again and holds it for {@link #apply}.
     *
     * @throws MigrationException if something has changed since, with what
     */
    public void take(SavedPlan kept) throws MigrationException {
        List<String> differences = kept.differencesTo(keep(review()));
        if (!differences.isEmpty()) {
            review = Optional.empty();
            throw new MigrationException("The plan does not hold any more: " + String.join(" ", differences)
                    + " Make a new plan, look at it, then apply that.");
        }
    }

    /**
     * Accepts outages that a plan has, by what they break, and items of the preflight that may be accepted, by their ids;
     * {@link #apply} refuses a plan with any other.
     *
     * @see Outage#what()
     * @see PreflightItem#acceptable()
     */
    public void accept(Collection<String> names) {
        accepted = Set.copyOf(names);
    }

    /** States the conditions under which the change stays, and what starts the guard that sees to them. */
    public void under(Probation conditions, GuardStarter starter) {
        probation = conditions;
        guards = starter;
    }

    /**
     * Saves the answers, takes a restore point, carries the reviewed plan out and verifies it; on failure rolls back.
     * Without a review it makes one.
     *
     * @return how it ended; failures of operations are outcomes, not exceptions
     * @throws MigrationException if it cannot start, or if its journal cannot be written
     */
    public RunOutcome apply(RunListener listener) throws MigrationException {
        Optional<Review> kept = review;
        Review reviewed = kept.isPresent() ? kept.get() : review();
        StartRefusals.outages(reviewed, accepted);
        // a plan that was made earlier has to be possible still; it is carried out as it was reviewed
        StartRefusals.blocked(kept.isPresent() ? preflight() : preflight(reviewed));
        SecretsToGive.require(reviewed.plan(), control);
        review = Optional.of(reviewed);
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            keep(store.answers(playbook().id()), new AnswersYaml().write(answers()));
            keep(store.proposedRules(), ProposedRules.write(reviewed.flows()));
            RunRequest request = new RunRequest(
                    nextId(),
                    new RunRequest.Decided(
                            reviewed.plan(), reviewed.probes(), reviewed.goal().mayGo(), reviewed.facts()),
                    reviewed.after(),
                    probation);
            store.guard(request.id(), probation, guards);
            Path directory = reviewed.patch().after().directory();
            return new Runner(context, store.history(), known.playbooks())
                    .go(
                            playbook(),
                            request,
                            () -> MigrationRun.start(store.tools(directory, listener, control), request));
        } finally {
            review = Optional.empty();
        }
    }

    private String nextId() throws MigrationException {
        try {
            return store.history().nextId(context.clock().instant(), playbook().id());
        } catch (IOException e) {
            throw new MigrationException(
                    "The runs of " + context.state().path() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Returns the secrets that the operator gives when the change is applied.
     *
     * @throws MigrationException if no plan can be made, with the reason
     * @see RunControl#give
     */
    public List<SecretSource.Given> secretsToGive() throws MigrationException {
        return (review.isPresent() ? review.get() : review()).plan().secretsToGive();
    }

    private static void keep(Path file, String text) throws MigrationException {
        try {
            PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MigrationException("File " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** Returns the operator's hand on the run: pause, go on, stop. */
    public RunControl control() {
        return control;
    }
}
