package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.DocumentHistory;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/**
 * List of the steps since the project was opened, the first one first; a click or Enter on one brings the project to how it was
 * after it, whether that undoes steps or does them again. Each row is the number of steps that are done then.
 */
final class HistoryView extends ListView<Integer> {

    private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final ProjectViewModel project;

    HistoryView(ProjectViewModel project) {
        this.project = project;
        setId("history");
        getStyleClass().addAll("bh-history", "dense");
        setAccessibleText(Words.of("historyview.steps-since-the-project-was"));
        setCellFactory(list -> new Step());
        setOnKeyPressed(event -> {
            Integer done = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && done != null) {
                project.goTo(done);
            }
        });
        project.historyProperty().subscribe(this::show);
    }

    private void show(DocumentHistory history) {
        getItems()
                .setAll(IntStream.rangeClosed(0, history.steps().size()).boxed().toList());
        getSelectionModel().select(history.done());
        scrollTo(Math.max(0, history.done() - 2));
    }

    private final class Step extends ListCell<Integer> {

        private final Label words = new Label();
        private final Label mark = Nodes.label("", "bh-history-mark");
        private final HBox row = Nodes.row("bh-history-row", words, mark);

        Step() {
            words.setMinWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    project.goTo(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Integer done, boolean empty) {
            super.updateItem(done, empty);
            DocumentHistory history = project.historyProperty().get();
            boolean none = empty || done == null || done > history.steps().size();
            setGraphic(none ? null : row);
            pseudoClassStateChanged(PRESENT, !none && done == history.done());
            pseudoClassStateChanged(UNDONE, !none && done > history.done());
            if (none) {
                setAccessibleText("");
                return;
            }
            words.setText(
                    done == 0
                            ? Words.of("historyview.as-it-was-opened")
                            : history.steps().get(done - 1));
            words.setGraphic(
                    done == history.done()
                            ? Glyph.NEXT.icon()
                            : done > history.done() ? Glyph.REDO.icon() : Glyph.UNDO.icon());
            String present = done == history.done()
                    ? Words.of("historyview.now")
                    : done > history.done() ? Words.of("historyview.undone") : "";
            String saved = done == history.saved() ? Words.of("historyview.in-the-files") : "";
            mark.setText(present.isEmpty() || saved.isEmpty() ? present + saved : present + ", " + saved);
            setAccessibleText(words.getText() + " " + mark.getText());
        }
    }
}
