package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.ZoneBox;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a change of the map touches: ties whose ends moved, ties that something came upon, and ties that went around what is gone. */
final class Touched {

    static final Touched NOTHING = new Touched();

    /** As near a tie runs to a card, or to a zone, that it goes around. */
    private static final double AROUND_CARD = 10;

    private static final double AROUND_ZONE = 24;

    private final Set<String> services = new HashSet<>();
    private final Set<String> networks = new HashSet<>();
    /** The zone that each card stands in. */
    private final Map<String, String> homes = new HashMap<>();
    /** Where something came to stand, with the zone that it is or is in: a tie runs through its own. */
    private final BoxIndex<Came> came = new BoxIndex<>();

    private final BoxIndex<Box> went = new BoxIndex<>();

    private record Came(boolean card, String zone) {}

    private Touched() {}

    static Touched between(MapGeometry before, MapGeometry after) {
        Touched touched = new Touched();
        touched.cards(before, after);
        touched.zones(before, after);
        Map<Object, Box> world = new HashMap<>();
        before.world().forEach(node -> world.put(node.node(), node.box()));
        for (WorldBox node : after.world()) {
            if (!node.box().equals(world.get(node.node()))) {
                touched.came.add(node.box().grown(AROUND_CARD), new Came(true, ""));
            }
        }
        return touched;
    }

    private void cards(MapGeometry before, MapGeometry after) {
        after.cards().forEach((service, card) -> {
            homes.put(service, card.zone());
            CardBox old = before.cards().get(service);
            if (old == null || !old.box().equals(card.box()) || !old.zone().equals(card.zone())) {
                services.add(service);
                came.add(card.box().grown(Obstacles.CLEAR), new Came(true, card.zone()));
            }
        });
        before.cards().forEach((service, old) -> {
            CardBox now = after.cards().get(service);
            if (now == null || !old.box().equals(now.box())) {
                went.add(old.box().grown(AROUND_CARD), old.box());
            }
        });
    }

    private void zones(MapGeometry before, MapGeometry after) {
        after.zones().forEach((key, zone) -> {
            ZoneBox old = before.zones().get(key);
            if (old == null || !old.box().equals(zone.box())) {
                networks.add(key);
                came.add(zone.box(), new Came(false, key));
            }
        });
        before.zones().forEach((key, old) -> {
            ZoneBox now = after.zones().get(key);
            if (now == null || !holds(now.box(), old.box())) {
                went.add(old.box().grown(AROUND_ZONE), old.box());
            }
        });
    }

    private static boolean holds(Box box, Box inner) {
        return box.x() <= inner.x()
                && box.y() <= inner.y()
                && box.right() >= inner.right()
                && box.bottom() >= inner.bottom();
    }

    boolean touches(TieRoute route) {
        if (services.contains(route.service()) || networks.contains(route.network())) {
            return true;
        }
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            Box line = Obstacles.line(a, b);
            if (came.any(line, what -> stands(what, route)) || went.any(line, box -> true)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(Came what, TieRoute route) {
        return what.card() || !what.zone().equals(homes.get(route.service()));
    }
}
