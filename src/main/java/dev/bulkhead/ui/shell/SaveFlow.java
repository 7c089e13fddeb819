package dev.bulkhead.ui.shell;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.workspace.SaveResult;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;

/** Writing the pending changes, and what to do when somebody else wrote in the meantime. */
public final class SaveFlow {

    private final ProjectViewModel project;
    private final Dialogs dialogs;
    private final Messages messages;

    /** Saves the given project. */
    public SaveFlow(ProjectViewModel project, Dialogs dialogs, Messages messages) {
        this.project = project;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Saves, and goes on when everything is on disk. */
    public void save(Runnable then) {
        act(project.save(false), then);
    }

    private void act(SaveResult result, Runnable then) {
        switch (result) {
            case SaveResult.Saved saved -> {
                if (!saved.files().isEmpty()) {
                    messages.done(
                            saved.files().size() == 1
                                    ? "Saved " + saved.files().getFirst().getFileName() + "."
                                    : "Saved " + saved.files().size() + " files.");
                }
                then.run();
            }
            case SaveResult.Failed failed -> messages.failed(failed.sentence());
            case SaveResult.ConflictOnDisk conflict -> ask(conflict, then);
        }
    }

    private void ask(SaveResult.ConflictOnDisk conflict, Runnable then) {
        String names =
                conflict.conflicts().stream().map(SaveResult.DiskConflict::name).collect(Collectors.joining(", "));
        DiffView difference = new DiffView("");
        difference.setPrefSize(760, 300);
        difference.show(conflict.conflicts().stream()
                .map(c -> new TextChange(c.path(), c.name(), c.theirs(), c.mine()))
                .toList());
        dialogs.form(
                "Another program changed " + names,
                "Nothing was written. Below: what is on disk now (−) against what you would save (+).",
                difference,
                new SimpleBooleanProperty(true),
                List.of(
                        Choice.cancel(),
                        new Choice("Write mine over it", Choice.Kind.DANGER, () -> act(project.save(true), then)),
                        new Choice("Take what is on disk", Choice.Kind.OTHER, () -> takeTheirs(then)),
                        new Choice("Do my changes again on it", Choice.Kind.DEFAULT, this::reapply)));
    }

    private void takeTheirs(Runnable then) {
        try {
            project.reload();
            then.run();
        } catch (ComposeException unreadable) {
            messages.failed(String.valueOf(unreadable.getMessage()));
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
