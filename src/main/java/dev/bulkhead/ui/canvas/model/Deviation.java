package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.ui.words.Words;

/** Deviation from how things should be: each has a mark on the map, and no mark means none. */
public enum Deviation {
    NOT_RUNNING(Words.of("deviation.does-not-run"), "not-running"),
    UNHEALTHY(Words.of("deviation.unhealthy"), "unhealthy"),
    DIFFERS(Words.of("deviation.engine-differs"), "differs"),
    PENDING(Words.of("deviation.waits-to-be-deployed"), "pending"),
    RULE(Words.of("deviation.rule-breaks"), "rule"),
    PROBLEM(Words.of("deviation.fault-in-the-files"), "problem");

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
