package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.layout.route.TieRouter;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.Shown;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/** Layer of the ties: faint where they are few, strong for what is selected or under the pointer. */
final class TieLayer extends Region {

    /** With more than this, faint ties would be a carpet; then only those of the selection are drawn. */
    private static final int MOST_FAINT = 60;

    private static final int MOST_STRONG = 400;

    private static final Difference ENGINE_ONLY = new Difference(Difference.Kind.ENGINE_ONLY, List.of());

    private final MapViewModel model;
    private final Map<Tie, TieNode> nodes = new HashMap<>();
    private MapGeometry geometry = MapGeometry.EMPTY;
    private TieRouter router = new TieRouter(MapGeometry.EMPTY);
    private Legibility legibility = Legibility.FULL;
    private List<Tie> all = List.of();
    private Set<Tie> faint = Set.of();

    TieLayer(MapViewModel model) {
        this.model = model;
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    /** Takes over where everything stands; routes what is drawn faintly. */
    void take(MapGeometry next) {
        geometry = next;
        router = new TieRouter(next);
        all = Tie.all(model.drawn(), next);
        List<Tie> between = all.stream().filter(tie -> !onRail(tie)).toList();
        faint = between.size() <= MOST_FAINT
                ? Set.copyOf(between)
                : Set.copyOf(between.stream().filter(this::differs).toList());
        nodes.clear();
        getChildren().clear();
        add(between.stream().filter(faint::contains).toList());
    }

    /** Writes its words as they can be read, from the next time on that it marks. */
    void show(Legibility read) {
        legibility = read;
    }

    /** Draws the ties of what is selected or under the pointer strongly. */
    void mark(Set<GraphElement> selection, Optional<String> hovered) {
        Set<Tie> strong = Set.copyOf(all.stream()
                .filter(tie -> concerns(tie, selection, hovered))
                .limit(MOST_STRONG)
                .toList());
        List<Tie> leaving = nodes.keySet().stream()
                .filter(tie -> !strong.contains(tie) && !faint.contains(tie))
                .toList();
        leaving.forEach(tie -> getChildren().remove(nodes.remove(tie)));
        add(all.stream()
                .filter(tie -> strong.contains(tie) && !nodes.containsKey(tie))
                .toList());
        nodes.forEach((tie, node) -> node.setStrong(
                strong.contains(tie), selection.contains(new MembershipElement(tie.service(), tie.network()))));
        tellDifferences();
    }

    /** Draws the ties dashed that the engine does not have, or has alone. */
    void tellDifferences() {
        nodes.forEach((tie, node) -> {
            node.setFactor(legibility.smallFactor());
            node.setDiffers(difference(tie));
        });
    }

    /** Leaves out the ties of services that step back. */
    void dim(Shown looked) {
        nodes.forEach((tie, node) -> node.setVisible(
                looked.service(tie.service()) && (!looked.part() || looked.network(tie.network()) || node.strong())));
    }

    private boolean differs(Tie tie) {
        return difference(tie).drift();
    }

    /** Returns how the engine has a membership otherwise; what waits to be deployed is no drift. */
    private Difference difference(Tie tie) {
        return model.engineOnlyProperty().get().has(membership(tie))
                ? ENGINE_ONLY
                : model.differences().getOrDefault(membership(tie), Difference.NONE);
    }

    private static MembershipElement membership(Tie tie) {
        return new MembershipElement(tie.service(), tie.network());
    }

    /** Returns the tie nearest to a point of the map, if it is that near. */
    Optional<MembershipElement> at(double x, double y, double within) {
        Map<MembershipElement, Double> near = new LinkedHashMap<>();
        for (TieNode node : nodes.values()) {
            TieRoute route = node.route();
            double distance = route.distance(x, y);
            if (distance <= within) {
                near.put(new MembershipElement(route.service(), route.network()), distance);
            }
        }
        return near.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Returns the tie whose end is nearest to a point of the map, if it is that near. */
    Optional<TieRoute> endAt(Point at, double within) {
        return nodes.values().stream()
                .map(TieNode::route)
                .filter(route -> distance(route.points().getLast(), at) <= within)
                .min(Comparator.comparingDouble(route -> distance(route.points().getLast(), at)));
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    /** Returns the route that is drawn for a tie. */
    Optional<TieRoute> route(String service, String network) {
        return Optional.ofNullable(nodes.get(new Tie(service, network))).map(TieNode::route);
    }

    private void add(List<Tie> ties) {
        List<TieRoute> routes = router.route(ties);
        List<TieNode> added = routes.stream()
                .sorted(Comparator.comparing(TieRoute::network))
                .map(route -> new TieNode(route, tint(route.network())))
                .toList();
        added.forEach(node -> {
            node.setManaged(false);
            nodes.put(new Tie(node.route().service(), node.route().network()), node);
        });
        getChildren().addAll(added);
    }

    private static boolean concerns(Tie tie, Set<GraphElement> selection, Optional<String> hovered) {
        return hovered.filter(tie.service()::equals).isPresent()
                || Stream.of(
                                new ServiceElement(tie.service()),
                                new NetworkElement(tie.network()),
                                new MembershipElement(tie.service(), tie.network()))
                        .anyMatch(selection::contains);
    }

    private boolean onRail(Tie tie) {
        ZoneBox zone = geometry.zones().get(tie.network());
        return zone != null && zone.kind() == ZoneKind.RAIL;
    }

    private Tint tint(String network) {
        ZoneBox zone = geometry.zones().get(network);
        return zone == null ? Tint.OUTSIDE : zone.tint();
    }
}
