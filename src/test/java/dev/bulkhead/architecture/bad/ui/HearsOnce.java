package dev.bulkhead.architecture.bad.ui;

import javafx.beans.property.SimpleStringProperty;

/** A listener that hears of the first change and of none after it. */
public final class HearsOnce {
    public int heard;

    /** Listens to words that it never reads. */
    public HearsOnce(SimpleStringProperty words) {
        words.subscribe(() -> heard++);
    }
}
