package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.model.Consideration;
import java.util.function.Consumer;

/** Actions that fields ask of the window. */
public interface FormActions {

    /** Does an edit, which one undo takes back. Returns whether it was done; the operator is told where not. */
    boolean apply(ProjectEdit edit);

    /** Tells what would come of an edit; nothing is done. */
    void consider(ProjectEdit edit, Consumer<Consideration> answer);
}
