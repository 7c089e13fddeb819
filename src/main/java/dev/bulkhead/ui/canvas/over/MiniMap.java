package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Small map of everything, seen while the view shows a part: a click or drag in it goes there. */
public final class MiniMap extends Region {

    private static final double WIDTH = 156;
    private static final double HEIGHT = 106;
    private static final double PAD = 6;
    /** More dots than this would be a carpet. */
    private static final int MOST_DOTS = 200;

    private final Region frame = part("bh-mini-frame");
    private final Region ground = part("bh-mini-ground");
    private MapGeometry geometry = MapGeometry.EMPTY;
    private Set<String> marked = Set.of();
    private double scale = 1;
    private double left;
    private double top;

    /** Makes a small map that shows nothing yet; it asks to go to a point of the map. */
    public MiniMap(Consumer<Point> goTo) {
        ground.setCache(true);
        setId("mini-map");
        getStyleClass().add("bh-mini-map");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        frame.setId("mini-map-frame");
        setAccessibleText(Words.of("minimap.small-map-the-frame-is"));
        addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                goTo.accept(new Point((event.getX() - left) / scale, (event.getY() - top) / scale));
            }
            // What happens here must not reach the map below.
            event.consume();
        });
        setVisible(false);
    }

    /** Shows what of a map is seen; nothing where that is all of it. */
    public void show(MapGeometry map, Set<String> deviating, Box seen) {
        Box all = map.bounds();
        boolean part = all.width() > 0
                && (seen.x() > all.x() + 1
                        || seen.y() > all.y() + 1
                        || seen.right() < all.right() - 1
                        || seen.bottom() < all.bottom() - 1);
        setVisible(part);
        if (!part) {
            return;
        }
        if (!map.equals(geometry) || !deviating.equals(marked) || getChildren().isEmpty()) {
            geometry = map;
            marked = Set.copyOf(deviating);
            draw(all);
        }
        double x = Math.clamp(seen.x() * scale + left, 1, WIDTH - 9);
        double y = Math.clamp(seen.y() * scale + top, 1, HEIGHT - 9);
        frame.resizeRelocate(
                Math.rint(x),
                Math.rint(y),
                Math.max(8, Math.rint(Math.clamp(seen.right() * scale + left, x, WIDTH - 1) - x)),
                Math.max(8, Math.rint(Math.clamp(seen.bottom() * scale + top, y, HEIGHT - 1) - y)));
    }

    private void draw(Box all) {
        scale = Math.min((WIDTH - 2 * PAD) / all.width(), (HEIGHT - 2 * PAD) / all.height());
        left = (WIDTH - all.width() * scale) / 2 - all.x() * scale;
        top = (HEIGHT - all.height() * scale) / 2 - all.y() * scale;
        List<Node> parts = new ArrayList<>(List.of(ground));
        ground.resizeRelocate(0, 0, WIDTH, HEIGHT);
        for (ZoneBox zone : geometry.zones().values()) {
            parts.add(at(part("bh-mini-zone", zone.tint().styleClass()), zone.box()));
        }
        geometry.world().forEach(world -> parts.add(at(part("bh-mini-world"), world.box())));
        marked.stream().sorted().limit(MOST_DOTS).forEach(service -> {
            CardBox card = geometry.cards().get(service);
            if (card != null) {
                Region dot = part("bh-mini-dot");
                Point middle = card.box().center();
                dot.resizeRelocate(
                        Math.rint(middle.x() * scale + left - 2), Math.rint(middle.y() * scale + top - 2), 4, 4);
                parts.add(dot);
            }
        });
        parts.add(frame);
        getChildren().setAll(parts);
    }

    private Region at(Region part, Box box) {
        part.resizeRelocate(
                box.x() * scale + left,
                box.y() * scale + top,
                Math.max(2, box.width() * scale),
                Math.max(2, box.height() * scale));
        return part;
    }

    private static Region part(String... styles) {
        Region part = new Region();
        part.getStyleClass().addAll(styles);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }
}
