package dev.bulkhead.ui.diff;

import dev.bulkhead.ui.words.Words;

/** Line of a diff; line numbers count from 1. */
public sealed interface DiffLine {

    /** The text to show, without a sign. */
    String text();

    /** The head of one file's part. */
    record FileHead(String name, Kind kind, int added, int removed) implements DiffLine {

        /** What happens to the file as a whole. */
        public enum Kind {
            CHANGED,
            NEW,
            REMOVED
        }

        @Override
        public String text() {
            String note = switch (kind) {
                case CHANGED -> "";
                case NEW -> "  " + Words.of("diffline.new-file");
                case REMOVED -> "  " + Words.of("diffline.removed");
            };
            return name + note + "   +" + added + " −" + removed;
        }
    }

    /** Where the lines that follow stand in the old and the new text. */
    record Hunk(int oldLine, int newLine) implements DiffLine {
        @Override
        public String text() {
            return Words.of("diffline.line", newLine);
        }
    }

    /** A line that stays. */
    record Kept(int oldLine, int newLine, String text) implements DiffLine {}

    /** A line that only the new text has. */
    record Added(int newLine, String text) implements DiffLine {}

    /** A line that only the old text has. */
    record Removed(int oldLine, String text) implements DiffLine {}
}
