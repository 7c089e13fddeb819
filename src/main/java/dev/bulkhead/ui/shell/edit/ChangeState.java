package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.check.Finding;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Standing of the operator's edits: in the window, on disk, or on the engine as well. */
public sealed interface ChangeState {

    /** Files and window say the same, and nothing that was saved here waits to be applied. */
    record None() implements ChangeState {}

    /**
     * Edits that are not on disk yet.
     *
     * @param files names of the files that would change
     * @param trouble what the edits bring about
     * @param names aliases and addresses that are kept or lost
     * @param engine how the engine stands to them
     * @param last what the last edit did, which undo takes back; empty text where that is not known
     */
    record Edited(List<String> files, Trouble trouble, NameChanges names, EngineStanding engine, String last)
            implements ChangeState {
        public Edited {
            files = List.copyOf(files);
        }

        /** Returns what would be written: the one file, or how many. */
        public String words() {
            return files.size() == 1 ? files.getFirst() : count();
        }

        /** Returns how many files would be written. */
        public String count() {
            return Words.count("file", files.size());
        }
    }

    /**
     * Errors and broken rules that the files on disk do not have.
     *
     * @param rules findings of the operator's rules that do not hold any more
     * @param errors errors that are nothing the operator demanded
     */
    record Trouble(List<Finding> rules, List<Finding> errors) {

        /** None. */
        static final Trouble NONE = new Trouble(List.of(), List.of());

        public Trouble {
            rules = List.copyOf(rules);
            errors = List.copyOf(errors);
        }

        /** Returns whether the edits break nothing. */
        public boolean isEmpty() {
            return rules.isEmpty() && errors.isEmpty();
        }

        /** Returns how many rules break and how many errors are new; empty text for none. */
        public String words() {
            List<String> parts = new ArrayList<>();
            if (!rules.isEmpty()) {
                parts.add(Words.count("rule-breaks", rules.size()));
            }
            if (!errors.isEmpty()) {
                parts.add(Words.count("new-error", errors.size()));
            }
            return String.join(", ", parts);
        }

        /** Returns how many there are, as a number. */
        public String count() {
            return Integer.toString(rules.size() + errors.size());
        }

        /** Returns each of them as a line. */
        public String lines() {
            List<Finding> all = new ArrayList<>(rules);
            all.addAll(errors);
            return all.stream().map(Finding::message).collect(Collectors.joining("\n"));
        }
    }

    /**
     * Edits that are on disk, and of which the engine knows nothing yet.
     *
     * @param engine how the engine stands to them
     */
    record Saved(EngineStanding engine) implements ChangeState {}
}
