package dev.bulkhead.ui.address;

import dev.bulkhead.address.plan.AddressSpace;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.address.SpaceBox;
import dev.bulkhead.layout.address.SpaceDrawing;
import dev.bulkhead.layout.address.SpaceGeometry;
import dev.bulkhead.layout.address.SpaceWords;
import dev.bulkhead.ui.theme.Swatches;
import dev.bulkhead.ui.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Picture of the address space; only what is seen is drawn, so that a thousand networks cost no more than twenty. */
final class AddressPicture extends Region {

    private static final double BAR = 12;

    private final AddressViewModel model;
    private final Function<String, Tint> tints;
    private final BlockActions actions;
    private final Canvas canvas = new Canvas();
    private final ScrollBar down = new ScrollBar();
    private final Swatches swatches = new Swatches(CanvasPencil.styles(), this::draw);
    private final CanvasPencil pencil = new CanvasPencil(canvas.getGraphicsContext2D(), swatches);
    private final ReadOnlyObjectWrapper<Optional<SpaceBox>> hovered =
            new ReadOnlyObjectWrapper<>(this, "hovered", Optional.empty());
    private AddressSpace space = AddressSpace.EMPTY;
    private SpaceGeometry geometry = SpaceGeometry.of(List.of(), Set.of(), 400);

    /** What can be done with a block. */
    interface BlockActions {

        /** Opens or closes a block, or shows what is known of it. */
        void activate(SpaceBox box);

        /** Shows what can be done with a block at a point of the screen. */
        void menu(SpaceBox box, double screenX, double screenY);
    }

    AddressPicture(AddressViewModel model, Function<String, Tint> tints, BlockActions actions) {
        this.model = model;
        this.tints = tints;
        this.actions = actions;
        setId("address-picture");
        getStyleClass().add("bh-address-picture");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Words.of("addresspicture.address-space"));
        down.setOrientation(Orientation.VERTICAL);
        down.setFocusTraversable(false);
        getChildren().addAll(swatches, canvas, down);
        down.valueProperty().addListener((property, old, now) -> draw());
        hovered.addListener((property, old, now) -> draw());
        focusedProperty().addListener((property, old, now) -> draw());
        canvas.setOnMouseMoved(event -> hovered.set(at(event)));
        canvas.setOnMouseExited(event -> hovered.set(Optional.empty()));
        canvas.setOnMousePressed(this::press);
        canvas.setOnContextMenuRequested(event -> at(event.getX(), event.getY())
                .ifPresent(box -> actions.menu(box, event.getScreenX(), event.getScreenY())));
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().addListener((property, old, now) -> draw());
    }

    /** The block under the pointer. */
    ReadOnlyObjectProperty<Optional<SpaceBox>> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** Returns the place of a block on the canvas. */
    Optional<Box> place(String id) {
        return geometry.box(id).map(b -> b.box().movedBy(0, -down.getValue()));
    }

    void show(AddressSpace next) {
        space = next;
        hovered.set(Optional.empty());
        requestLayout();
    }

    void showChosen() {
        model.chosenProperty().get().flatMap(geometry::box).ifPresent(box -> {
            reveal(box.box());
            setAccessibleText(SpaceWords.sentence(box.node()));
        });
        draw();
    }

    private Optional<SpaceBox> at(MouseEvent event) {
        return at(event.getX(), event.getY());
    }

    private Optional<SpaceBox> at(double x, double y) {
        return geometry.at(x, y + down.getValue()).filter(box -> box.form() != SpaceBox.Form.FAMILY);
    }

    private void press(MouseEvent event) {
        requestFocus();
        Optional<SpaceBox> box = at(event);
        model.choose(box.map(b -> b.node().id()));
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        boolean tiled = box.filter(b -> b.form() == SpaceBox.Form.TILED).isPresent();
        if (box.isPresent() && event.getButton() == MouseButton.PRIMARY && (twice || tiled)) {
            actions.activate(box.get());
        }
    }

    private void scroll(ScrollEvent event) {
        down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, Math.max(0, down.getMax())));
        event.consume();
    }

    private void key(KeyEvent event) {
        List<SpaceBox> stops = geometry.stops();
        if (stops.isEmpty()) {
            return;
        }
        Optional<SpaceBox> now = model.chosenProperty().get().flatMap(geometry::box);
        if (now.isPresent() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            actions.activate(now.get());
            event.consume();
            return;
        }
        if (now.isPresent()
                && (event.getCode() == KeyCode.CONTEXT_MENU
                        || (event.getCode() == KeyCode.F10 && event.isShiftDown()))) {
            Box box = now.get().box().movedBy(0, -down.getValue());
            var point = localToScreen(box.center().x(), box.center().y());
            actions.menu(now.get(), point.getX(), point.getY());
            event.consume();
            return;
        }
        int index = now.map(stops::indexOf).orElse(-1);
        Optional<SpaceBox> next = switch (event.getCode()) {
            case RIGHT -> Optional.of(stops.get(Math.min(stops.size() - 1, index + 1)));
            case LEFT -> Optional.of(stops.get(Math.max(0, index - 1)));
            case HOME -> Optional.of(stops.getFirst());
            case END -> Optional.of(stops.getLast());
            case DOWN -> Optional.of(now.flatMap(n -> beyond(stops, n, 1)).orElse(stops.getFirst()));
            case UP -> Optional.of(now.flatMap(n -> beyond(stops, n, -1)).orElse(stops.getFirst()));
            default -> Optional.empty();
        };
        if (next.isPresent()) {
            model.choose(next.map(n -> n.node().id()));
            event.consume();
        }
    }

    /** Returns the block nearest below, or above, another one. */
    private static Optional<SpaceBox> beyond(List<SpaceBox> stops, SpaceBox from, int direction) {
        double x = from.box().center().x();
        double y = from.box().y();
        return stops.stream()
                .filter(s -> direction * (s.box().y() - y) > 1)
                .min(Comparator.comparingDouble(s -> Math.abs(s.box().y() - y)
                        + 2 * Math.max(0, Math.max(s.box().x() - x, x - s.box().right()))))
                .or(() -> Optional.of(from));
    }

    private void reveal(Box box) {
        double height = canvas.getHeight();
        double top = box.y() - 12;
        double bottom = Math.min(box.bottom() + 12, top + height);
        double value = down.getValue();
        if (top < value) {
            down.setValue(Math.max(0, top));
        } else if (bottom > value + height) {
            down.setValue(Math.min(down.getMax(), bottom - height));
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR);
        geometry = SpaceGeometry.of(space.families(), Set.copyOf(model.unfolded()), width);
        double most = Math.max(0, geometry.height() - getHeight());
        canvas.setWidth(width);
        canvas.setHeight(Math.max(0, getHeight()));
        down.setVisible(most > 0);
        down.setMax(most);
        down.setVisibleAmount(most <= 0 ? 1 : most * getHeight() / (getHeight() + most));
        down.setUnitIncrement(40);
        down.setBlockIncrement(Math.max(40, getHeight() * 0.8));
        down.setValue(Math.clamp(down.getValue(), 0, most));
        down.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        draw();
    }

    void draw() {
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0 || getScene() == null) {
            return;
        }
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        to.save();
        to.translate(0, -Math.rint(down.getValue()));
        Box seen = new Box(0, down.getValue(), canvas.getWidth(), canvas.getHeight());
        SpaceDrawing drawing = new SpaceDrawing(pencil, tints);
        for (SpaceBox box : geometry.boxes()) {
            if (box.box().overlaps(seen)) {
                drawing.draw(box);
            }
        }
        hovered.get().ifPresent(box -> drawing.mark(box, false));
        model.chosenProperty().get().flatMap(geometry::box).ifPresent(box -> drawing.mark(box, true));
        to.restore();
    }
}
