package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.theme.Nodes;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/** Cell of a row beside the pages; a click goes there. */
final class ManualRowCell extends ListCell<ManualRow> {

    /** Letters of the words that are shown before those that were searched for. */
    private static final int BEFORE = 34;

    private final Supplier<String> query;
    private final Label head = Nodes.label("", "bh-manual-row-head");
    private final Label words = Nodes.label("", "bh-manual-row-words");
    private final VBox lines = new VBox(head, words);

    /**
     * Shows rows.
     *
     * @param query what is searched for
     */
    ManualRowCell(Supplier<String> query, Consumer<ManualRow> go) {
        this.query = query;
        words.setWrapText(true);
        head.setWrapText(true);
        lines.setMinWidth(0);
        lines.setPrefWidth(1);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                go.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(ManualRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("bh-manual-open", "bh-manual-section");
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        switch (row) {
            case ManualRow.Page page -> {
                show(page.title(), "");
                if (page.open()) {
                    getStyleClass().add("bh-manual-open");
                }
            }
            case ManualRow.Section section -> {
                show(section.title(), "");
                getStyleClass().add("bh-manual-section");
            }
            case ManualRow.Hit(ManualHit hit) ->
                show(
                        hit.page().title() + (hit.heading().isEmpty() ? "" : " › " + hit.heading()),
                        excerpt(hit.words(), query.get()));
        }
        setGraphic(lines);
    }

    private void show(String title, String below) {
        head.setText(title);
        words.setText(below);
        Nodes.present(words, !below.isEmpty());
        String all = below.isEmpty() ? title : title + "\n" + below;
        setAccessibleText(all);
        setTooltip(below.isEmpty() ? null : new Tooltip(all));
    }

    /** The width of the list decides how many lines the words take. */
    @Override
    protected double computePrefHeight(double width) {
        double list = getListView() == null ? 0 : getListView().getWidth() - 18;
        double room = width > 0 ? width : getWidth() > 0 ? getWidth() : list;
        return lines.prefHeight(Math.max(60, room - snappedLeftInset() - snappedRightInset()))
                + snappedTopInset()
                + snappedBottomInset();
    }

    /** Returns the words around the first that was searched for. */
    static String excerpt(String words, String query) {
        String folded = words.toLowerCase(Locale.ROOT);
        int at = Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .mapToInt(folded::indexOf)
                .filter(found -> found >= 0)
                .min()
                .orElse(0);
        if (at <= BEFORE) {
            return cut(words);
        }
        int from = words.indexOf(' ', at - BEFORE);
        return "… " + cut(words.substring(from < 0 || from > at ? at : from + 1));
    }

    private static String cut(String words) {
        return words.length() <= 110
                ? words
                : words.substring(0, words.lastIndexOf(' ', 110) + 1).strip() + " …";
    }
}
