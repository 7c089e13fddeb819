package dev.bulkhead.ui.shell.project;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.ProjectViewModel;
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
                "Save your changes?",
                (files == 1 ? "One file has" : files + " files have") + " changes that are not on disk yet.",
                List.of(
                        Choice.cancel(),
                        new Choice("Do not save", Choice.Kind.DANGER, then),
                        new Choice("Save", Choice.Kind.DEFAULT, () -> saveAnd(then))));
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
            trouble.accept(ProjectFlow.named(
                            project.projectProperty().get().map(ComposeProject::directory),
                            String.valueOf(unreadable.getMessage()))
                    + " What you see is the state before.");
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
                        ? "Saved " + saved.files().getFirst().getFileName() + "."
                        : "Saved " + saved.files().size() + " files.");
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
                "Another program changed " + names,
                "Nothing was written. Choose whose text counts, or do your changes again on what is on disk now.",
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice("Do my changes again on theirs", Choice.Kind.OTHER, this::reapply),
                        new Choice("Save as chosen", Choice.Kind.DEFAULT, () -> saveExcept(form.theirs(), then))));
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
            messages.failed(unreadable.getMessage() + " What you see is the state before.");
        }
    }

    private void reapply() {
        try {
            project.reloadAndReapply();
            messages.done("Your changes are done again on the files as they are now; look at the diff, then save.");
        } catch (ComposeException | EditRejectedException failed) {
            messages.failed(String.valueOf(failed.getMessage()));
        }
    }
}
