package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;

/** Actions that the map and the tables ask of the window around them. */
public interface CanvasActions {

    /** Applies an edit to the document; the views have validated it against the topology they show. */
    void apply(TopologyEdit edit);

    /** Remembers places that the operator changed. */
    void savePositions(LayoutPositions positions);

    /** Shows an element in the inspector and moves the focus there. */
    void openInspector(GraphElement element);

    /** Shows an element's place in the operator's files. */
    void openSource(GraphElement element);

    /** Shows some of the problems and no others, under a title. */
    void openProblems(String title, List<Finding> findings);

    /** Asks for the name (and perhaps the subnet) of a new network. */
    void newNetwork();

    /** Asks for another name of a network. */
    void renameNetwork(String network);

    /** Tells the operator in one sentence why something did not happen. */
    void say(String sentence);
}
