package dev.bulkhead.ui.canvas.model;

/** Deviation from how things should be: each has a mark on the map, and no mark means none. */
public enum Deviation {
    NOT_RUNNING("does not run", "not-running"),
    UNHEALTHY("unhealthy", "unhealthy"),
    DIFFERS("engine differs", "differs"),
    PENDING("waits to be deployed", "pending"),
    RULE("rule breaks", "rule"),
    PROBLEM("fault in the files", "problem");

    private final String words;
    private final String id;

    Deviation(String words, String id) {
        this.words = words;
        this.id = id;
    }

    /** Returns it in a few words. */
    public String words() {
        return words;
    }

    /** Returns its name in ids and style classes. */
    public String id() {
        return id;
    }
}
