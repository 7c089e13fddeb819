package dev.bulkhead.ui.shell.project;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.workspace.BaselineFile;
import dev.bulkhead.workspace.ProjectWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of the open project that another program changed since they were read. */
public final class DiskChanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskChanges.class);

    private final ShellContext context;
    private final WindowServices services;
    private final BooleanSupplier running;
    private final Runnable rulesChanged;
    private final ReadOnlyObjectWrapper<List<TextChange>> changed =
            new ReadOnlyObjectWrapper<>(this, "changed", List.of());
    private List<TextChange> dismissed = List.of();
    private Set<Path> watched = Set.of();
    private Optional<ProjectWatch> watch = Optional.empty();

    /**
     * Watches the project of a window.
     *
     * @param running whether an iteration, which writes files itself, is being carried out
     * @param rulesChanged called when the operator's rules or accepted findings were written
     */
    public DiskChanges(ShellContext context, WindowServices services, BooleanSupplier running, Runnable rulesChanged) {
        this.context = context;
        this.services = services;
        this.running = running;
        this.rulesChanged = rulesChanged;
        context.project().projectProperty().addListener((property, old, now) -> now.ifPresent(this::follow));
    }

    /** What changed: the text that was read, and the text on disk. */
    public ReadOnlyObjectProperty<List<TextChange>> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Says no more of what changed so far. */
    public void dismiss() {
        dismissed = changed.get();
        changed.set(List.of());
    }

    /** Watches the files no more. */
    @Override
    public void close() {
        watch.ifPresent(ProjectWatch::close);
        watch = Optional.empty();
        watched = Set.of();
    }

    private void follow(ComposeProject project) {
        Set<Path> files = new TreeSet<>();
        project.files().forEach(file -> files.add(file.path()));
        Set<Path> judged = Set.of(project.directory().resolve(Rules.FILE), BaselineFile.of(project));
        files.addAll(judged);
        if (!files.equals(watched)) {
            watched = files;
            watch.ifPresent(ProjectWatch::close);
            watch = start(files, judged);
        }
        if (!changed.get().isEmpty()) {
            look();
        }
    }

    private Optional<ProjectWatch> start(Set<Path> files, Set<Path> judged) {
        try {
            return Optional.of(ProjectWatch.start(
                    files, this::execute, written -> services.ui().run(() -> written(written, judged))));
        } catch (IOException unwatchable) {
            LOG.warn("Changes of the files by other programs will not be noticed: {}", unwatchable.getMessage());
            return Optional.empty();
        }
    }

    private void execute(Runnable watching) {
        services.tasks()
                .start(
                        progress -> {
                            watching.run();
                            return true;
                        },
                        ended -> LOG.debug("The files are watched no more"),
                        failure -> LOG.warn("The files are watched no more", failure));
    }

    private void written(Set<Path> files, Set<Path> judged) {
        if (!Collections.disjoint(files, judged)) {
            rulesChanged.run();
        }
        look();
    }

    /** Compares the disk with what was read: most of what is written there is written by this window. */
    private void look() {
        if (running.getAsBoolean()) {
            return;
        }
        SortedMap<Path, Optional<String>> read = context.project().savedTexts();
        Optional<Path> directory = context.project().projectProperty().get().map(ComposeProject::directory);
        services.tasks()
                .start(
                        progress -> differences(read, directory),
                        found -> {
                            // A save or a reload in between has its own look.
                            if (read.equals(context.project().savedTexts())) {
                                changed.set(found.equals(dismissed) ? List.of() : found);
                            } else {
                                look();
                            }
                        },
                        failure -> LOG.warn("The files could not be compared: {}", failure.getMessage()));
    }

    private static List<TextChange> differences(Map<Path, Optional<String>> read, Optional<Path> directory)
            throws IOException {
        List<TextChange> found = new ArrayList<>();
        for (Map.Entry<Path, Optional<String>> file : read.entrySet()) {
            Optional<String> now = text(file.getKey());
            if (!now.equals(file.getValue())) {
                String name = directory
                        .map(base -> base.relativize(file.getKey()))
                        .orElse(file.getKey())
                        .toString()
                        .replace('\\', '/');
                found.add(new TextChange(file.getKey(), name, file.getValue(), now));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
