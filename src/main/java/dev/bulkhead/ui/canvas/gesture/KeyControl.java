package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.gesture.CardNavigator.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Keys of the map: arrows, Enter, Delete, A for attach, Escape, Ctrl with plus, minus and 0, F to fit. */
final class KeyControl {

    private static final double STEP = 1.2;

    private final MapSurface surface;
    private final MapMenus menus;

    KeyControl(MapSurface surface, MapMenus menus) {
        this.surface = surface;
        this.menus = menus;
    }

    void install() {
        surface.node().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() ? withControl(event) : plain(event)) {
                event.consume();
            }
        });
    }

    private boolean withControl(KeyEvent event) {
        Bounds bounds = surface.node().getLayoutBounds();
        double x = bounds.getWidth() / 2;
        double y = bounds.getHeight() / 2;
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> surface.zoomAt(x, y, STEP);
            case MINUS, SUBTRACT -> surface.zoomAt(x, y, 1 / STEP);
            case DIGIT0, NUMPAD0 -> surface.zoomAt(x, y, 1 / surface.scale());
            case A -> selectAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(Direction.LEFT);
            case RIGHT -> go(Direction.RIGHT);
            case UP -> go(Direction.UP);
            case DOWN -> go(Direction.DOWN);
            case ENTER -> open();
            case SPACE -> service().ifPresent(s -> surface.model().select(new ServiceElement(s)));
            case DELETE, BACK_SPACE -> delete();
            case A -> service().ifPresent(this::attachMenu);
            case F -> surface.fit();
            case ESCAPE -> surface.model().select(Set.of());
            default -> {
                return false;
            }
        }
        return true;
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

    private void selectAll() {
        Set<GraphElement> all = new HashSet<>();
        surface.geometry().cards().keySet().forEach(service -> all.add(new ServiceElement(service)));
        surface.model().select(all);
    }

    private void attachMenu(String service) {
        Node anchor = surface.node().lookup("#card-" + service);
        if (anchor != null) {
            menus.showAttach(service, anchor);
        }
    }

    /** Detaches what is selected as ties, and removes selected networks, all as one change. */
    private void delete() {
        List<TopologyEdit> edits = new ArrayList<>();
        for (GraphElement element : surface.model().selection()) {
            switch (element) {
                case MembershipElement(String service, String network) ->
                    edits.add(new TopologyEdit.Detach(service, network));
                case NetworkElement(String network) -> edits.add(new TopologyEdit.RemoveNetwork(network));
                case ServiceElement ignored -> {}
            }
        }
        if (edits.isEmpty()) {
            return;
        }
        TopologyEdit edit =
                edits.size() == 1 ? edits.getFirst() : new TopologyEdit.Batch("remove what is selected", edits);
        try {
            edit.apply(surface.model().topologyProperty().get());
            surface.model().select(Set.of());
            surface.actions().apply(edit);
        } catch (EditRejectedException rejected) {
            surface.feedback().tell(String.valueOf(rejected.getMessage()));
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
