package dev.bulkhead.ui.inspector;

import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MapElement;

/** What the inspector asks of the window. */
public interface InspectorActions {

    /** Does an edit. */
    void apply(TopologyEdit edit);

    /** Selects another element and brings it into view. */
    void select(MapElement element);

    /** Shows a place in the operator's files. */
    void openPlace(SourceMark mark);
}
