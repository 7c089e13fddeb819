package dev.bulkhead.ui.canvas.key;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.key.CardNavigator.Direction;
import dev.bulkhead.ui.canvas.menu.MapMenus;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            case FIT_SELECTION -> surface.fitSelection();
            case NEIGHBOURS -> focus();
            case FOLD -> fold();
            case NOTHING -> {
                if (!surface.sight().clear()) {
                    surface.model().select(Set.of());
                }
            }
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

    /** A card that has the focus, but is not selected, is meant where nothing is. */
    private void focus() {
        if (surface.model().selection().isEmpty()) {
            service().ifPresent(s -> surface.model().select(new ServiceElement(s)));
        }
        if (!surface.sight().focus()) {
            surface.feedback().tell(Words.of("keycontrol.select-what-to-see-with"));
        }
    }

    private void fold() {
        Set<String> zones = surface.model().selection().stream()
                .flatMap(element -> switch (element) {
                    case NetworkElement(String network) -> Stream.of(network);
                    case ServiceElement(String service) -> home(service).stream();
                    case MembershipElement(String service, String network) -> Stream.of(network);
                })
                .collect(Collectors.toSet());
        if (zones.isEmpty()) {
            service().flatMap(this::home).ifPresent(zones::add);
        }
        zones.forEach(surface::fold);
        if (zones.isEmpty()) {
            surface.feedback().tell(Words.of("keycontrol.select-the-network-to-fold"));
        }
    }

    private Optional<String> home(String service) {
        return Optional.ofNullable(surface.geometry().positions().cards().get(service))
                .map(CardPlace::zone);
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
