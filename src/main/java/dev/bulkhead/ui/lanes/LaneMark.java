package dev.bulkhead.ui.lanes;

/** Mark of a crossing: what a service is to a network. */
public enum LaneMark {
    NONE("not a member"),
    MEMBER("member"),
    JOINING("joins with the next save"),
    LEAVING("leaves with the next save"),
    ENGINE_ONLY("only in the engine"),
    /** A member that shares the networks of another service. */
    SHARED("in another's network");

    private final String words;

    LaneMark(String words) {
        this.words = words;
    }

    /** Returns it in a few words. */
    public String words() {
        return words;
    }
}
