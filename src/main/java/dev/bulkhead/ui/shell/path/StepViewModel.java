package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.playbook.PortGuide;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step of the path whose page is open: what and why, today's figures, and the report of one that is done. */
public final class StepViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(StepViewModel.class);

    private final ProjectViewModel project;
    private final Optional<Migration> migration;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<IterationStatus>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<StepFacts> facts = new ReadOnlyObjectWrapper<>(this, "facts", StepFacts.NONE);
    private final ReadOnlyObjectWrapper<Optional<Done>> done =
            new ReadOnlyObjectWrapper<>(this, "done", Optional.empty());

    private final PortsViewModel ports;

    /** Shows no step. */
    public StepViewModel(
            ProjectViewModel project,
            PathViewModel path,
            Optional<Migration> migration,
            BackgroundTasks tasks,
            InstantSource clock) {
        this.ports = new PortsViewModel(tasks, clock);
        this.project = project;
        this.migration = migration;
        this.tasks = tasks;
        path.steps().addListener((ListChangeListener<IterationStatus>) change -> shown.get()
                .flatMap(open -> path.steps().stream()
                        .filter(step ->
                                step.playbook().id().equals(open.playbook().id()))
                        .findFirst())
                .ifPresent(this::open));
        project.topologyProperty().addListener((property, old, now) -> count());
    }

    /**
     * Run that a done step came of.
     *
     * @param run its id
     * @param report its story, as Markdown
     */
    public record Done(String run, String report) {}

    /** The step whose page is open; empty while none is. */
    public ReadOnlyObjectProperty<Optional<IterationStatus>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is counted today. */
    public ReadOnlyObjectProperty<StepFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The run that the step came of; empty while it is not done, or not read yet. */
    public ReadOnlyObjectProperty<Optional<Done>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Returns the ports that the step is about. */
    public PortsViewModel ports() {
        return ports;
    }

    /** Opens the page of a step. */
    public void open(IterationStatus step) {
        done.set(Optional.empty());
        shown.set(Optional.of(step));
        count();
        if (migration.isPresent()
                && step.playbook().available()
                && !step.playbook().ports().equals(PortGuide.NONE)) {
            ports.open(migration.get(), step.playbook().id());
        } else {
            ports.close();
        }
        if (step.standing() == Standing.COMPLETE && migration.isPresent()) {
            tasks.start(
                    progress -> read(migration.get(), step.playbook().id()),
                    read -> {
                        if (shown.get().equals(Optional.of(step))) {
                            done.set(read);
                        }
                    },
                    failure -> LOG.warn("The report of a step cannot be read: {}", failure.getMessage()));
        }
    }

    /** Closes the page. */
    public void close() {
        ports.close();
        shown.set(Optional.empty());
    }

    private void count() {
        shown.get()
                .ifPresent(step -> facts.set(
                        StepFacts.of(step.playbook(), project.topologyProperty().get())));
    }

    private static Optional<Done> read(Migration migration, String iteration) throws MigrationException, IOException {
        Optional<RestorePoint> point = migration.restorePoints().stream()
                .filter(candidate -> candidate.iteration().equals(iteration))
                .findFirst();
        if (point.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> report =
                migration.confirmation().outcome(point.get().run()).reportFile();
        return Optional.of(new Done(point.get().run(), report.isPresent() ? Files.readString(report.get()) : ""));
    }
}
