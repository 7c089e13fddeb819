package dev.bulkhead.ui.model;

/** The colour family of each network, the same in the side panels as on the map. */
public interface NetworkTints {

    /** Returns the style class of a network's colour. */
    String styleClass(String network);

    /** Calls back whenever a colour may have changed. */
    void onChange(Runnable listener);
}
