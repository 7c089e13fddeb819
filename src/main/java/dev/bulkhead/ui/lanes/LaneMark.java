package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.words.Words;

/** Mark of a crossing: what a service is to a network. */
public enum LaneMark {
    NONE(Words.of("lanemark.not-a-member")),
    MEMBER(Words.of("lanemark.member")),
    JOINING(Words.of("lanemark.joins-with-the-next-save")),
    LEAVING(Words.of("lanemark.leaves-with-the-next-save")),
    ENGINE_ONLY(Words.of("lanemark.only-in-the-engine")),
    /** A member that shares the networks of another service. */
    SHARED(Words.of("lanemark.in-another-s-network"));

    private final String words;

    LaneMark(String words) {
        this.words = words;
    }

    /** Returns it in a few words. */
    public String words() {
        return words;
    }
}
