package dev.bulkhead.workspace;

import dev.bulkhead.topology.TopologyEdit;

/** Something an operator does to a document. */
sealed interface DocumentEdit {

    /** Returns it in a few words, for undo. */
    String title();

    /** Changes the project. */
    record OfTopology(TopologyEdit edit) implements DocumentEdit {
        @Override
        public String title() {
            return edit.describe();
        }
    }

    /** Gives the rules file another text. */
    record OfRules(String text, String title) implements DocumentEdit {}
}
