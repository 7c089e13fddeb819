package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.Optional;
import java.util.Set;

/** Actions on whole services and networks that the map asks of the window around it; those without one mean the selection. */
public interface ElementActions {

    /** Asks for the name of a new network, which is put at a spot of the map. */
    void newNetworkAt(Point spot);

    /**
     * Asks for the name and the image of a new service on a network.
     *
     * @param place where its card goes; empty for wherever there is room
     */
    void newServiceOn(String network, Optional<CardPlace> place);

    /** Selects every service of the project. */
    void selectAll();

    /** Asks for another name of a service or network. */
    void rename(GraphElement element);

    /** Removes elements, once the operator has seen what goes with them. */
    void remove(Set<GraphElement> elements);

    /** Puts the selection on the clipboard, as YAML. */
    void copy();

    /** Puts the selection on the clipboard and removes it. */
    void cut();

    /** Adds what the clipboard holds. */
    void paste();

    /** Adds what is selected once more, under other names. */
    void duplicate();
}
