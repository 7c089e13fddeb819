package dev.bulkhead.migrate;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.iteration.Question;
import dev.bulkhead.migrate.run.RunControl;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.util.List;
import java.util.Optional;

/**
 * One iteration of one project: what the six pages of the wizard and the commands read and drive.
 *
 * <p>It owns no thread. {@link #preflight()}, {@link #questions()}, {@link #review()} and {@link #apply} block and are
 * called off the user interface's thread, one at a time; {@link #control()} may be used from any thread meanwhile.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class MigrationSession {

    private final MigrationContext context;
    private final Playbook playbook;
    private final RunControl control = new RunControl();
    private Optional<Answers> answers = Optional.empty();

    MigrationSession(MigrationContext context, Playbook playbook) {
        this.context = context;
        this.playbook = playbook;
    }

    /** Returns the iteration. */
    public Playbook playbook() {
        return playbook;
    }

    /** Looks at everything that must hold before a run. */
    public List<PreflightItem> preflight() {
        return List.of();
    }

    /**
     * Returns the questions with proposals made from the project's present state.
     *
     * @throws MigrationException if the project or the engine cannot be read
     */
    public List<Question> questions() throws MigrationException {
        throw new MigrationException(
                "Iteration " + playbook.id() + " of " + context.request().path() + " cannot be planned yet.");
    }

    /** Returns the answers given: those saved beside the project, else those proposed by {@link #questions()}. */
    public Answers answers() throws MigrationException {
        return answers.isPresent() ? answers.get() : Answers.proposed(playbook.id(), questions());
    }

    /**
     * Gives answers; a review made before is forgotten.
     *
     * @throws AnswersException if one does not fit its question
     */
    public void answer(Answers given) throws AnswersException, MigrationException {
        answers = Optional.of(given);
    }

    /**
     * Returns what the answers lead to; nothing is written.
     *
     * @throws MigrationException if no plan can be made, with the reason
     */
    public Review review() throws MigrationException {
        throw new MigrationException("Iteration " + playbook.id() + " cannot be planned yet.");
    }

    /**
     * Saves the answers, takes a restore point, carries the reviewed plan out and verifies it; on failure rolls back.
     *
     * @return how it ended; failures of operations are outcomes, not exceptions
     * @throws MigrationException if it cannot start
     */
    public RunOutcome apply(RunListener listener) throws MigrationException {
        throw new MigrationException("Iteration " + playbook.id() + " cannot be applied yet.");
    }

    /** Returns the operator's hand on the run: pause, go on, stop. */
    public RunControl control() {
        return control;
    }
}
