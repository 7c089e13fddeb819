package dev.bulkhead.ui.canvas.key;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.key.CardNavigator.Direction;
import dev.bulkhead.ui.canvas.menu.MapMenus;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Handler of the keys of the map, each of which {@link MapKey} names. */
public final class KeyControl {

    private static final double STEP = 1.2;

    private final MapSurface surface;
    private final MapMenus menus;
    private final Consumer<GraphElement> carry;

    /** Handles the keys of a map; what is to be carried by single clicks and keys is handed on. */
    public KeyControl(MapSurface surface, MapMenus menus, Consumer<GraphElement> carry) {
        this.surface = surface;
        this.menus = menus;
        this.carry = carry;
    }

    /** Hears the keys that are pressed while the map or a card of it has the focus. */
    public void install() {
        surface.node()
                .addEventHandler(
                        KeyEvent.KEY_PRESSED,
                        event -> MapKey.of(event).ifPresent(key -> {
                            press(key);
                            event.consume();
                        }));
    }

    private void press(MapKey key) {
        switch (key) {
            case LEFT -> go(Direction.LEFT);
            case RIGHT -> go(Direction.RIGHT);
            case UP -> go(Direction.UP);
            case DOWN -> go(Direction.DOWN);
            case INSPECT -> open();
            case SELECT -> service().ifPresent(s -> surface.model().select(new ServiceElement(s)));
            case REMOVE ->
                surface.actions().elements().remove(Set.copyOf(surface.model().selection()));
            case JOIN -> service().ifPresent(this::attachMenu);
            case MOVE -> service().ifPresent(s -> carry.accept(new ServiceElement(s)));
            case FIT -> surface.fit();
            case NOTHING -> surface.model().select(Set.of());
            case ALL -> surface.actions().elements().selectAll();
            case LARGER -> zoom(STEP);
            case SMALLER -> zoom(1 / STEP);
            case ACTUAL -> zoom(1 / surface.scale());
        }
    }

    private void zoom(double factor) {
        Bounds bounds = surface.node().getLayoutBounds();
        surface.zoomAt(bounds.getWidth() / 2, bounds.getHeight() / 2, factor);
    }

    private void go(Direction direction) {
        CardNavigator.next(surface.geometry(), service(), direction).ifPresent(surface::focusCard);
    }

    private void open() {
        Optional<GraphElement> element = surface.focusedCard()
                .<GraphElement>map(ServiceElement::new)
                .or(() -> surface.model().selection().stream().findFirst());
        element.ifPresent(e -> {
            surface.model().select(e);
            surface.actions().openInspector(e);
        });
    }

    private void attachMenu(String service) {
        Node anchor = surface.node().lookup("#card-" + service);
        if (anchor != null) {
            menus.showAttach(service, anchor);
        }
    }

    private Optional<String> service() {
        return surface.focusedCard()
                .or(() -> surface.model().selection().stream()
                        .filter(ServiceElement.class::isInstance)
                        .map(element -> ((ServiceElement) element).key())
                        .findFirst());
    }
}
