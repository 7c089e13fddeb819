package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.theme.Swatches;
import dev.bulkhead.ui.words.Words;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Picture of the lanes with mouse and keys on it; only what is seen is drawn. */
final class LanesGrid extends Region {

    private static final double BAR = 12;

    private final LanesViewModel model;
    private final Consumer<Crossing> open;
    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final LanesPainter painter;
    private final LanesMouse mouse;
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);

    /**
     * Shows a model.
     *
     * @param menus makes the menus of what is shown
     * @param open shows a lane or column in the inspector
     */
    LanesGrid(LanesViewModel model, LaneMenu menus, Consumer<Crossing> open) {
        this.model = model;
        this.open = open;
        this.mouse = new LanesMouse(this, model, menus);
        Swatches swatches = new Swatches(LaneSigns.STYLES, this::draw);
        painter = new LanesPainter(canvas.getGraphicsContext2D(), swatches);
        setId("lanes-grid");
        getStyleClass().add("bh-lanes-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setAccessibleText(Words.of("lanesgrid.lanes-arrows-move-over-the"));
        down.setOrientation(Orientation.VERTICAL);
        across.setFocusTraversable(false);
        down.setFocusTraversable(false);
        getChildren().addAll(swatches, canvas, across, down);
        // Drawn with the next layout: what changes several times before that is drawn once.
        InvalidationListener redraw = any -> requestLayout();
        across.valueProperty().addListener(redraw);
        down.valueProperty().addListener(redraw);
        focusedProperty().addListener(redraw);
        model.hoveredProperty().addListener(redraw);
        model.carriedProperty().addListener(redraw);
        model.hostPortsProperty().addListener(redraw);
        model.map().lightsProperty().addListener(redraw);
        model.map().selection().addListener(redraw);
        model.map().live().addListener(redraw);
        model.cursorProperty().addListener((property, old, now) -> {
            speak();
            requestLayout();
        });
        model.tableProperty().addListener((property, old, now) -> {
            requestLayout();
            speak();
        });
        mouse.install(canvas);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Returns what is at a pixel: a crossing, the name of a network or of a service alone, or nothing. */
    Crossing at(double x, double y) {
        LaneTable table = model.tableProperty().get();
        LanesViewport view = view();
        int row = view.rowAt(y);
        int column = y < view.top() ? view.namedAt(x, y) : view.columnAt(x);
        String service = column < 0 ? "" : table.column(column).key();
        if (row < 0) {
            return y < view.top() ? new Crossing("", service) : Crossing.NONE;
        }
        String network = table.lane(row).key();
        return x < view.left()
                ? new Crossing(network, "")
                : service.isEmpty() ? Crossing.NONE : new Crossing(network, service);
    }

    /** Returns the middle of a crossing in pixels of this view; of a name where one of both is empty. */
    Point2D spot(Crossing crossing) {
        LanesViewport view = view();
        LaneTable table = model.tableProperty().get();
        int row = table.row(crossing.network());
        int column = table.columnOf(crossing.service());
        return new Point2D(
                column < 0 ? 60 : view.middleX(column) + (row < 0 ? 2 : 0),
                row < 0 ? view.top() - 12 : view.middleY(row));
    }

    /** Brings a crossing, lane or column into sight. */
    void reveal(Crossing crossing) {
        LaneTable table = model.tableProperty().get();
        LanesViewport view = view();
        int row = table.row(crossing.network());
        int column = table.columnOf(crossing.service());
        if (row >= 0 || column >= 0) {
            scrollTo(view.revealing(row < 0 ? view.firstRow() : row, column < 0 ? view.firstColumn() : column));
        }
    }

    /** What is drawn. */
    LaneTable shown() {
        return model.tableProperty().get();
    }

    /** How much larger everything is than to be just read. */
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    void zoomBy(double factor) {
        zoom.set(Math.clamp(zoom.get() * factor, 1, 2.4));
        requestLayout();
    }

    void fit() {
        zoom.set(1);
        requestLayout();
    }

    /** Shows a lane or column in the inspector. */
    void open(Crossing at) {
        open.accept(at);
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown()) {
            zoomBy(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15);
        } else {
            LanesViewport view = view();
            scrollTo(view.scrolledTo(view.scrollX() - event.getDeltaX(), view.scrollY() - event.getDeltaY()));
        }
        event.consume();
    }

    void scrollTo(LanesViewport to) {
        across.setValue(to.scrollX());
        down.setValue(to.scrollY());
    }

    private void key(KeyEvent event) {
        LaneTable table = model.tableProperty().get();
        if (table.rows() == 0 || table.width() == 0 || event.isShortcutDown()) {
            return;
        }
        Crossing cursor = model.cursorProperty().get();
        boolean carrying = model.carriedProperty().get().isPresent();
        switch (event.getCode()) {
            case UP -> go(carrying ? 0 : -1, 0);
            case DOWN -> go(carrying ? 0 : 1, 0);
            case LEFT -> go(0, -1);
            case RIGHT -> go(0, 1);
            case HOME -> go(0, -table.width());
            case END -> go(0, table.width());
            case PAGE_UP -> go(carrying ? 0 : -10, 0);
            case PAGE_DOWN -> go(carrying ? 0 : 10, 0);
            case SPACE, ENTER -> act();
            case M -> {
                if (!model.carry(cursor)) {
                    return;
                }
            }
            case F -> model.focus();
            case N -> model.neighbours();
            case ESCAPE -> {
                if (carrying) {
                    mouse.letGo();
                    model.putBack();
                } else if (!model.sight().clear()) {
                    model.map().selection().clear();
                }
            }
            default -> {
                return;
            }
        }
        speak();
        event.consume();
    }

    private void act() {
        if (model.carriedProperty().get().isPresent()) {
            model.drop();
        } else {
            model.toggle(model.cursorProperty().get());
        }
    }

    private void go(int rows, int columns) {
        LaneTable table = model.tableProperty().get();
        Crossing cursor = model.cursorProperty().get();
        String service = model.carriedProperty().get().map(carry -> carry.to()).orElse(cursor.service());
        boolean first = table.row(cursor.network()) < 0 || table.columnOf(service) < 0;
        int row = first ? 0 : Math.clamp((long) table.row(cursor.network()) + rows, 0, table.rows() - 1);
        int column = first ? 0 : Math.clamp((long) table.columnOf(service) + columns, 0, table.width() - 1);
        Crossing next = new Crossing(table.lane(row).key(), table.column(column).key());
        if (model.carriedProperty().get().isPresent()) {
            model.carryTo(next.service());
        } else {
            model.cursorProperty().set(next);
        }
        reveal(next);
    }

    /** A screen reader is told the crossing that keys act on, as a box that is ticked for a member. */
    private void speak() {
        String words = model.words(model.cursorProperty().get());
        if (!words.isEmpty() && !words.equals(getAccessibleText())) {
            setAccessibleText(words);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (Objects.requireNonNull(attribute) == AccessibleAttribute.SELECTED) {
            Crossing cursor = model.cursorProperty().get();
            LaneMark mark = model.tableProperty().get().mark(cursor.network(), cursor.service());
            return mark == LaneMark.MEMBER || mark == LaneMark.JOINING;
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (Objects.requireNonNull(action) == AccessibleAction.FIRE) {
            act();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected void layoutChildren() {
        LanesViewport whole = LanesViewport.fitting(model.tableProperty().get(), getWidth(), getHeight(), zoom.get());
        boolean wide = whole.mostX() > 0;
        boolean tall = whole.mostY() > 0;
        canvas.setWidth(Math.max(0, Math.floor(getWidth()) - (tall ? BAR : 0)));
        canvas.setHeight(Math.max(0, Math.floor(getHeight()) - (wide ? BAR : 0)));
        LanesViewport view = view();
        Nodes.bar(across, wide, view.mostX(), view.width() - view.left() - view.right());
        Nodes.bar(down, tall, view.mostY(), view.height() - view.top());
        across.resizeRelocate(
                view.left(), getHeight() - BAR, Math.max(0, canvas.getWidth() - view.left() - view.right()), BAR);
        down.resizeRelocate(getWidth() - BAR, view.top(), BAR, Math.max(0, canvas.getHeight() - view.top()));
        draw();
    }

    LanesViewport view() {
        return LanesViewport.fitting(model.tableProperty().get(), canvas.getWidth(), canvas.getHeight(), zoom.get())
                .scrolledTo(across.getValue(), down.getValue());
    }

    private void draw() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            painter.draw(model, view(), isFocused());
        }
    }
}
