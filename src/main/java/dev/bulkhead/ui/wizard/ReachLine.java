package dev.bulkhead.ui.wizard;

/**
 * A flow that opens, closes or stays.
 *
 * @param kind what happens to it
 * @param flow who reaches whom
 * @param why the reason, in a few words
 */
public record ReachLine(Kind kind, String flow, String why) {

    /** What happens to a flow. */
    public enum Kind {
        OPENS,
        CLOSES,
        KEEPS
    }
}
