package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.field.WantedModel;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;

/** Meaning that changed text has to have for it to be the edit that was asked for, and nothing else. */
sealed interface Meaning {

    /**
     * A project as its changed text reads.
     *
     * @param resolved everything it says, where that was asked for
     */
    record Reading(ComposeProject project, Optional<ResolvedProject> resolved) {}

    /** Reads the changed text. */
    Reading read(ComposeLoader changed, ComposeRequest request) throws ComposeException;

    /**
     * Compares what was read with what was asked for.
     *
     * @throws EditRejectedException if they differ, with the first difference as a sentence without values
     */
    void compare(Reading after, List<TextChange> changes) throws EditRejectedException;

    /** Meaning of a topology, with all else in the files untouched. */
    record OfTopology(ComposeProject before, Topology wanted, TopologyEdit edit) implements Meaning {

        @Override
        public Reading read(ComposeLoader changed, ComposeRequest request) throws ComposeException {
            return new Reading(changed.load(request), Optional.empty());
        }

        @Override
        public void compare(Reading after, List<TextChange> changes) throws EditRejectedException {
            Optional<String> difference =
                    TopologyDifference.between(wanted, after.project().topology());
            if (difference.isPresent()) {
                throw new EditRejectedException("the changed text would mean something else: " + difference.get());
            }
            UntouchedFields.check(before, changes, edit);
        }
    }

    /** Meaning of a whole project, with one field changed. */
    record OfField(WantedModel wanted) implements Meaning {

        @Override
        public Reading read(ComposeLoader changed, ComposeRequest request) throws ComposeException {
            ResolvedProject resolved = changed.resolveWithProblems(request);
            return new Reading(resolved.project(), Optional.of(resolved));
        }

        @Override
        public void compare(Reading after, List<TextChange> changes) throws EditRejectedException {
            Optional<List<String>> difference =
                    wanted.difference(after.resolved().orElseThrow());
            if (difference.isPresent()) {
                throw new EditRejectedException(
                        "the changed text would mean something else in " + String.join(".", difference.get()) + ".");
            }
        }
    }
}
