package dev.bulkhead.compose.patch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file's text before and after a change.
 *
 * @param path absolute, normalised path
 * @param name path relative to the project directory with forward slashes
 * @param before the text before; empty when the file is new
 * @param after the text after; empty when the file goes away
 */
public record TextChange(Path path, String name, Optional<String> before, Optional<String> after) {

    /** Returns the same change backwards. */
    public TextChange inverse() {
        return new TextChange(path, name, after, before);
    }

    /** Names the file but not its text, which can hold secrets. */
    @Override
    public String toString() {
        return "TextChange[" + name + "]";
    }
}
