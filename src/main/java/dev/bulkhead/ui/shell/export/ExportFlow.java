package dev.bulkhead.ui.shell.export;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.fx.TaskProgress;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/** Export of the project for use outside Bulkhead, with its unsaved edits, into a folder of the operator's choice. */
public final class ExportFlow {

    private static final double SHARP = 2;

    private final ShellContext context;
    private final WindowServices services;
    private final Dialogs dialogs;
    private final MapView map;
    private final Supplier<Optional<Window>> window;

    public ExportFlow(
            ShellContext context,
            WindowServices services,
            Dialogs dialogs,
            MapView map,
            Supplier<Optional<Window>> window) {
        this.context = context;
        this.services = services;
        this.dialogs = dialogs;
        this.map = map;
        this.window = window;
    }

    /** Asks where and what, and writes it. */
    public void ask() {
        context.project().projectProperty().get().ifPresent(this::ask);
    }

    /** Prints the map. */
    public void print() {
        new PrintFlow(context.messages()).print(map.picture(SHARP), window.get());
    }

    private void ask(ComposeProject project) {
        Path proposal = project.directory().resolveSibling(project.topology().project() + "-export");
        ExportForm form = new ExportForm(proposal, () -> services.chooser().folder(window.get()));
        dialogs.form(
                Words.of("exportflow.export"),
                Words.of("exportflow.what-the-window-shows-unsaved"),
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("exportflow.export"), Choice.Kind.DEFAULT, () -> export(project, form))));
    }

    private void export(ComposeProject project, ExportForm form) {
        Path folder;
        try {
            folder = form.folder().toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            context.messages().refused(Words.of("exportflow.this-is-no-path", e.getReason()));
            return;
        }
        Set<ExportFormat> kinds = form.kinds();
        boolean replace = form.replaces();
        MapGeometry geometry = context.map().geometry().get();
        // Only the window's own thread can draw; the rest is done beside it.
        Optional<WritableImage> picture =
                kinds.contains(ExportFormat.PNG) ? Optional.of(map.picture(SHARP)) : Optional.empty();
        ExportContent content =
                new ExportContent(folder, project, unsaved(context.project().changes()), geometry, picture);
        TaskHandle task = services.tasks()
                .start(
                        Words.of("activity.exporting"),
                        progress -> write(folder, kinds, replace, content, progress),
                        files -> done(folder, files),
                        failure -> {
                            dialogs.close();
                            context.messages().failed(String.valueOf(failure.getMessage()));
                        });
        if (task.runningProperty().get()) {
            showProgress(task);
        }
    }

    private void showProgress(TaskHandle task) {
        ProgressBar bar = new ProgressBar();
        bar.setId("export-progress");
        bar.setPrefWidth(420);
        bar.progressProperty().bind(task.fractionProperty());
        Label words = Nodes.label("", "bh-muted");
        words.textProperty().bind(task.messageProperty());
        dialogs.form(
                Words.of("exportflow.exporting"),
                "",
                Nodes.column("bh-form", bar, words),
                new SimpleBooleanProperty(true),
                List.of(new Choice(Words.of("exportflow.cancel"), Choice.Kind.CANCEL, task::cancel)));
    }

    private void done(Path folder, List<Path> files) {
        dialogs.close();
        context.messages()
                .done(
                        Words.of("exportflow.wrote-into", Words.count("file", files.size()), folder),
                        Words.of("exportflow.open-the-folder"),
                        () -> show(folder));
    }

    /** Returns the disk with the unsaved edits laid over it. */
    private static FileTree unsaved(List<TextChange> changes) {
        Map<Path, Optional<byte[]>> texts = new HashMap<>();
        changes.forEach(change ->
                texts.put(change.path(), change.after().map(text -> text.getBytes(StandardCharsets.UTF_8))));
        return OverlayFileTree.withAbsent(new DiskFileTree(), texts);
    }

    private void show(Path folder) {
        services.tasks()
                .start(
                        progress -> {
                            services.chooser().show(folder);
                            return folder;
                        },
                        shown -> {},
                        failure -> context.messages().refused(String.valueOf(failure.getMessage())));
    }

    private static List<Path> write(
            Path folder, Set<ExportFormat> kinds, boolean replace, ExportContent content, TaskProgress progress)
            throws ExportException, FileWriteException, IOException, ComposeException {
        List<FileWrite> writes = new ArrayList<>();
        int begun = 0;
        for (ExportFormat kind : kinds) {
            progress.message(
                    Words.of("exportflow.making", String.join(" " + Words.of("exportflow.and") + " ", kind.files())));
            progress.fraction((double) begun++ / kinds.size());
            List<byte[]> contents = content.of(kind);
            for (int i = 0; i < contents.size(); i++) {
                Path file = folder.resolve(kind.files().get(i));
                if (!replace && Files.exists(file)) {
                    throw new ExportException(Words.of("exportflow.is-there-already-choose-another", file));
                }
                writes.add(FileWrite.of(file, contents.get(i)));
            }
        }
        if (progress.cancelled()) {
            return List.of();
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExportException(Words.of("exportflow.cannot-be-made-choose-a", folder));
        }
        Path record = folder.resolve(".bulkhead-export");
        new AtomicFileSet(folder, record).write(writes);
        Files.deleteIfExists(record);
        return writes.stream().map(FileWrite::path).toList();
    }

    /** Failure of an export, as a sentence for the operator. */
    private static final class ExportException extends Exception {

        private static final long serialVersionUID = 1L;

        ExportException(String sentence) {
            super(sentence);
        }
    }
}
