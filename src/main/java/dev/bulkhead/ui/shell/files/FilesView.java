package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** View of the operator's files with their folders, to read and to type in, and of what a save would change in each. */
public final class FilesView extends BorderPane {

    /** Least width of the tree, in pixels: names of folders can be read. */
    private static final double LEAST_TREE = 170;

    private final ShellContext context;
    private final FileTreeView tree;
    private final PassageEditor editor;
    private final Label title = Nodes.label("", "bh-mono");
    private final ToggleButton changes = new ToggleButton(Words.of("filesview.changes"));
    private final DiffView diff = new DiffView(Words.of("filesview.this-file-is-as-it"));
    private final BorderPane middle = new BorderPane();
    private List<TypedFile> files = List.of();
    private int wantedLine;

    /** Shows the files of a project and takes what is typed there. */
    public FilesView(ShellContext context, Drafts drafts) {
        this.context = context;
        setId("files-view");
        getStyleClass().add("bh-files-view");
        tree = new FileTreeView(context.project(), drafts);
        editor = new PassageEditor(
                "files", Words.of("filesview.text-of-a-file"), context.project(), drafts, passage -> tree.refresh());
        Label note = Nodes.label("", "bh-muted");
        note.setId("files-note");
        note.textProperty().bind(editor.noteProperty());
        changes.setId("files-changes");
        changes.getStyleClass().add("small");
        changes.setMinWidth(ToggleButton.USE_PREF_SIZE);
        changes.selectedProperty().addListener((property, old, now) -> render());
        HBox head = Nodes.row("bh-view-header", title, note, Nodes.spring(), changes);
        middle.setTop(head);
        SplitPane split = new SplitPane(tree, middle);
        tree.setMinWidth(LEAST_TREE);
        split.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(tree, false);
        setCenter(split);
        tree.chosenProperty().addListener((property, old, now) -> {
            editor.takeOver();
            render();
        });
        context.project().workingCopyProperty().addListener((property, old, now) -> refresh());
        context.project().changes().addListener((ListChangeListener<TextChange>) change -> showChanges());
        context.navigation().placeProperty().addListener((property, old, now) -> now.ifPresent(this::goTo));
        refresh();
        context.navigation().placeProperty().get().ifPresent(this::goTo);
    }

    @Override
    public void requestFocus() {
        tree.requestFocus();
    }

    private void refresh() {
        files = context.project()
                .workingCopyProperty()
                .get()
                .map(TypedFile::all)
                .orElse(List.of());
        tree.list(files.stream().map(TypedFile::name).toList());
        render();
    }

    private void goTo(SourceMark mark) {
        wantedLine = mark.line();
        changes.setSelected(false);
        if (tree.chosenProperty().get().equals(Optional.of(mark.file()))) {
            render();
        } else {
            tree.choose(mark.file());
        }
        tree.scrollTo(tree.getSelectionModel().getSelectedIndex());
    }

    private void render() {
        Optional<TypedFile> file = tree.chosenProperty()
                .get()
                .flatMap(name ->
                        files.stream().filter(each -> each.name().equals(name)).findFirst());
        title.setText(file.map(TypedFile::name).orElse(""));
        middle.setCenter(changes.isSelected() ? diff : editor);
        showChanges();
        editor.show(file.map(Passage::whole));
        if (wantedLine > 0) {
            editor.goTo(wantedLine);
            wantedLine = 0;
        }
    }

    private void showChanges() {
        if (changes.isSelected()) {
            diff.show(tree.chosenProperty().get().stream()
                    .flatMap(name -> FileMarks.change(context.project(), name).stream())
                    .toList());
        }
    }
}
