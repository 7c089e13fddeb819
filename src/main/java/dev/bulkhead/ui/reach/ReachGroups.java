package dev.bulkhead.ui.reach;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.reach.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Order of subjects in the matrix: those that stand together on the map are beside each other. */
public final class ReachGroups {

    private static final String OUTSIDE = "outside";

    private final Map<String, ZoneBox> home = new HashMap<>();
    private final List<String> zones;

    /** Takes the zones of a map. */
    public ReachGroups(MapGeometry geometry) {
        this.zones = new ArrayList<>(geometry.zones().keySet());
        for (CardBox card : geometry.cards().values()) {
            ZoneBox zone = geometry.zones().get(card.zone());
            if (zone != null) {
                home.put(card.service(), zone);
            }
        }
    }

    ReachHeader header(int index, Subject subject) {
        ZoneBox zone = subject instanceof Subject.OfService(String key) ? home.get(key) : null;
        return zone == null
                ? new ReachHeader(index, subject.text(), OUTSIDE, Tint.OUTSIDE)
                : new ReachHeader(index, subject.text(), ZoneKeys.title(zone.key()), zone.tint());
    }

    Comparator<ReachHeader> order() {
        return Comparator.comparingInt(this::group).thenComparingInt(ReachHeader::subject);
    }

    private int group(ReachHeader header) {
        ZoneBox zone = home.get(header.name());
        return header.group().equals(OUTSIDE) || zone == null ? -1 : zones.indexOf(zone.key());
    }
}
