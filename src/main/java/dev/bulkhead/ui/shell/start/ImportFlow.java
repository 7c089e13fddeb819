package dev.bulkhead.ui.shell.start;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineForm;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;

/** Import of what an engine runs, as a project to begin with. */
public final class ImportFlow {

    private final WindowServices services;
    private final Dialogs dialogs;
    private final ProjectFlow projects;
    private final Messages messages;
    private final Supplier<Optional<Window>> window;

    public ImportFlow(
            WindowServices services,
            Dialogs dialogs,
            ProjectFlow projects,
            Messages messages,
            Supplier<Optional<Window>> window) {
        this.services = services;
        this.dialogs = dialogs;
        this.projects = projects;
        this.messages = messages;
        this.window = window;
    }

    /** Asks which engine and where to, writes the project there and opens it. */
    public void ask() {
        EngineForm engine = new EngineForm(new EngineChoice.Standard()).answering();
        TextField folder = new TextField();
        folder.setId("import-folder");
        folder.setAccessibleText(Words.of("import.folder"));
        folder.setPrefColumnCount(36);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button(Words.of("import.choose"));
        choose.setOnAction(
                event -> services.chooser().folder(window.get()).ifPresent(path -> folder.setText(path.toString())));
        HBox where = Nodes.row("bh-export-where", folder, choose);
        where.setAlignment(Pos.CENTER_LEFT);
        dialogs.form(
                Words.of("import.title"),
                Words.of("import.text"),
                Nodes.column("bh-form", engine, Nodes.label(Words.of("import.folder"), "bh-form-label"), where),
                Bindings.createBooleanBinding(
                        () -> engine.valid().get() && !folder.getText().isBlank(),
                        engine.valid(),
                        folder.textProperty()),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("import.do"),
                                Choice.Kind.DEFAULT,
                                () -> take(engine.choice(), folder.getText().strip()))));
    }

    private void take(EngineChoice engine, String folder) {
        Path target;
        try {
            target = Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            messages.refused(Words.of("importflow.this-is-no-path", e.getReason()));
            return;
        }
        services.tasks()
                .start(
                        Words.of("activity.importing"),
                        progress -> services.opener().importFrom(engine, target),
                        found -> {
                            messages.done(
                                    found.size() == 1
                                            ? Words.of("import.done", found.getFirst())
                                            : Words.of("import.several", found.size(), target, names(found)));
                            projects.open(found.getFirst());
                        },
                        failure -> messages.failed(String.valueOf(failure.getMessage())));
    }

    private static String names(List<Path> projects) {
        return projects.stream()
                .map(project -> String.valueOf(project.getFileName()))
                .collect(Collectors.joining(", "));
    }
}
