package dev.bulkhead.ui.canvas.model;

/** A thing on the map that can be selected. */
public sealed interface MapElement {

    /** A service's card. */
    record ServiceElement(String service) implements MapElement {}

    /** A network's zone or rail. */
    record NetworkElement(String network) implements MapElement {}

    /** A service's further membership, drawn as a line to the network. */
    record TieElement(String service, String network) implements MapElement {}
}
