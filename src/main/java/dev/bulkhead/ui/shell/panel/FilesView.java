package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.code.CodeLine;
import dev.bulkhead.ui.code.CodePane;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.diff.DiffModel;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** View of the operator's files with their unsaved changes, to read. */
public final class FilesView extends BorderPane {

    private final ShellContext context;
    private final ListView<String> names = new ListView<>();
    private final CodePane code = new CodePane();
    private final Label title = Nodes.label("", "bh-mono");
    private final Label note = Nodes.label("", "bh-muted");
    private int wantedLine = 1;
    private Optional<Integer> markedLine = Optional.empty();

    public FilesView(ShellContext context) {
        this.context = context;
        setId("files-view");
        getStyleClass().add("bh-files-view");
        names.setCellFactory(list -> new FileCell());
        names.setAccessibleText("Files of the project");
        names.getStyleClass().add("bh-file-list");
        HBox head = Nodes.row("bh-view-header", title, note);
        SplitPane split = new SplitPane(names, new BorderPane(code, head, null, null, null));
        split.setDividerPositions(0.22);
        SplitPane.setResizableWithParent(names, false);
        setCenter(split);
        names.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> render());
        context.project().projectProperty().addListener((property, old, now) -> refresh());
        context.navigation().placeProperty().addListener((property, old, now) -> now.ifPresent(this::goTo));
        refresh();
        context.navigation().placeProperty().get().ifPresent(this::goTo);
    }

    /** Returns the line that holds the caret, counted from 1. */
    int line() {
        return code.caretLine();
    }

    @Override
    public void requestFocus() {
        names.requestFocus();
    }

    private void refresh() {
        String selected = names.getSelectionModel().getSelectedItem();
        List<String> now = context.project().projectProperty().get().stream()
                .flatMap(project -> project.files().stream())
                .map(ComposeFile::name)
                .toList();
        names.getItems().setAll(now);
        wantedLine = 1;
        if (now.contains(selected)) {
            names.getSelectionModel().select(selected);
        } else {
            names.getSelectionModel().selectFirst();
        }
        render();
    }

    private void goTo(SourceMark mark) {
        wantedLine = mark.line();
        markedLine = Optional.of(mark.line());
        if (mark.file().equals(names.getSelectionModel().getSelectedItem())) {
            render();
        } else {
            names.getSelectionModel().select(mark.file());
        }
        names.scrollTo(mark.file());
    }

    private void render() {
        Optional<ComposeFile> file = context.project().projectProperty().get().flatMap(this::selected);
        title.setText(file.map(ComposeFile::name).orElse(""));
        if (file.isEmpty()) {
            code.show(List.of());
            return;
        }
        List<CodeLine> lines = new ArrayList<>(CodeLine.file(file.get().text()));
        Set<Integer> added = addedLines(file.get().name());
        added.stream()
                .filter(n -> n <= lines.size())
                .forEach(n -> lines.set(n - 1, lines.get(n - 1).tinted("bh-diff-added")));
        markedLine
                .filter(n -> n <= lines.size())
                .ifPresent(n -> lines.set(n - 1, lines.get(n - 1).tinted("bh-code-marked")));
        note.setText(added.isEmpty() ? Counted.of(lines.size(), "line") : Counted.of(added.size(), "unsaved line"));
        code.show(lines);
        if (wantedLine > 1) {
            code.goTo(wantedLine);
        }
        markedLine = Optional.empty();
        wantedLine = 1;
    }

    private Optional<ComposeFile> selected(ComposeProject project) {
        return Optional.ofNullable(names.getSelectionModel().getSelectedItem()).flatMap(project::file);
    }

    private Set<Integer> addedLines(String name) {
        return context.project().changes().stream()
                .filter(change -> change.name().equals(name))
                .map(DiffModel::lines)
                .flatMap(List::stream)
                .filter(DiffLine.Added.class::isInstance)
                .map(DiffLine.Added.class::cast)
                .map(DiffLine.Added::newLine)
                .collect(Collectors.toSet());
    }

    private final class FileCell extends ListCell<String> {

        FileCell() {
            // As wide as the list, so that it needs no bar to scroll sideways.
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            if (empty || name == null) {
                setTooltip(null);
                setGraphic(null);
                return;
            }
            boolean changed =
                    context.project().changes().stream().map(TextChange::name).anyMatch(name::equals);
            setTooltip(new Tooltip(name));
            setAccessibleText(changed ? name + ", unsaved changes" : name);
            int cut = name.lastIndexOf('/') + 1;
            Label file = Nodes.label((changed ? "● " : "") + name.substring(cut));
            VBox words = new VBox(file);
            if (cut > 0) {
                Label folder = Nodes.label(name.substring(0, cut), "bh-muted", "bh-file-folder");
                folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
                words.getChildren().add(folder);
            }
            HBox row = Nodes.row("bh-file-row", Glyph.FILES.icon(), words);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
