package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.edit.FileMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Change of one file: its text and mode before and after.
 *
 * @param path absolute, normalised path
 * @param name path relative to the project directory with forward slashes
 * @param before the text before; empty when the file is new
 * @param after the text after; empty when the file goes away
 * @param modeBefore who could read it before; empty where the change is not about that
 * @param modeAfter who can read it after; empty where that stays as it is or is as usual
 */
public record TextChange(
        Path path,
        String name,
        Optional<String> before,
        Optional<String> after,
        Optional<FileMode> modeBefore,
        Optional<FileMode> modeAfter) {

    /** A change of text alone. */
    public TextChange(Path path, String name, Optional<String> before, Optional<String> after) {
        this(path, name, before, after, Optional.empty(), Optional.empty());
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return before.equals(after) && (modeAfter.isEmpty() || modeAfter.equals(modeBefore));
    }

    /** Returns this change and a later one of the same file as one. */
    public TextChange then(TextChange next) {
        return new TextChange(
                path,
                name,
                before,
                next.after,
                modeBefore.or(next::modeBefore),
                next.after.isEmpty() ? Optional.empty() : next.modeAfter.or(this::modeAfter));
    }

    /** Returns the same change backwards. */
    public TextChange inverse() {
        return new TextChange(path, name, after, before, modeAfter, modeBefore);
    }

    /** Returns the same change with its texts as they are shown, for instance without secrets. */
    public TextChange shownBy(UnaryOperator<String> shown) {
        return new TextChange(path, name, before.map(shown), after.map(shown), modeBefore, modeAfter);
    }

    /** Names the file but not its text, which can hold secrets. */
    @Override
    public String toString() {
        return "TextChange[" + name + "]";
    }
}
