package dev.bulkhead.ui.reach;

import dev.bulkhead.ui.words.Words;

/** Kind of a cell of the reach matrix; each has its own sign, so that colour is not the only one. */
public enum ReachKind {
    /** The cell of a subject with itself. */
    SELF(Words.of("reachkind.itself"), "bh-reach-self"),
    OPEN(Words.of("reachkind.reaches-it-on-every-port"), "bh-reach-open"),
    PORTS(Words.of("reachkind.reaches-published-ports-only"), "bh-reach-ports"),
    PROXY(Words.of("reachkind.by-the-proxy-only"), "bh-reach-proxy"),
    UNKNOWN(Words.of("reachkind.not-known"), "bh-reach-unknown"),
    BLOCKED(Words.of("reachkind.does-not-reach-it"), "bh-reach-blocked");

    private final String words;
    private final String styleClass;

    ReachKind(String words, String styleClass) {
        this.words = words;
        this.styleClass = styleClass;
    }

    /** Returns what it means, in a few words. */
    public String words() {
        return words;
    }

    /** Returns the style class of its colour. */
    public String styleClass() {
        return styleClass;
    }
}
