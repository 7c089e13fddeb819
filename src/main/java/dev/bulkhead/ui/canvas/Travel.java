package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Travel of the map's camera to elements. */
final class Travel {

    /** What is seen around something that is fitted, in map units. */
    private static final double AROUND = 24;

    private final MapViewModel model;
    private final Camera camera;
    private final CameraGuide guide;

    Travel(MapViewModel model, Camera camera, CameraGuide guide) {
        this.model = model;
        this.camera = camera;
        this.guide = guide;
    }

    /** Brings an element into sight; a zone that is folded is unfolded for who stands in it. */
    void reveal(GraphElement element, double width, double height) {
        unfold(element);
        MapGeometry geometry = model.geometry().get();
        Optional<Box> box = switch (element) {
            case Element.ServiceElement(String service) ->
                card(geometry, service).findFirst();
            case Element.NetworkElement(String network) ->
                zone(geometry, network).findFirst();
            case Element.MembershipElement(String service, String network) ->
                card(geometry, service).findFirst();
        };
        // What is in sight already needs no way there, after which the view's size would be followed no more.
        box.filter(b -> !sees(b, width, height)).ifPresent(b -> guide.go(() -> camera.reveal(b, width, height)));
    }

    private void unfold(GraphElement element) {
        String service = switch (element) {
            case Element.ServiceElement(String key) -> key;
            case Element.MembershipElement(String key, String network) -> key;
            case Element.NetworkElement network -> "";
        };
        Optional.ofNullable(model.geometry().get().positions().cards().get(service))
                .ifPresent(place -> model.folded().remove(place.zone()));
    }

    /** Returns whether a rectangle is seen as a whole. */
    boolean sees(Box box, double width, double height) {
        Box seen = camera.seen(width, height);
        return seen.contains(box.x(), box.y()) && seen.contains(box.right(), box.bottom());
    }

    /** Shows elements as large as they can be read well; returns whether one of them is drawn. */
    boolean fit(Set<GraphElement> elements, Fit.Room room) {
        Optional<Box> box = around(model.geometry().get(), elements);
        box.ifPresent(all -> {
            double scale = Math.min(Fit.of(all.grown(AROUND), room, true).scale(), 1);
            Point middle = all.center();
            guide.go(() -> camera.stand(new Camera.Stand(
                    scale, room.width() / 2 - middle.x() * scale, room.height() / 2 - middle.y() * scale)));
        });
        return box.isPresent();
    }

    private static Optional<Box> around(MapGeometry geometry, Set<GraphElement> elements) {
        List<Box> boxes = elements.stream()
                .flatMap(element -> switch (element) {
                    case Element.ServiceElement(String service) -> card(geometry, service);
                    case Element.NetworkElement(String network) -> zone(geometry, network);
                    case Element.MembershipElement(String service, String network) ->
                        Stream.concat(card(geometry, service), zone(geometry, network));
                })
                .toList();
        return boxes.isEmpty() ? Optional.empty() : Optional.of(Box.around(boxes));
    }

    /** A card in a folded zone is where the zone is. */
    private static Stream<Box> card(MapGeometry geometry, String service) {
        CardBox card = geometry.cards().get(service);
        return card != null
                ? Stream.of(card.box())
                : Optional.ofNullable(geometry.positions().cards().get(service)).stream()
                        .flatMap(place -> zone(geometry, place.zone()));
    }

    private static Stream<Box> zone(MapGeometry geometry, String key) {
        return Optional.ofNullable(geometry.zones().get(key)).map(ZoneBox::box).stream();
    }
}
