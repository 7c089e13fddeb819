package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Cell of the list of problems: the head of a group, or one finding in one line: how bad, what, where, and the fix. The one
 * that is selected takes as many lines as its words need, and says what would be right.
 */
final class ProblemCell extends ListCell<ProblemRow> {

    /** Room for the scroll bar, in pixels, whether it is there or not. */
    private static final double SCROLL_BAR = 16;

    /** Least width of a fix, in pixels. */
    private static final double SHORTEST = 96;
    /** Width, in pixels, that a place has even beside the longest message. */
    private static final double READABLE = 200;
    /** Greatest width of a place and of a fix, in pixels. */
    private static final double WIDEST = 320;

    private final ProblemActions actions;
    private final FontIcon icon = Glyph.INFO.icon();
    private final Label message = Nodes.label("", "bh-problem-message");
    private final Label hint = Nodes.label("", "bh-problem-hint");
    private final Label place = new Place();
    private final Button fix = new Button();
    private final HBox row;
    private final Label title = Nodes.label("", "bh-problem-head");

    /**
     * Shows rows.
     *
     * @param fold opens or closes the group of a title
     */
    ProblemCell(ProblemActions actions, Consumer<String> fold) {
        this.actions = actions;
        message.setMinWidth(0);
        hint.setWrapText(true);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox words = new VBox(message, hint);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        // The end of a path tells more than its beginning; the whole is in the tooltip.
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setMaxWidth(WIDEST);
        fix.setMinWidth(SHORTEST);
        fix.setMaxWidth(WIDEST);
        fix.getStyleClass().addAll("small", "bh-problem-fix");
        row = Nodes.row("bh-problem-row", icon, words, place, fix);
        row.setAlignment(Pos.CENTER_LEFT);
        // The row must not grow beyond the list: its texts take a second line instead.
        row.setMinWidth(0);
        row.setPrefWidth(1);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            ProblemRow clicked = getItem();
            if (clicked instanceof ProblemRow.Head head) {
                fold.accept(head.title());
            }
        });
    }

    @Override
    protected void updateItem(ProblemRow shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        switch (shown) {
            case ProblemRow.Head head -> show(head);
            case ProblemRow.Item(Finding finding) -> show(finding);
        }
    }

    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        if (getItem() instanceof ProblemRow.Item(Finding finding) && !isEmpty()) {
            message.setWrapText(selected);
            Nodes.present(hint, selected && finding.fix().isPresent());
            requestLayout();
        }
    }

    /** The words take as many lines as they need in the width of the list. */
    @Override
    protected double computePrefHeight(double width) {
        if (!(getItem() instanceof ProblemRow.Item) || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double room = getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
        return Math.max(
                super.computePrefHeight(width),
                row.prefHeight(Math.max(200, room)) + snappedTopInset() + snappedBottomInset());
    }

    private void show(ProblemRow.Head head) {
        title.setText((head.open() ? "▾ " : "▸ ") + head.title() + " · " + head.count());
        title.getStyleClass().setAll("label", "bh-problem-head", Nodes.styleClass(head.worst()));
        setGraphic(title);
        setTooltip(null);
        setAccessibleText(
                head.open()
                        ? Words.of("problemcell.open", head.title(), head.count())
                        : Words.of("problemcell.closed", head.title(), head.count()));
    }

    private void show(Finding finding) {
        icon.setIconCode((finding.isGoal() ? Glyph.GOAL : glyph(finding.severity())).ikon());
        icon.getStyleClass()
                .setAll(
                        "ikonli-font-icon",
                        "bh-severity",
                        finding.isGoal() ? "bh-goal" : Nodes.styleClass(finding.severity()));
        message.setText(finding.message());
        message.setWrapText(isSelected());
        hint.setText(finding.fix().orElse(""));
        Nodes.present(hint, isSelected() && finding.fix().isPresent());
        place.setText(finding.at().map(mark -> mark.fileAndLine()).orElse(""));
        fix.setText(finding.quickFix()
                .map(edit -> Words.of("problemcell.fix", edit.describe()))
                .orElse(""));
        Nodes.present(fix, finding.quickFix().isPresent());
        fix.setOnAction(event -> actions.fix(finding));
        setGraphic(row);
        String all = finding.word() + ": " + finding.message() + " [" + finding.rule() + "]"
                + finding.fix().map(text -> "\n" + text).orElse("")
                + finding.at().map(mark -> "\n" + mark.fileAndLine()).orElse("")
                + finding.quickFix()
                        .map(edit -> "\n" + Words.of("problemcell.fix", edit.describe()))
                        .orElse("");
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

    /** A file and a line; the message beside it takes a second line before it is cut. */
    private static final class Place extends Label {

        Place() {
            getStyleClass().addAll("bh-mono", "bh-problem-place");
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(READABLE, computePrefWidth(height));
        }
    }
}
