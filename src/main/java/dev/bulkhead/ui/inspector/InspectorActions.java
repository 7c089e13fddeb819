package dev.bulkhead.ui.inspector;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.inspector.form.FormActions;
import java.util.Optional;
import java.util.function.Consumer;

/** Actions that the inspector asks of the window. */
public interface InspectorActions extends FormActions {

    /** Reads the files that the project's proxies take their routes from, and hands them on later. */
    void readProxyFiles(Consumer<ProxyFiles> answer);

    /** Returns a subnet that nothing in the project, on the engine or the host's routes uses. */
    Optional<Cidr> freeSubnet();

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
