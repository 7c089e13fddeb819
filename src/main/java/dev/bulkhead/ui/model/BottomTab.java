package dev.bulkhead.ui.model;

/** Tab in the lower part of the window. */
public enum BottomTab {
    PROBLEMS,
    DIFF,
    HISTORY,
    EVENTS,
    CONTAINER,
    /** Only where several hosts are watched. */
    HOSTS
}
