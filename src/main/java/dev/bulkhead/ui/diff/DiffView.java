package dev.bulkhead.ui.diff;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.code.CodeLine;
import dev.bulkhead.ui.code.CodePane;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** View of changes of texts, as one text or as two beside each other. */
public final class DiffView extends BorderPane {

    private final CodePane unified = new CodePane();
    private final CodePane before = new CodePane();
    private final CodePane after = new CodePane();
    private final SplitPane sides = new SplitPane(before, after);
    private final Label summary = new Label();
    private final Label empty;
    private final StackPane content = new StackPane();
    private final ToggleButton beside = new ToggleButton(Words.of("diffview.side-by-side"));
    private List<DiffLine> lines = List.of();

    /** Creates a view that says the given words while there is nothing to show. */
    public DiffView(String emptyWords) {
        getStyleClass().add("bh-diff-view");
        empty = new Label(emptyWords);
        empty.getStyleClass().add("bh-empty-words");
        empty.setWrapText(true);
        sides.setOrientation(Orientation.HORIZONTAL);
        setTop(header());
        setCenter(content);
        show(List.of());
    }

    /** Shows the changes. */
    public void show(List<TextChange> changes) {
        lines = DiffModel.lines(changes);
        long added = lines.stream().filter(DiffLine.Added.class::isInstance).count();
        long removed = lines.stream().filter(DiffLine.Removed.class::isInstance).count();
        String files = Words.count("file", changes.size());
        summary.setText(Words.of("diffview.added-removed", files, added, removed));
        getTop().setVisible(!changes.isEmpty());
        getTop().setManaged(!changes.isEmpty());
        render();
    }

    /** Returns the lines shown, for tests and for copying. */
    public List<DiffLine> lines() {
        return lines;
    }

    /** Brings the part of a file into view. */
    public void goToFile(String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof DiffLine.FileHead head && head.name().equals(name)) {
                unified.goTo(i + 1);
                return;
            }
        }
    }

    private HBox header() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = new ToggleButton(Words.of("diffview.unified"));
        one.getStyleClass().addAll("left-pill", "small");
        beside.getStyleClass().addAll("right-pill", "small");
        one.setToggleGroup(group);
        beside.setToggleGroup(group);
        one.setSelected(true);
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                render();
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        summary.getStyleClass().add("bh-muted");
        HBox box = new HBox(summary, space, new HBox(one, beside));
        box.getStyleClass().add("bh-diff-header");
        return box;
    }

    private void render() {
        if (lines.isEmpty()) {
            content.getChildren().setAll(empty);
        } else if (beside.isSelected()) {
            List<SideBySide> rows = SideBySide.rows(lines);
            before.show(rows.stream().map(r -> side(r.left())).toList());
            after.show(rows.stream().map(r -> side(r.right())).toList());
            content.getChildren().setAll(sides);
        } else {
            unified.show(lines.stream().map(DiffView::line).toList());
            content.getChildren().setAll(unified);
        }
    }

    private static CodeLine side(Optional<DiffLine> line) {
        return line.map(DiffView::line).orElseGet(DiffView::gap);
    }

    /** Returns a line of a unified diff. */
    private static CodeLine line(DiffLine line) {
        return switch (line) {
            case DiffLine.FileHead head -> new CodeLine("", head.text(), Optional.of("bh-diff-file"), false);
            case DiffLine.Hunk hunk -> new CodeLine("", hunk.text(), Optional.of("bh-diff-hunk"), false);
            case DiffLine.Kept kept ->
                new CodeLine(CodeLine.number(kept.newLine(), 4) + "  ", kept.text(), Optional.empty(), true);
            case DiffLine.Added added ->
                new CodeLine(
                        CodeLine.number(added.newLine(), 4) + " +", added.text(), Optional.of("bh-diff-added"), true);
            case DiffLine.Removed removed ->
                new CodeLine(
                        CodeLine.number(removed.oldLine(), 4) + " −",
                        removed.text(),
                        Optional.of("bh-diff-removed"),
                        true);
        };
    }

    /** Returns the line that stands where the other side has more lines. */
    private static CodeLine gap() {
        return new CodeLine("", "", Optional.of("bh-diff-gap"), false);
    }
}
