package dev.bulkhead.workspace;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Edit of a document by its operator. */
sealed interface DocumentEdit {

    /** Returns it in a few words, for undo. */
    String title();

    /**
     * Does it again on another document, or on the same one after it was read anew.
     *
     * @throws EditRejectedException if it does not fit any more
     */
    default void applyTo(TopologyDocument document) throws EditRejectedException {
        switch (this) {
            case OfProject(ProjectEdit edit) -> document.apply(edit);
            case OfTexts(List<TextChange> changes, String title) -> document.applyTexts(changes, title);
            case OfPlaces _ -> {} // they are kept beside the project, whatever its files say
            case OfRules(String text, String title) -> {
                try {
                    document.applyRules(text, title);
                } catch (IOException unreadable) {
                    throw new EditRejectedException(FileFaults.sentence(unreadable));
                }
            }
        }
    }

    /** Edit of the project. */
    record OfProject(ProjectEdit edit) implements DocumentEdit {
        @Override
        public String title() {
            return edit.describe();
        }
    }

    /** Other places on the map, where no file of the project changes. */
    record OfPlaces(String title) implements DocumentEdit {}

    /** Other texts of files as a whole. */
    record OfTexts(List<TextChange> changes, String title) implements DocumentEdit {
        public OfTexts {
            changes = List.copyOf(changes);
        }

        /** Returns an edit and the one after it as one, where both are of one text at one place; empty where not. */
        static Optional<DocumentEdit> asOne(DocumentEdit before, DocumentEdit after) {
            return before instanceof OfTexts(List<TextChange> first, String title)
                            && after instanceof OfTexts(List<TextChange> next, String same)
                            && title.equals(same)
                            && first.size() == 1
                            && next.size() == 1
                            && first.getFirst().path().equals(next.getFirst().path())
                    ? Optional.of(new OfTexts(List.of(first.getFirst().then(next.getFirst())), title))
                    : Optional.empty();
        }
    }

    /** Another text of the rules file. */
    record OfRules(String text, String title) implements DocumentEdit {}
}
