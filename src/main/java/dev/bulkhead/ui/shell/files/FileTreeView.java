package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;

/** Tree of a project's files with their folders; it says which of them have edits. */
final class FileTreeView extends TreeView<FileNode> {

    private final ProjectViewModel project;
    private final Drafts drafts;
    private final ReadOnlyObjectWrapper<Optional<String>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private List<String> names = List.of();

    FileTreeView(ProjectViewModel project, Drafts drafts) {
        this.project = project;
        this.drafts = drafts;
        setId("files-tree");
        getStyleClass().add("bh-file-tree");
        setShowRoot(false);
        setAccessibleText(Words.of("filetreeview.files-of-the-project"));
        setCellFactory(tree -> new FileCell());
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            // A folder has no text; what was shown stays.
            Optional<String> file =
                    Optional.ofNullable(now).flatMap(item -> item.getValue().file());
            file.ifPresent(name -> chosen.set(Optional.of(name)));
        });
    }

    /** The name of the file that was chosen last; empty while there is none. */
    ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Lists files by their names; what was chosen stays chosen. */
    void list(List<String> now) {
        if (!now.equals(names)) {
            names = List.copyOf(now);
            setRoot(item(FileNode.tree(names)));
        }
        Optional<String> wanted = chosen.get().filter(names::contains);
        choose(wanted.or(() -> names.stream().findFirst()).orElse(""));
        refresh();
    }

    /** Chooses a file. */
    void choose(String name) {
        Optional<TreeItem<FileNode>> found = items(getRoot())
                .filter(item -> item.getValue().file().equals(Optional.of(name)))
                .findFirst();
        if (found.isEmpty()) {
            chosen.set(Optional.empty());
        } else if (!found.get().equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(found.get());
        }
    }

    private static Stream<TreeItem<FileNode>> items(TreeItem<FileNode> item) {
        return Stream.concat(Stream.of(item), item.getChildren().stream().flatMap(FileTreeView::items));
    }

    private static TreeItem<FileNode> item(FileNode node) {
        TreeItem<FileNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        node.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    private final class FileCell extends TreeCell<FileNode> {

        FileCell() {
            // As wide as the list, so that it needs no bar to scroll sideways.
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(FileNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setTooltip(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String name = node.file().orElse("");
            boolean changed = project.changes().stream().map(TextChange::name).anyMatch(name::equals);
            boolean draft = drafts.of(name).isPresent();
            setTooltip(new Tooltip(node.file().orElse(node.label())));
            setAccessibleText(node.label()
                    + (changed ? ", " + Words.of("filetreeview.unsaved-changes") : "")
                    + (draft ? ", " + Words.of("filetreeview.not-taken-over-yet") : ""));
            int cut = node.file().isPresent() ? node.label().lastIndexOf('/') + 1 : 0;
            HBox row = Nodes.row("bh-file-row", (node.file().isPresent() ? Glyph.FILES : Glyph.OPEN).icon());
            if (draft || changed) {
                Label mark = Nodes.label(draft ? "▲" : "●");
                mark.setMinWidth(Label.USE_PREF_SIZE);
                row.getChildren().add(mark);
            }
            // Of folder and file the folder tells more: most files are called the same.
            Label folder = Nodes.label(node.label().substring(0, cut));
            folder.setMinWidth(Label.USE_PREF_SIZE);
            Label file = Nodes.label(node.label().substring(cut));
            if (cut > 0) {
                file.getStyleClass().add("bh-muted");
            }
            row.getChildren().add(new HBox(folder, file));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
