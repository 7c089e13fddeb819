package dev.bulkhead.ui.model;

/** What the middle of the window shows. */
public enum CentreView {
    MAP("Map"),
    MEMBERSHIP("Membership"),
    REACH("Reach"),
    RULES("Rules"),
    PORTS("Ports"),
    ADDRESSES("Addresses"),
    FILES("Files");

    private final String title;

    CentreView(String title) {
        this.title = title;
    }

    /** Returns its name for people. */
    public String title() {
        return title;
    }
}
