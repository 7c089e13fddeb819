package dev.bulkhead.ui.model;

import dev.bulkhead.layout.Tint;

/** Colour family of each network, the same in the side panels as on the map. */
public interface NetworkTints {

    /** Returns a network's colour family. */
    Tint tint(String network);

    /** Returns the style class of a network's colour. */
    default String styleClass(String network) {
        return tint(network).styleClass();
    }

    /** Calls back whenever a colour may have changed. */
    void onChange(Runnable listener);
}
