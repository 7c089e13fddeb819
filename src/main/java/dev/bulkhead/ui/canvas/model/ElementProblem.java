package dev.bulkhead.ui.canvas.model;

/**
 * A finding about a service or network, as the map marks it.
 *
 * @param level how bad it is
 * @param sentence what is wrong, for the tooltip
 */
public record ElementProblem(Level level, String sentence) {

    /** How bad a problem is. */
    public enum Level {
        ERROR,
        WARNING
    }
}
