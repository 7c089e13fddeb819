package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.ui.fx.BackgroundTasks;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Standing of the project on the path of the iterations. */
public final class PathViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PathViewModel.class);

    private final BackgroundTasks tasks;
    private final ObservableList<ProjectStatus.IterationStatus> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<RunRecord>> openRun =
            new ReadOnlyObjectWrapper<>(this, "openRun", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble =
            new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private final ObjectProperty<Optional<String>> underWay =
            new SimpleObjectProperty<>(this, "underWay", Optional.empty());

    private final ObjectProperty<Optional<Moving>> moving =
            new SimpleObjectProperty<>(this, "moving", Optional.empty());

    /** Creates a path that is empty until a project is open. */
    public PathViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** The iterations in order. */
    public ObservableList<ProjectStatus.IterationStatus> steps() {
        return steps;
    }

    /** A run that was left in the middle. */
    public ReadOnlyObjectProperty<Optional<RunRecord>> openRunProperty() {
        return openRun.getReadOnlyProperty();
    }

    /** Why playbooks of the operator's own are not on the path. */
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The id of the iteration whose pages are open. */
    public ObjectProperty<Optional<String>> underWayProperty() {
        return underWay;
    }

    /**
     * Iteration whose run has not come to its end.
     *
     * @param iteration its id
     * @param words how the run stands, in two or three words
     */
    public record Moving(String iteration, String words) {}

    /** The iteration whose run has not come to its end: it is under way, or waits for the operator's word. */
    public ObjectProperty<Optional<Moving>> movingProperty() {
        return moving;
    }

    /** Returns the iteration to go on with. */
    public Optional<ProjectStatus.IterationStatus> next() {
        return steps.stream()
                .filter(step -> step.standing() == ProjectStatus.Standing.NEXT)
                .findFirst();
    }

    /** Shows the path before anything is known of the project; {@link #refresh} finds that out. */
    public void show(Migration migration) {
        steps.setAll(migration.iterations().stream()
                .map(playbook -> new ProjectStatus.IterationStatus(
                        playbook,
                        playbook.id().equals("1") ? ProjectStatus.Standing.NEXT : ProjectStatus.Standing.PENDING,
                        Optional.empty(),
                        playbook.requires()))
                .toList());
    }

    /** Finds out anew where the project stands. */
    public void refresh(Migration migration) {
        tasks.start(
                progress -> migration.status(),
                status -> {
                    steps.setAll(status.iterations());
                    openRun.set(status.records().openRun());
                    trouble.set(status.pathTrouble());
                },
                failure -> LOG.warn("The status of the iterations is not known: {}", failure.getMessage()));
    }
}
