package dev.bulkhead.layout.route;

import dev.bulkhead.layout.MapGeometry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Routes of the ties that are shown together; where the map changes, only those are led anew that the change
 * touches.
 */
@SuppressWarnings("ReferenceEquality")
public final class TieRoutes {

    /** The routes of an empty map. */
    public static final TieRoutes NONE = of(MapGeometry.EMPTY, List.of());

    private final MapGeometry geometry;
    private final TieRouter router;
    private final SequencedMap<Tie, TieRoute> routes;

    private TieRoutes(MapGeometry geometry, TieRouter router, SequencedMap<Tie, TieRoute> routes) {
        this.geometry = geometry;
        this.router = router;
        this.routes = Collections.unmodifiableSequencedMap(routes);
    }

    /** Leads ties over a map that shows no others. */
    public static TieRoutes of(MapGeometry geometry, Collection<Tie> ties) {
        TieRouter router = new TieRouter(geometry);
        return new TieRoutes(geometry, router, byTie(router.route(ties)));
    }

    /** Returns the routes of these ties on the same map: those that were shown as they were, the others beside them. */
    public TieRoutes showing(Collection<Tie> ties) {
        return with(geometry, router, Touched.NOTHING, ties);
    }

    /** Returns the routes of these ties on another map: those that its changes do not touch are the same objects. */
    public TieRoutes after(MapGeometry next, Collection<Tie> ties) {
        return with(next, new TieRouter(next), Touched.between(geometry, next), ties);
    }

    private TieRoutes with(MapGeometry next, TieRouter leading, Touched touched, Collection<Tie> ties) {
        List<Tie> fresh = new ArrayList<>();
        List<TieRoute> staying = new ArrayList<>();
        for (Tie tie : ties) {
            TieRoute route = routes.get(tie);
            if (route == null || touched.touches(route)) {
                fresh.add(tie);
            } else {
                staying.add(route);
            }
        }
        if (next == geometry && fresh.isEmpty() && staying.size() == routes.size()) {
            return this;
        }
        Map<Tie, TieRoute> all = new HashMap<>(byTie(staying));
        all.putAll(byTie(leading.route(fresh, staying)));
        SequencedMap<Tie, TieRoute> inOrder = new LinkedHashMap<>();
        ties.forEach(tie -> Optional.ofNullable(all.get(tie)).ifPresent(route -> inOrder.put(tie, route)));
        return new TieRoutes(next, leading, inOrder);
    }

    /** Returns them by their ties, in the order that was asked for. */
    public SequencedMap<Tie, TieRoute> all() {
        return routes;
    }

    private static SequencedMap<Tie, TieRoute> byTie(Collection<TieRoute> routes) {
        SequencedMap<Tie, TieRoute> byTie = new LinkedHashMap<>();
        routes.forEach(route -> byTie.put(route.tie(), route));
        return byTie;
    }
}
