package dev.bulkhead.ui.model;

import dev.bulkhead.ui.words.Words;

/** View in the middle of the window. */
public enum CentreView {
    MAP(Words.of("centreview.map")),
    MEMBERSHIP(Words.of("centreview.membership")),
    REACH(Words.of("centreview.reach")),
    RULES(Words.of("centreview.rules")),
    PORTS(Words.of("centreview.ports")),
    ADDRESSES(Words.of("centreview.addresses")),
    FILES(Words.of("centreview.files")),
    STATUS(Words.of("centreview.status"));

    private final String title;

    CentreView(String title) {
        this.title = title;
    }

    /** Returns its name for people. */
    public String title() {
        return title;
    }
}
