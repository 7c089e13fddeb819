package dev.bulkhead.ui.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Handle of a started background task; all properties change on the user interface's thread. */
public interface TaskHandle {

    /** What it is doing, in a few words. */
    ReadOnlyStringProperty messageProperty();

    /** How much is done, from 0 to 1; negative when not known. */
    ReadOnlyDoubleProperty fractionProperty();

    /** Whether it has not finished yet. */
    ReadOnlyBooleanProperty runningProperty();

    /** Asks it to stop; neither callback is called after that. */
    void cancel();
}
