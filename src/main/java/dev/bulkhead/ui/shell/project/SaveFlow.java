package dev.bulkhead.ui.shell.project;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.SaveResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Saving and reading anew of the files, with what to do when somebody else wrote in the meantime. */
public final class SaveFlow {

    private final ProjectViewModel project;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Consumer<String> trouble;
    private final Runnable written;

    /**
     * Saves the given project.
     *
     * @param trouble tells why the files cannot be read, until it is told the empty text
     * @param written hears that edits are on disk now
     */
    public SaveFlow(
            ProjectViewModel project, Dialogs dialogs, Messages messages, Consumer<String> trouble, Runnable written) {
        this.project = project;
        this.dialogs = dialogs;
        this.messages = messages;
        this.trouble = trouble;
        this.written = written;
    }

    /** Does something that would lose unsaved changes, after the operator said what becomes of them. */
    public void whenNothingIsLost(Runnable then) {
        if (!project.dirtyProperty().get()) {
            then.run();
            return;
        }
        int files = project.changes().size();
        dialogs.ask(
                Words.of("saveflow.save-your-changes"),
                Words.of(
                        "saveflow.changes-that-are-not-on",
                        files == 1 ? Words.of("saveflow.one-file-has") : Words.of("saveflow.files-have", files)),
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("saveflow.do-not-save"), Choice.Kind.DANGER, then),
                        new Choice(Words.of("saveflow.save"), Choice.Kind.DEFAULT, () -> saveAnd(then))));
    }

    /** Reads the files anew; unsaved changes are asked about first. */
    public void reload() {
        whenNothingIsLost(this::reloadNow);
    }

    /** Reads the files anew, without asking: for files that Bulkhead itself has just written. */
    public void reloadNow() {
        trouble.accept("");
        try {
            project.reload();
        } catch (ComposeException unreadable) {
            trouble.accept(Words.of(
                    "saveflow.what-you-see-is-the",
                    ProjectFlow.named(
                            project.projectProperty().get().map(ComposeProject::directory),
                            String.valueOf(unreadable.getMessage()))));
        }
    }

    /** Saves and tells so. */
    public void save() {
        act(project.save(false), this::tell);
    }

    /** Saves, and goes on when everything is on disk. */
    public void saveAnd(Runnable then) {
        // What follows shows that it was saved; a note would lie over its buttons.
        act(project.save(false), saved -> then.run());
    }

    private void tell(SaveResult.Saved saved) {
        if (saved.files().isEmpty()) {
            return;
        }
        messages.done(
                saved.files().size() == 1
                        ? Words.of("saveflow.saved", saved.files().getFirst().getFileName())
                        : Words.of("saveflow.saved-files", saved.files().size()));
    }

    private void act(SaveResult result, Consumer<SaveResult.Saved> then) {
        switch (result) {
            case SaveResult.Saved saved -> {
                if (!saved.files().isEmpty()) {
                    written.run();
                }
                then.accept(saved);
            }
            case SaveResult.Failed failed -> messages.failed(failed.sentence());
            case SaveResult.ConflictOnDisk conflict -> ask(conflict, then);
        }
    }

    private void ask(SaveResult.ConflictOnDisk conflict, Consumer<SaveResult.Saved> then) {
        String names =
                conflict.conflicts().stream().map(SaveResult.DiskConflict::name).collect(Collectors.joining(", "));
        ConflictForm form = new ConflictForm(conflict.conflicts());
        dialogs.form(
                Words.of("saveflow.another-program-changed", names),
                Words.of("saveflow.nothing-was-written-choose-whose"),
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("saveflow.do-my-changes-again-on"), Choice.Kind.OTHER, this::reapply),
                        new Choice(
                                Words.of("saveflow.save-as-chosen"),
                                Choice.Kind.DEFAULT,
                                () -> saveExcept(form.theirs(), then))));
    }

    private void saveExcept(Set<Path> theirs, Consumer<SaveResult.Saved> then) {
        try {
            act(project.saveExcept(theirs), then);
        } catch (ComposeException unreadable) {
            messages.failed(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Reads the files as they are on disk now, and does unsaved changes again on them. */
    public void takeDisk() {
        if (project.dirtyProperty().get()) {
            reapply();
            return;
        }
        try {
            project.reload();
        } catch (ComposeException unreadable) {
            messages.failed(Words.of("saveflow.what-you-see-is-the", unreadable.getMessage()));
        }
    }

    private void reapply() {
        try {
            project.reloadAndReapply();
            messages.done(Words.of("saveflow.your-changes-are-done-again"));
        } catch (ComposeException | EditRejectedException failed) {
            messages.failed(String.valueOf(failed.getMessage()));
        }
    }
}
