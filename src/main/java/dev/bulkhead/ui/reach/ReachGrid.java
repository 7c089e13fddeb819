package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.ui.reach.ReachPainter.Cell;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.theme.Swatches;
import dev.bulkhead.ui.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Picture of the reach matrix; only what is seen is drawn, so that thousands of services cost no more than twenty. */
final class ReachGrid extends Region {

    private static final double BAR = 12;
    private static final double LETTER = 7.4;

    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Swatches swatches = new Swatches(ReachPainter.STYLES, this::draw);
    private final ReachPainter painter = new ReachPainter(canvas.getGraphicsContext2D(), swatches);
    private final ReadOnlyObjectWrapper<Cell> hovered = new ReadOnlyObjectWrapper<>(this, "hovered", Cell.NONE);
    private final Consumer<ReachPair> choose;
    private final DemandMenu menu;
    private ReachTable table = ReachTable.EMPTY;
    private ReachSince since = ReachSince.NONE;
    private ProbeAnswers answers = ProbeAnswers.NONE;
    private Cell chosen = Cell.NONE;
    private BitSet selected = new BitSet();
    /** Size of a cell that the operator asked for; 0 for whatever shows everything. */
    private double wanted;

    /**
     * Creates the picture.
     *
     * @param choose hears of a cell that is to be explained
     * @param select hears of a name that was clicked
     */
    ReachGrid(Consumer<ReachPair> choose, Consumer<Subject> select, RuleDemands demands) {
        this.choose = choose;
        this.menu = new DemandMenu(demands);
        setId("reach-grid");
        getStyleClass().add("bh-reach-grid-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(Words.of("reachgrid.who-reaches-whom"));
        down.setOrientation(Orientation.VERTICAL);
        across.setFocusTraversable(false);
        down.setFocusTraversable(false);
        getChildren().addAll(swatches, canvas, across, down);
        across.valueProperty().addListener((property, old, now) -> draw());
        down.valueProperty().addListener((property, old, now) -> draw());
        hovered.addListener((property, old, now) -> draw());
        focusedProperty().addListener((property, old, now) -> draw());
        canvas.setOnMouseMoved(event -> hovered.set(cellAt(event.getX(), event.getY())));
        canvas.setOnMouseExited(event -> hovered.set(Cell.NONE));
        canvas.setOnMousePressed(event -> {
            requestFocus();
            Cell cell = cellAt(event.getX(), event.getY());
            if (cell.row() >= 0 && cell.column() >= 0) {
                choose(cell);
            } else if (Math.max(cell.row(), cell.column()) >= 0) {
                int head = Math.max(cell.row(), cell.column());
                select.accept(table.pair(head, head).from());
            }
        });
        setOnContextMenuRequested(event -> {
            // asked by key, it is about the chosen cell
            Cell cell = event.isKeyboardTrigger() ? chosen : cellAt(event.getX(), event.getY());
            if (cell.row() >= 0 && cell.column() >= 0 && cell.row() != cell.column()) {
                menu.show(this, table.pair(cell.row(), cell.column()), event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The cell under the pointer. */
    ReadOnlyObjectProperty<Cell> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    void show(ReachTable next, ReachSince compared) {
        table = next;
        since = compared;
        hovered.set(Cell.NONE);
        requestLayout();
        draw();
    }

    /** Marks the services that are selected, wherever that was done. */
    void showSelected(List<Subject> services) {
        selected = new BitSet();
        services.forEach(service -> table.index(service).ifPresent(selected::set));
        draw();
    }

    /** Shows what the running engine answered beside what is foretold. */
    void show(ProbeAnswers observed) {
        answers = observed;
        draw();
    }

    void showChosen(Optional<ReachPair> pair) {
        chosen = pair.flatMap(p ->
                        table.index(p.from()).flatMap(row -> table.index(p.to()).map(column -> new Cell(row, column))))
                .orElse(Cell.NONE);
        draw();
    }

    /** Enlarges or shrinks the cells. */
    void zoomBy(double factor) {
        wanted = Math.clamp(view().cell() * factor, ReachViewport.SMALLEST, ReachViewport.LARGEST);
        requestLayout();
    }

    /** Shows everything, if it can be shown. */
    void fit() {
        wanted = 0;
        requestLayout();
    }

    private Cell cellAt(double x, double y) {
        ReachViewport view = view();
        return new Cell(view.rowAt(y), view.columnAt(x));
    }

    private void choose(Cell cell) {
        chosen = cell;
        ReachViewport to = view().revealing(cell.row(), cell.column());
        across.setValue(to.scrollX());
        down.setValue(to.scrollY());
        ReachPair pair = table.pair(cell.row(), cell.column());
        setAccessibleText(Words.of(
                "reachgrid.to",
                pair.from().text(),
                pair.to().text(),
                table.kind(cell.row(), cell.column()).words()));
        choose.accept(pair);
        draw();
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown()) {
            zoomBy(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15);
        } else {
            ReachViewport view = view();
            ReachViewport to = view.scrolledTo(view.scrollX() - event.getDeltaX(), view.scrollY() - event.getDeltaY());
            across.setValue(to.scrollX());
            down.setValue(to.scrollY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        int last = table.size() - 1;
        if (last < 0) {
            return;
        }
        int row = Math.max(0, chosen.row());
        int column = Math.max(0, chosen.column());
        boolean first = chosen.row() < 0;
        Cell next = switch (event.getCode()) {
            case UP -> new Cell(first ? 0 : Math.max(0, row - 1), column);
            case DOWN -> new Cell(first ? 0 : Math.min(last, row + 1), column);
            case LEFT -> new Cell(row, first ? 0 : Math.max(0, column - 1));
            case RIGHT -> new Cell(row, first ? 0 : Math.min(last, column + 1));
            case HOME -> new Cell(row, 0);
            case END -> new Cell(row, last);
            case PAGE_UP -> new Cell(0, column);
            case PAGE_DOWN -> new Cell(last, column);
            default -> Cell.NONE;
        };
        if (next.row() >= 0) {
            choose(next);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        ReachViewport view = view();
        boolean wide = view.mostX() > 0;
        boolean tall = view.mostY() > 0;
        canvas.setWidth(Math.max(0, getWidth() - (tall ? BAR : 0)));
        canvas.setHeight(Math.max(0, getHeight() - (wide ? BAR : 0)));
        Nodes.bar(across, wide, view().mostX(), view.width() - view.left());
        Nodes.bar(down, tall, view().mostY(), view.height() - view.top());
        across.resizeRelocate(view.left(), getHeight() - BAR, Math.max(0, canvas.getWidth() - view.left()), BAR);
        down.resizeRelocate(getWidth() - BAR, view.top(), BAR, Math.max(0, canvas.getHeight() - view.top()));
        draw();
    }

    private ReachViewport view() {
        int longest = table.headers().stream()
                .mapToInt(header -> header.name().length())
                .max()
                .orElse(0);
        double left = Math.clamp(longest * LETTER + 26, 60, 210);
        double top = Math.clamp(longest * LETTER * 0.8 + 24, 50, 160);
        double width = canvas.getWidth() > 0 ? canvas.getWidth() : getWidth();
        double height = canvas.getHeight() > 0 ? canvas.getHeight() : getHeight();
        return new ReachViewport(
                cell(getWidth() - left - top * 0.6, getHeight() - top - 8),
                left,
                top,
                width,
                height,
                across.getValue(),
                down.getValue(),
                table.size());
    }

    private double cell(double width, double height) {
        if (wanted > 0) {
            return wanted;
        }
        double fitting = Math.floor(Math.min(width, height) / Math.max(1, table.size()));
        // Too many to be seen at once are shown large enough to be read, and scrolled.
        return fitting < ReachPainter.READABLE ? 18 : Math.min(ReachViewport.LARGEST, fitting);
    }

    private void draw() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            painter.draw(table, new ReachPainter.Beside(since, answers, selected), view(), hovered.get(), chosen);
        }
    }
}
