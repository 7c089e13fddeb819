package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.ui.words.Words;

/** Standing of the engine beside the files: what has to be said of it while edits are not applied. */
public enum EngineStanding {
    /** It answers, and runs what the files said before. */
    BEHIND(Words.of("enginestanding.engine-not-changed-yet"), Words.of("enginestanding.not-applied")),
    /** It does not answer, so that it is not known what it runs. */
    UNKNOWN(Words.of("enginestanding.engine-does-not-answer"), Words.of("enginestanding.no-engine")),
    /** The edits are of no concern to it: they change rules only. */
    UNCONCERNED(Words.of("enginestanding.only-rules-nothing-to-apply"), Words.of("enginestanding.only-rules"));

    private final String words;
    private final String shortly;

    EngineStanding(String words, String shortly) {
        this.words = words;
        this.shortly = shortly;
    }

    /** Returns it in words. */
    public String words() {
        return words;
    }

    /** Returns it in as few words as can be. */
    public String shortly() {
        return shortly;
    }
}
