package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.ChangedFiles;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.layout.PlacesChange;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Document of an open project, its one authoritative state: what it reads as, what changed since it was saved, and how
 * to go back.
 *
 * <p>Confined to one thread. Listeners are called synchronously, after the change; a listener that changes the document
 * is refused with {@link IllegalStateException}.
 */
public final class TopologyDocument {

    private final FileTree disk;
    private final DocumentSaver saver;
    private final EditHistory history;
    private final SavedTexts saved = new SavedTexts();
    private final DocumentEvents events = new DocumentEvents();
    private DocumentState state;

    private TopologyDocument(ComposeProject project, FileTree disk) {
        this.disk = disk;
        this.saver = new DocumentSaver(project.directory(), disk);
        this.state = DocumentState.opened(project);
        this.history = new EditHistory(state);
    }

    /**
     * Opens a project; nothing is written, except that a save which was cut off is brought to its end first.
     *
     * @throws ComposeException if it cannot be read, or an interrupted save needs a person, with a sentence for the
     *     operator
     */
    public static TopologyDocument open(ComposeRequest request, FileTree disk) throws ComposeException {
        ComposeLoader loader = new ComposeLoader(disk);
        ComposeProject project = loader.load(request);
        boolean changed = InterruptedSave.end(project.directory());
        return new TopologyDocument(changed ? loader.load(request) : project, disk);
    }

    /** Returns the project as it reads with all edits. */
    public ComposeProject project() {
        return state.project();
    }

    /** Returns a number that grows with every change, also with undo, redo and reload. */
    public long revision() {
        return events.revision();
    }

    /** Returns whether a save would change a file. */
    public boolean dirty() {
        return !pendingChanges().isEmpty();
    }

    /** Returns what a save would change: text on disk as last read or saved, and text now; sorted by name. */
    public List<TextChange> pendingChanges() {
        return saved.pending(state.edited());
    }

    /** Returns the text of each of the project's files as it was last read or saved; empty where there was none. */
    public SortedMap<Path, Optional<String>> savedTexts() {
        return saved.of(state.project());
    }

    private Patch preview(ProjectEdit edit) throws EditRejectedException {
        return new ComposePatcher(presentFiles()).patch(state.project(), edit);
    }

    /**
     * Returns the project and its files as they would be after an edit, without doing it.
     *
     * @throws EditRejectedException if the edit cannot be done, with the reason as a sentence
     */
    public WorkingCopy trial(ProjectEdit edit) throws EditRejectedException {
        Patch patch = preview(edit);
        return new WorkingCopy(patch.after(), ChangedFiles.over(presentFiles(), patch.changes()));
    }

    /**
     * Does an edit in memory; nothing is written until {@link #save()}.
     *
     * @throws EditRejectedException if the edit cannot be done, with the reason as a sentence; nothing has changed
     */
    public void apply(ProjectEdit edit) throws EditRejectedException {
        try (var _ = events.begin()) {
            Patch patch = preview(edit);
            saved.learn(patch.changes());
            done(new DocumentEdit.OfProject(edit), state.after(patch));
        }
    }

    /**
     * Gives files other texts as a whole, as one step in memory; nothing is written until {@link #save()}.
     *
     * @param changes what becomes of each file, from its text as it is now
     * @throws EditRejectedException if the project cannot be read with them, or a file holds another text, with a sentence
     */
    public void applyTexts(List<TextChange> changes, String title) throws EditRejectedException {
        try (var _ = events.begin()) {
            DocumentState after = state.withTexts(changes, presentFiles());
            saved.learn(changes);
            done(new DocumentEdit.OfTexts(changes, title), after);
        }
    }

    /** Returns the text of the operator's rules with all edits; empty where there is no such file. */
    public Optional<String> rulesText() throws IOException {
        return RulesFile.text(presentFiles(), state.project());
    }

    /**
     * Gives the operator's rules another text in memory; nothing is written until {@link #save()}. The text is taken as
     * it is, since half a rule is still the operator's.
     *
     * @param title what is done, in a few words, for undo
     * @throws IOException if the present rules cannot be read
     */
    public void applyRules(String text, String title) throws IOException {
        try (var _ = events.begin()) {
            Optional<String> before = rulesText();
            if (!before.equals(Optional.of(text))) {
                TextChange change = RulesFile.change(state.project(), before, text);
                saved.learn(List.of(change));
                done(new DocumentEdit.OfRules(text, title), state.after(change));
            }
        }
    }

    private void done(DocumentEdit edit, DocumentState now) {
        DocumentState before = state;
        state = now;
        history.add(edit, state);
        events.announce(DocumentChange.Kind.APPLIED, edit.title(), before, state, PlacesChange.NONE);
    }

    /**
     * Lets undo take back other places on the map.
     *
     * @param title what is done, in a few words, where that is a step of its own; empty where it belongs to the last edit
     */
    public void placed(PlacesChange places, Optional<String> title) {
        try (var _ = events.begin()) {
            title.ifPresent(words -> done(new DocumentEdit.OfPlaces(words), state));
            history.placed(places);
        }
    }

    /** Takes the last edit back; does nothing when there is none. */
    public void undo() {
        history()
                .undoTitle()
                .ifPresent(title -> go(DocumentChange.Kind.UNDONE, title, history.earlier(), history::undone));
    }

    /** Does the last undone edit again; does nothing when there is none. */
    public void redo() {
        history()
                .redoTitle()
                .ifPresent(title -> go(DocumentChange.Kind.REDONE, title, history.later(), history::redone));
    }

    /** Returns all steps since it was opened. */
    public DocumentHistory history() {
        return history.steps();
    }

    /** Undoes or does again as many steps as it takes until so many are done. */
    public void goTo(int done) {
        while (history().done() > Math.max(0, done)) {
            undo();
        }
        while (history().done() < Math.min(done, history().steps().size())) {
            redo();
        }
    }

    private void go(
            DocumentChange.Kind kind, String title, EditHistory.Moment moment, Consumer<DocumentState> arrived) {
        try (var _ = events.begin()) {
            DocumentState before = state;
            PlacesChange places = history.places(kind);
            state = switch (moment) {
                case EditHistory.Moment.Whole(DocumentState whole) -> whole;
                case EditHistory.Moment.Texts texts ->
                    texts.read(disk, before.project().request());
            };
            arrived.accept(state);
            events.announce(kind, title, before, state, places);
        }
    }

    /**
     * Writes all pending changes as one transaction, unless one of their files changed on disk since it was read. Where only
     * others did, the project is read anew and the edits are done again first, since they were checked against the old ones.
     */
    public SaveResult save() {
        List<Path> mine = pendingChanges().stream().map(TextChange::path).toList();
        try {
            List<Path> theirs =
                    mine.isEmpty() ? List.of() : BaseRevision.of(savedTexts()).changedOn(disk);
            if (!theirs.isEmpty() && theirs.stream().noneMatch(mine::contains)) {
                reloadAndReapply();
            }
        } catch (ComposeException | EditRejectedException refused) {
            return new SaveResult.Failed(
                    "Nothing was saved: files changed on disk since they were read, and the edits do"
                            + " not fit them any more. " + refused.getMessage());
        } catch (IOException unreadable) {
            return new SaveResult.Failed("Nothing was saved: " + FileFaults.sentence(unreadable));
        }
        return save(false);
    }

    /** Writes all pending changes, also over files that changed on disk since they were read. */
    public SaveResult saveOverConflicts() {
        return save(true);
    }

    /**
     * Writes the pending changes of all files but some, which stay as they are on disk, and reads the project anew.
     *
     * @param theirs the files whose text on disk is to count
     * @throws ComposeException if what is on disk afterwards cannot be read as a project; the document stays as it was
     */
    public SaveResult saveExcept(Set<Path> theirs) throws ComposeException {
        List<TextChange> mine = pendingChanges().stream()
                .filter(change -> !theirs.contains(change.path()))
                .toList();
        SaveResult result = saver.save(mine, true);
        if (result instanceof SaveResult.Saved) {
            reload();
        }
        return result;
    }

    /**
     * Forgets all edits and reads the project anew from disk.
     *
     * @throws ComposeException if the files on disk cannot be read as a project; the document stays as it was
     */
    public void reload() throws ComposeException {
        try (var _ = events.begin()) {
            ComposeProject fresh = new ComposeLoader(disk).load(state.project().request());
            DocumentState before = state;
            state = DocumentState.opened(fresh);
            history.clear(state);
            saved.clear();
            events.announce(DocumentChange.Kind.RELOADED, "", before, state, PlacesChange.NONE);
        }
    }

    /**
     * Reads the project anew from disk and does the unsaved edits again on what it finds there.
     *
     * @throws ComposeException if the files on disk cannot be read as a project; the document stays as it was
     * @throws EditRejectedException if an edit no longer fits; the document stays as it was
     */
    public void reloadAndReapply() throws ComposeException, EditRejectedException {
        List<DocumentEdit> edits = history.editsSinceSaved()
                .orElseThrow(() -> new EditRejectedException(
                        "Edits that were already saved have been undone since; choose your version or the one"
                                + " on disk."));
        TopologyDocument trial = open(state.project().request(), disk);
        for (DocumentEdit edit : edits) {
            edit.applyTo(trial);
        }
        reload();
        for (DocumentEdit edit : edits) {
            edit.applyTo(this);
        }
    }

    /** Calls a listener after each change until the subscription is closed. */
    public Subscription onChange(Consumer<DocumentChange> listener) {
        return events.onChange(listener);
    }

    private SaveResult save(boolean overConflicts) {
        try (var _ = events.begin()) {
            SaveResult result = saver.save(pendingChanges(), overConflicts);
            if (result instanceof SaveResult.Saved(List<Path> files) && !files.isEmpty()) {
                saved.saved(state.edited());
                history.saved();
                events.announce(DocumentChange.Kind.SAVED, "", state, state, PlacesChange.NONE);
            }
            return result;
        }
    }

    /** Returns the project and its files with all edits, as a value. */
    public WorkingCopy workingCopy() {
        return new WorkingCopy(state.project(), presentFiles());
    }

    FileTree presentFiles() {
        return ChangedFiles.over(disk, pendingChanges());
    }
}
