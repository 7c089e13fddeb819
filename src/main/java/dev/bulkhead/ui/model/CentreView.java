package dev.bulkhead.ui.model;

/** View in the middle of the window. */
public enum CentreView {
    MAP("Map"),
    MEMBERSHIP("Membership"),
    REACH("Reach"),
    RULES("Rules"),
    PORTS("Ports"),
    ADDRESSES("Addresses"),
    FILES("Files"),
    STATUS("Status");

    private final String title;

    CentreView(String title) {
        this.title = title;
    }

    /** Returns its name for people. */
    public String title() {
        return title;
    }
}
