package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;

/** Outcome of asking what a measure does for a service. */
sealed interface Outcome {

    /**
     * It can be taken.
     *
     * @param why from what it follows, as a sentence
     * @param breaks what could break by it, as a sentence
     * @param proposed whether it is what Bulkhead would do
     * @param edits what it changes
     */
    record Offered(String why, String breaks, boolean proposed, List<ProjectEdit> edits) implements Outcome {
        public Offered {
            edits = List.copyOf(edits);
        }
    }

    /** It is so already. */
    record Held() implements Outcome {}

    /** It is not offered, with the reason as a part of a sentence. */
    record Withheld(String reason) implements Outcome {}
}
