package dev.bulkhead.topology;

/**
 * A place in an operator's file.
 *
 * @param file path relative to the project directory, with forward slashes
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record SourceMark(String file, int line, int column) {

    /** Returns {@code file:line}, the form of the public JSON contract. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
