package dev.bulkhead.ui.shell.map;

import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/** Topology of the open project as it was saved last. */
public final class SavedTopology {

    private final ReadOnlyObjectWrapper<Topology> topology =
            new ReadOnlyObjectWrapper<>(this, "topology", Topology.of("", List.of(), List.of()));

    /** Follows a project. */
    public SavedTopology(ProjectViewModel project) {
        project.projectProperty().addListener((property, old, now) -> take(project));
        project.changes().addListener((ListChangeListener<Object>) change -> take(project));
        take(project);
    }

    /** The topology; edits that are not saved are not in it. */
    public ReadOnlyObjectProperty<Topology> property() {
        return topology.getReadOnlyProperty();
    }

    private void take(ProjectViewModel project) {
        if (project.changes().isEmpty()) {
            project.projectProperty().get().ifPresent(now -> topology.set(now.topology()));
        }
    }
}
