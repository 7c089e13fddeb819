package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;

/**
 * Reason why one way to an edit is closed.
 *
 * @param reason a sentence for the operator
 */
record Refusal(String reason) {

    /** Returns the refusal of an edit all of whose attempts are closed; the first way is the one the operator thinks of. */
    static EditRejectedException of(ProjectEdit edit, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return new EditRejectedException("Cannot " + edit.describe()
                    + ": no place in the project's files states it; change it by hand where it comes from.");
        }
        return new EditRejectedException(
                "Cannot " + edit.describe() + ": " + refusals.getFirst().reason());
    }
}
