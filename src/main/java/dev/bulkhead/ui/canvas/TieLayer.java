package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.layout.route.TieRoutes;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
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
    private TieRoutes routes = TieRoutes.NONE;
    private TieRoutes drawn = TieRoutes.NONE;
    /** Where cards that are carried would stand. */
    private Map<String, CardBox> carried = Map.of();

    private Legibility legibility = Legibility.FULL;
    private List<Tie> all = List.of();
    private Set<Tie> faint = Set.of();
    private Set<Tie> strong = Set.of();
    private Set<GraphElement> selected = Set.of();

    TieLayer(MapViewModel model) {
        this.model = model;
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    /** Takes over where everything stands; what is drawn and touched by what moved is led anew. */
    void take(MapGeometry next) {
        geometry = next;
        carried = Map.of();
        all = Tie.all(model.drawn(), next);
        List<Tie> between = all.stream().filter(tie -> !onRail(tie)).toList();
        faint = between.size() <= MOST_FAINT
                ? Set.copyOf(between)
                : Set.copyOf(between.stream().filter(this::differs).toList());
        List<Tie> kept = all.stream()
                .filter(tie -> faint.contains(tie) || nodes.containsKey(tie))
                .toList();
        routes = nodes.isEmpty() ? TieRoutes.of(next, kept) : routes.after(next, kept);
        draw(routes);
    }

    /** Leads the ties of cards that are carried to where they would stand, and those that they would be in the way of. */
    void carry(Map<String, CardBox> moved) {
        if (moved.equals(carried)) {
            return;
        }
        carried = Map.copyOf(moved);
        if (moved.isEmpty()) {
            draw(routes);
            return;
        }
        List<Tie> kept = routes.all().keySet().stream()
                .filter(tie -> !isHome(tie, moved))
                .toList();
        draw(routes.after(geometry.carrying(moved), kept));
    }

    private static boolean isHome(Tie tie, Map<String, CardBox> moved) {
        CardBox card = moved.get(tie.service());
        return card != null && card.zone().equals(tie.network());
    }

    /** Writes its words as they can be read, from the next time on that it marks. */
    void show(Legibility read) {
        legibility = read;
    }

    /** Draws the ties of what is selected or under the pointer strongly. */
    void mark(Set<GraphElement> selection, Optional<String> hovered) {
        selected = Set.copyOf(selection);
        strong = Set.copyOf(all.stream()
                .filter(tie -> concerns(tie, selection, hovered))
                .limit(MOST_STRONG)
                .toList());
        routes = routes.showing(all.stream()
                .filter(tie -> strong.contains(tie) || faint.contains(tie))
                .toList());
        if (carried.isEmpty()) {
            draw(routes);
        }
        nodes.forEach(this::mark);
    }

    private void mark(Tie tie, TieNode node) {
        node.setStrong(strong.contains(tie), selected.contains(membership(tie)));
        node.setFactor(legibility.smallFactor());
        node.setDiffers(difference(tie));
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

    /** Draws routes; what is drawn already as it should be is left alone. */
    private void draw(TieRoutes shown) {
        if (shown == drawn) {
            return;
        }
        drawn = shown;
        List<Node> gone = new ArrayList<>();
        nodes.entrySet().removeIf(entry -> {
            boolean stays = entry.getValue().route().equals(shown.all().get(entry.getKey()));
            if (!stays) {
                gone.add(entry.getValue());
            }
            return !stays;
        });
        List<TieNode> added = shown.all().entrySet().stream()
                .filter(entry -> !nodes.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(TieRoute::network))
                .map(route -> new TieNode(route, tint(route.network())))
                .toList();
        added.forEach(node -> {
            node.setManaged(false);
            nodes.put(node.route().tie(), node);
        });
        getChildren().removeAll(gone);
        getChildren().addAll(added);
        added.forEach(node -> mark(node.route().tie(), node));
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
