package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.ui.words.Words;
import java.util.List;

/**
 * Difference of the engine from the files, of one service, network or membership.
 *
 * @param kind what kind it is
 * @param sentences how it differs
 */
public record Difference(Kind kind, List<String> sentences) {

    /** None. */
    public static final Difference NONE = new Difference(Kind.NONE, List.of());

    public Difference {
        sentences = List.copyOf(sentences);
    }

    /** Kind of a difference, the lightest first. */
    public enum Kind {
        NONE(""),
        /** The files changed since, and the next deployment makes it anew. */
        PENDING(Words.of("difference.waits-to-be-deployed")),
        /** Its container does not run. */
        STOPPED(Words.of("difference.stopped")),
        /** The files have it and the engine does not. */
        MISSING(Words.of("difference.not-on-the-engine")),
        /** The engine is not what the files say. */
        DIFFERS(Words.of("difference.engine-differs")),
        /** No file has it at all. */
        ENGINE_ONLY(Words.of("difference.only-on-the-engine"));

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Returns the kind in a few words. */
    public String words() {
        return kind.words;
    }

    /** Returns whether the engine has something that the files say otherwise, or do not say. */
    public boolean amber() {
        return kind == Kind.DIFFERS || kind == Kind.ENGINE_ONLY;
    }

    /** Returns whether the engine is otherwise than the files say, and the next deployment alone does not explain it. */
    public boolean drift() {
        return amber() || kind == Kind.MISSING;
    }

    /** Returns whether there is any. */
    public boolean any() {
        return kind != Kind.NONE;
    }
}
