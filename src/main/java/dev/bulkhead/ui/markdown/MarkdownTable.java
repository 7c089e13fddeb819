package dev.bulkhead.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;

/** Table of a text as a grid; where it is wider than the page, its columns share that by what they hold. */
final class MarkdownTable {

    /** Letters that fit into a line of the page. */
    private static final int LINE = 92;
    /** Letters of a cell beyond which it only grows in height. */
    private static final int LONG = 64;
    /** Letters that the padding of a cell is wide. */
    private static final int PADDING = 7;

    private final TableBlock table;
    private final List<List<String>> words = new ArrayList<>();

    MarkdownTable(TableBlock table) {
        this.table = table;
    }

    /**
     * Returns the grid.
     *
     * @param cells makes the node of a cell, of the head or not
     * @param starts is told the first node of each row and its line
     */
    GridPane grid(BiFunction<TableCell, Boolean, Node> cells, ObjIntConsumer<Node> starts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-md-table");
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                row(grid, line, part instanceof TableHead, cells, starts);
            }
        }
        share(grid);
        return grid;
    }

    private void row(
            GridPane grid,
            org.commonmark.node.Node line,
            boolean head,
            BiFunction<TableCell, Boolean, Node> cells,
            ObjIntConsumer<Node> starts) {
        List<String> row = new ArrayList<>();
        for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell known) {
                Node node = cells.apply(known, head);
                GridPane.setFillWidth(node, true);
                GridPane.setFillHeight(node, true);
                grid.add(node, row.size(), words.size());
                if (row.isEmpty()) {
                    starts.accept(node, MarkdownDocument.lineOf(line));
                }
                row.add(MarkdownDocument.words(cell));
            }
        }
        words.add(row);
    }

    private void share(GridPane grid) {
        int columns = words.stream().mapToInt(List::size).max().orElse(0);
        int[] weights = IntStream.range(0, columns)
                .map(column -> Math.max(longestWord(column), Math.min(LONG, longest(column))) + PADDING)
                .toArray();
        int all = IntStream.of(weights).sum();
        if (all <= LINE) {
            return;
        }
        for (int weight : weights) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 * weight / all);
            share.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(share);
        }
    }

    private int longest(int column) {
        return cells(column).mapToInt(String::length).max().orElse(0);
    }

    private int longestWord(int column) {
        return cells(column)
                .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private Stream<String> cells(int column) {
        return words.stream().filter(row -> row.size() > column).map(row -> row.get(column));
    }
}
