package dev.bulkhead.ui.model;

/** What the lower part of the window shows. */
public enum BottomTab {
    PROBLEMS,
    DIFF,
    EVENTS
}
