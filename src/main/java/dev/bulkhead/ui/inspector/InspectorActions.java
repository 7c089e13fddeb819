package dev.bulkhead.ui.inspector;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.TopologyEdit;

/** Actions that the inspector asks of the window. */
public interface InspectorActions {

    /** Does an edit. */
    void apply(TopologyEdit edit);

    /** Moves a network to another subnet, with the addresses chosen in the present one. */
    void moveNetwork(String network, String subnet);

    /** Asks where a network shall move to. */
    void renumber(String network);

    /** Shows a network in the address space. */
    void showAddresses(String network);

    /** Selects another element and brings it into view. */
    void select(GraphElement element);

    /** Shows a place in the operator's files. */
    void openPlace(SourceMark mark);

    /** Saves what is open and opens the pages that bring the engine to what the files say. */
    void applyFiles();
}
