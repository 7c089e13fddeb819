package dev.bulkhead.migrate.goal;

import java.util.List;

/**
 * Handout of a change: lines that the operator takes along, to copy or to read.
 *
 * @param title what they are for
 * @param lines the lines, as they are copied
 */
public record Handout(String title, List<String> lines) {
    public Handout {
        lines = List.copyOf(lines);
    }

    /** Returns them with their title, for the terminal. */
    public String text() {
        return title + "\n  " + String.join("\n  ", lines) + "\n";
    }
}
