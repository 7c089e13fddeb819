package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import java.util.List;

/** Iteration that this version can carry out: what it asks, and what the answers lead to. */
public interface Iteration {

    /** Returns what it is. */
    Playbook playbook();

    /** Returns whether it wants to know which containers are not what the files say. */
    default boolean comparesContainers() {
        return false;
    }

    /** Returns whether it wants its project's containers to be looked into and measured. */
    default boolean looksInside() {
        return false;
    }

    /** Returns whether it is carried out on several hosts at once; every other is about one. */
    default boolean spansHosts() {
        return false;
    }

    /** Returns its questions, with proposals made from the project as it is. */
    List<Question> questions(IterationInput input);

    /**
     * Returns where the answers lead.
     *
     * @param answers complete, as {@link AnswerCheck#complete} returns them
     * @throws AnswersException if no goal follows from them, with the reason
     */
    Goal goal(IterationInput input, Answers answers) throws AnswersException;
}
