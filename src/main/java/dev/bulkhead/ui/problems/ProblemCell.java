package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding: how bad, what, what would be right, where, and the fix. */
final class ProblemCell extends ListCell<Finding> {

    private final ProblemActions actions;
    private final FontIcon icon = Glyph.INFO.icon();
    private final Label message = Nodes.label("", "problem-message");
    private final Label hint = Nodes.label("", "problem-hint");
    private final Label place = Nodes.label("", "mono", "problem-place");
    private final Button fix = new Button();
    private final HBox row;

    ProblemCell(ProblemActions actions) {
        this.actions = actions;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox words = new VBox(message, hint);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        place.setMinWidth(Region.USE_PREF_SIZE);
        fix.setMinWidth(Region.USE_PREF_SIZE);
        fix.getStyleClass().add("small");
        row = Nodes.row("problem-row", icon, words, place, fix);
        row.setAlignment(Pos.CENTER_LEFT);
        // The row must not grow beyond the list: its texts end in dots instead.
        row.setMinWidth(0);
        row.setPrefWidth(1);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                actions.goTo(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(glyph(finding.severity()).ikon());
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "severity", finding.severity().text());
        message.setText(finding.message());
        hint.setText(finding.fix().orElse(""));
        Nodes.present(hint, finding.fix().isPresent());
        place.setText(finding.at().map(mark -> mark.fileAndLine()).orElse(""));
        fix.setText(finding.quickFix().map(edit -> "Fix: " + edit.describe()).orElse(""));
        Nodes.present(fix, finding.quickFix().isPresent());
        fix.setOnAction(event -> actions.fix(finding));
        setGraphic(row);
        String all = finding.severity().text() + ": " + finding.message() + " [" + finding.rule() + "]"
                + finding.fix().map(text -> "\n" + text).orElse("");
        setTooltip(new Tooltip(all));
        setAccessibleText(all);
    }

    private static Glyph glyph(Severity severity) {
        return switch (severity) {
            case ERROR -> Glyph.ERROR;
            case WARNING -> Glyph.WARNING;
            case INFO -> Glyph.INFO;
        };
    }
}
