package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;

/** Actions that the map and the tables ask of the window around them. */
public interface CanvasActions {

    /**
     * Applies an edit to the document; the views have validated it against the topology they show where that tells. Returns
     * whether it was done; the operator is told where not.
     */
    boolean apply(ProjectEdit edit);

    /** Applies an edit and, where it was done, puts things on the map elsewhere; one undo takes both back. */
    boolean apply(ProjectEdit edit, Runnable places);

    /**
     * Puts things on the map elsewhere, as a change that undo takes back and that is remembered.
     *
     * @param title what is done, in a few words, for undo
     */
    void place(String title, Runnable places);

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

    /** Returns what can be asked for elements as a whole. */
    ElementActions elements();

    /** Tells the operator in one sentence why something did not happen. */
    void say(String sentence);
}
