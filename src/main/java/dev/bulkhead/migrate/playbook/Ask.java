package dev.bulkhead.migrate.playbook;

import dev.bulkhead.topology.SourceMark;
import java.util.Optional;

/** Question of a playbook as its file states it: with the answer that is proposed, or who proposes one. */
public sealed interface Ask {

    /** A question that is the same in every project. */
    record Fixed(Question question) implements Ask {}

    /**
     * Questions that a proposer makes, or fills in, from the project.
     *
     * @param stated the words of the one question that is filled in; empty where the proposer words its questions
     */
    record Proposed(SourceMark at, String proposer, Optional<Question> stated) implements Ask {}
}
