package dev.bulkhead.ui.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.layout.PlacesChange;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.DocumentChange;
import dev.bulkhead.workspace.DocumentHistory;
import dev.bulkhead.workspace.SaveResult;
import dev.bulkhead.workspace.Subscription;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.WorkingCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open project as values to watch; the document itself is changed only through here. */
public final class ProjectViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectViewModel.class);
    private static final Topology NOTHING = Topology.of("", List.of(), List.of());

    private final BackgroundTasks tasks;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<ComposeProject>> project =
            new ReadOnlyObjectWrapper<>(this, "project", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WorkingCopy>> workingCopy =
            new ReadOnlyObjectWrapper<>(this, "workingCopy", Optional.empty());
    private final ReadOnlyObjectWrapper<Topology> topology = new ReadOnlyObjectWrapper<>(this, "topology", NOTHING);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly");
    private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper(this, "undoTitle", "");
    private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper(this, "redoTitle", "");
    private final ReadOnlyObjectWrapper<DocumentHistory> history =
            new ReadOnlyObjectWrapper<>(this, "history", DocumentHistory.NONE);
    private final ObservableList<TextChange> changes = FXCollections.observableArrayList();
    private final Checking checking;
    private Optional<TopologyDocument> document = Optional.empty();
    private Subscription subscription = () -> {};
    private Consumer<DocumentChange> places = change -> {};

    /**
     * Creates the model of a window without a project.
     *
     * @param checks looks at a project, away from the user interface's thread
     */
    public ProjectViewModel(BackgroundTasks tasks, Function<WorkingCopy, List<Finding>> checks, Messages messages) {
        this.tasks = tasks;
        this.checking = new Checking(tasks, checks, messages);
        this.messages = messages;
    }

    /** The project with its unsaved edits; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<ComposeProject>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** The project and its files with all unsaved edits, those of the rules included; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<WorkingCopy>> workingCopyProperty() {
        return workingCopy.getReadOnlyProperty();
    }

    /** What the project means; without networks and services while none is open. */
    public ReadOnlyObjectProperty<Topology> topologyProperty() {
        return topology.getReadOnlyProperty();
    }

    /** Whether a save would change a file. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo would take back; empty text for nothing. */
    public ReadOnlyStringProperty undoTitleProperty() {
        return undoTitle.getReadOnlyProperty();
    }

    /** What redo would do again; empty text for nothing. */
    public ReadOnlyStringProperty redoTitleProperty() {
        return redoTitle.getReadOnlyProperty();
    }

    /** The steps that undo takes back and redo does again. */
    public ReadOnlyObjectProperty<DocumentHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** What a save would change. */
    public ObservableList<TextChange> changes() {
        return changes;
    }

    /** What the checks found, worst first. */
    public ObservableList<Finding> findings() {
        return checking.findings();
    }

    /** Whether nothing of the project can be changed: neither its files nor, by an iteration, its engine. */
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** Returns whether it can be changed; else the operator is told. */
    public boolean mayChange() {
        if (readOnly.get()) {
            messages.refused(Words.of("readonly.refused"));
        }
        return !readOnly.get();
    }

    /** Shows a document in the place of the one before. */
    public void show(TopologyDocument opened) {
        subscription.close();
        document = Optional.of(opened);
        subscription = opened.onChange(this::changed);
        refresh(opened);
    }

    /** Listens to the document no more; what is shown stays. */
    @Override
    public void close() {
        subscription.close();
        subscription = () -> {};
    }

    /** Does an edit; the operator is told when it cannot be done. Returns whether it was done. */
    public boolean apply(ProjectEdit edit) {
        return told(attempt(open -> open.apply(edit)));
    }

    /** Tells what would come of an edit, in the words of the checks; nothing is done. */
    public void consider(ProjectEdit edit, Consumer<Consideration> answer) {
        if (document.isPresent()) {
            try {
                checking.consider(document.get().trial(edit), answer);
            } catch (EditRejectedException rejected) {
                answer.accept(Consideration.refused(String.valueOf(rejected.getMessage())));
            }
        }
    }

    /** Asks something of the project with its unsaved edits, away from the user interface's thread. */
    public <T> void ask(Function<WorkingCopy, T> question, Consumer<T> answer) {
        document.ifPresent(open -> {
            WorkingCopy now = open.workingCopy();
            tasks.start(
                    progress -> question.apply(now),
                    answer,
                    failure -> LOG.warn("A question about the project has no answer", failure));
        });
    }

    /** Lets undo take back other places on the map; without a title together with the last edit. */
    public void placed(PlacesChange places, Optional<String> title) {
        if (!places.isEmpty() && !readOnly.get()) {
            document.ifPresent(d -> d.placed(places, title));
        }
    }

    /** Says who puts things on the map back when a step is undone or done again. */
    public void onPlaces(Consumer<DocumentChange> putBack) {
        places = putBack;
    }

    /** Returns the text of the operator's rules with all edits; empty where there are none. */
    public Optional<String> rulesText() throws IOException {
        return document.isPresent() ? document.get().rulesText() : Optional.empty();
    }

    /** Gives the operator's rules another text; the operator is told when it cannot be done. */
    public boolean applyRules(String text, String title) {
        if (document.isEmpty() || !mayChange()) {
            return false;
        }
        try {
            document.get().applyRules(text, title);
            return true;
        } catch (IOException failed) {
            messages.failed(Words.of("projectviewmodel.the-rules-cannot-be-changed", FileFaults.sentence(failed)));
            return false;
        }
    }

    /** Gives files other texts as a whole; the operator is told when it cannot be done. Returns whether it was done. */
    public boolean applyTexts(List<TextChange> texts, String title) {
        return told(tryTexts(texts, title));
    }

    /** Gives files other texts as a whole; returns the reason, as a sentence, where it cannot be done. */
    public Optional<String> tryTexts(List<TextChange> texts, String title) {
        return attempt(open -> open.applyTexts(texts, title));
    }

    private interface Change {
        void in(TopologyDocument open) throws EditRejectedException;
    }

    private Optional<String> attempt(Change change) {
        if (document.isEmpty()) {
            return Optional.of(Words.of("projectviewmodel.no-project-is-open"));
        }
        if (readOnly.get()) {
            return Optional.of(Words.of("readonly.refused"));
        }
        try {
            change.in(document.get());
            return Optional.empty();
        } catch (EditRejectedException rejected) {
            return Optional.of(String.valueOf(rejected.getMessage()));
        }
    }

    private boolean told(Optional<String> why) {
        why.ifPresent(messages::refused);
        return why.isEmpty();
    }

    /** Takes the last edit back. */
    public void undo() {
        document.ifPresent(TopologyDocument::undo);
    }

    /** Does the last undone edit again. */
    public void redo() {
        document.ifPresent(TopologyDocument::redo);
    }

    /** Undoes or does again until so many steps are done. */
    public void goTo(int done) {
        document.ifPresent(d -> d.goTo(done));
    }

    /** Writes the pending changes, over changed files only if told so. */
    public SaveResult save(boolean overConflicts) {
        return document.map(d -> overConflicts ? d.saveOverConflicts() : d.save())
                .orElse(new SaveResult.Saved(List.of()));
    }

    /** Writes the pending changes of all files but some, and reads the files anew. */
    public SaveResult saveExcept(Set<Path> theirs) throws ComposeException {
        return document.isPresent() ? document.get().saveExcept(theirs) : new SaveResult.Saved(List.of());
    }

    /** Returns the text of each file as it was last read or saved; empty where there was none. */
    public SortedMap<Path, Optional<String>> savedTexts() {
        return document.map(TopologyDocument::savedTexts).orElseGet(TreeMap::new);
    }

    /** Reads the files anew and forgets unsaved edits. */
    public void reload() throws ComposeException {
        if (document.isPresent()) {
            document.get().reload();
        }
    }

    /** Reads the files anew and does unsaved edits again on them. */
    public void reloadAndReapply() throws ComposeException, EditRejectedException {
        if (document.isPresent()) {
            document.get().reloadAndReapply();
        }
    }

    /** Looks at the project again, for instance because the engine's networks changed. */
    public void recheck() {
        document.ifPresent(d -> checking.check(d.workingCopy()));
    }

    private void changed(DocumentChange change) {
        LOG.info("{} {} (revision {})", change.kind(), change.title(), change.revision());
        document.ifPresent(this::refresh);
        if (!change.places().isEmpty()) {
            places.accept(change);
        }
    }

    private void refresh(TopologyDocument now) {
        WorkingCopy copy = now.workingCopy();
        changes.setAll(now.pendingChanges());
        // Before the rest, so that the answer is there when everything else has been shown; after the changes, since
        // what is found is judged by whether there are any.
        checking.check(copy);
        dirty.set(!changes.isEmpty());
        history.set(now.history());
        undoTitle.set(now.history().undoTitle().orElse(""));
        redoTitle.set(now.history().redoTitle().orElse(""));
        project.set(Optional.of(now.project()));
        topology.set(now.project().topology());
        workingCopy.set(Optional.of(copy));
    }
}
