package dev.bulkhead.ui.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.Optional;

/** Actions that the picture of the address space asks of the window. */
public interface AddressActions {

    /** Asks for the name of a new network, with a subnet proposed. */
    void newNetwork(Optional<Cidr> subnet);

    /** Asks where a network shall move to. */
    void renumber(String network);

    /** Asks for a free subnet of some size in a range. */
    void findFree(Optional<Cidr> within);

    /** Shows an element in the inspector and moves the focus there. */
    void openInspector(GraphElement element);

    /** Shows an element's place in the operator's files. */
    void openSource(GraphElement element);

    /** Shows an element on the map. */
    void showOnMap(GraphElement element);
}
