package dev.bulkhead.migrate.iteration;

import java.util.List;

/** An iteration that this version can carry out: what it asks, and what the answers lead to. */
public interface Iteration {

    /** Returns what it is. */
    Playbook playbook();

    /** Returns its questions, with proposals made from the project as it is. */
    List<Question> questions(IterationInput input);

    /**
     * Returns what the answers lead to.
     *
     * @param answers complete, as {@link AnswerCheck#complete} returns them
     * @throws AnswersException if no design follows from them, with the reason
     */
    Design design(IterationInput input, Answers answers) throws AnswersException;
}
