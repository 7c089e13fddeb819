package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** Everything the checks found; Enter or a double click goes there. */
public final class ProblemsView extends ListView<Finding> {

    /** Shows findings. */
    public ProblemsView(ObservableList<Finding> findings, ProblemActions actions) {
        super(findings);
        setId("problems");
        getStyleClass().add("problems");
        setAccessibleText("Problems");
        setCellFactory(list -> new ProblemCell(actions));
        Label fine = Nodes.label("Nothing is wrong with this project.", "empty-words", "good");
        fine.setGraphic(Glyph.DONE_CIRCLE.icon());
        setPlaceholder(fine);
        setOnKeyPressed(event -> {
            Finding chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                actions.goTo(chosen);
                event.consume();
            }
        });
    }
}
