package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.fragment.WrittenElement;
import java.util.Optional;

/**
 * Part of a file that is shown and typed in by itself.
 *
 * @param file the file, as it reads with all edits
 * @param start char offset of the first character
 * @param end char offset after the last one
 */
record Passage(TypedFile file, int start, int end) {

    /** Returns a whole file. */
    static Passage whole(TypedFile file) {
        return new Passage(file, 0, file.text().length());
    }

    static Passage of(WrittenElement element) {
        return new Passage(TypedFile.of(element.file()), element.start(), element.end());
    }

    String text() {
        return file.text().substring(start, end);
    }

    /** Returns the number of its first line in the file, counted from 1. */
    int firstLine() {
        return 1
                + (int) file.text()
                        .substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Returns the text of the whole file once this part says something else. */
    String fileWith(String text) {
        return file.text().substring(0, start) + text + file.text().substring(end);
    }

    /** Returns what this part says in another text of the same file; empty where that differs outside of it. */
    Optional<String> in(String other) {
        String before = file.text().substring(0, start);
        String after = file.text().substring(end);
        boolean same =
                other.length() >= before.length() + after.length() && other.startsWith(before) && other.endsWith(after);
        return same ? Optional.of(other.substring(start, other.length() - after.length())) : Optional.empty();
    }
}
