package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/** Edits of the window with where they stand: not saved, saved, applied. */
public final class ChangeViewModel {

    private final ProjectViewModel project;
    private final ReadOnlyObjectWrapper<ChangeState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new ChangeState.None());
    /** Errors that the files on disk have. */
    private List<Finding> known = List.of();
    /** The project as its files on disk say. */
    private Topology saved;
    /** Whether something was saved here that has not been applied. */
    private boolean waiting;

    /** Follows the edits of a project. */
    public ChangeViewModel(ProjectViewModel project) {
        this.project = project;
        this.saved = project.topologyProperty().get();
        project.changes().addListener((ListChangeListener<TextChange>) change -> tell());
        project.findings().addListener((ListChangeListener<Finding>) change -> {
            if (project.changes().isEmpty()) {
                known = errors();
            }
            tell();
        });
        known = errors();
        tell();
    }

    /** Where the edits stand. */
    public ReadOnlyObjectProperty<ChangeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Hears that the edits are on disk. */
    public void saved() {
        waiting = true;
        tell();
    }

    /** Hears that the engine is what the files say, or that the operator does not want to be told. */
    public void settled() {
        waiting = false;
        tell();
    }

    private void tell() {
        if (project.changes().isEmpty()) {
            saved = project.topologyProperty().get();
        }
        if (!project.changes().isEmpty()) {
            state.set(new ChangeState.Edited(
                    project.changes().stream().map(TextChange::name).toList(),
                    errors().stream().filter(error -> !known.contains(error)).toList(),
                    NameChanges.between(saved, project.topologyProperty().get())));
        } else {
            state.set(waiting ? new ChangeState.Saved() : new ChangeState.None());
        }
    }

    private List<Finding> errors() {
        return project.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
