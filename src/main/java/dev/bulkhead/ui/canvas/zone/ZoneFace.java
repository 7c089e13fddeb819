package dev.bulkhead.ui.canvas.zone;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CommonState;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Face of a zone or rail: what it shows beside its cards.
 *
 * @param whyInternal who says that it is internal; empty text where it is not
 * @param words what kind of network it is
 * @param members how many services are on it
 * @param guests those of them whose card stands in another zone
 * @param cards whether a card stands in it
 */
public record ZoneFace(
        String key,
        ZoneKind kind,
        Tint tint,
        String subnet,
        boolean internal,
        String whyInternal,
        String words,
        int members,
        List<String> guests,
        boolean cards,
        List<Finding> problems,
        Difference difference) {

    private static final int NAMED = 3;

    /** Returns the face of a zone. */
    public static ZoneFace of(
            ZoneBox zone,
            Topology topology,
            MapGeometry geometry,
            Optional<String> subnet,
            String whyInternal,
            List<Finding> problems,
            Difference difference,
            CommonState common,
            Optional<Others> others,
            boolean apart) {
        List<String> joined = topology.members(zone.key()).stream()
                .map(Service::key)
                .filter(key -> !Others.isKey(key))
                .toList();
        int members = joined.size();
        List<String> guests = joined.stream()
                .filter(service -> {
                    CardBox card = geometry.cards().get(service);
                    return card == null || !card.zone().equals(zone.key());
                })
                .toList();
        int folded = geometry.foldedCards(zone.key());
        boolean cards = folded > 0
                || geometry.cards().values().stream()
                        .anyMatch(card -> card.zone().equals(zone.key()));
        List<String> words = new ArrayList<>();
        if (difference.any() && !common.says(difference)) {
            words.add(difference.words());
        }
        if (folded > 0) {
            words.add(Words.of("zoneface.folded", Words.count("card", folded)));
        }
        boolean internal = !whyInternal.isEmpty();
        if (internal) {
            words.add(Words.of("zoneface.internal"));
        }
        topology.network(zone.key()).filter(Network::external).ifPresent(n -> words.add(Words.of("zoneface.external")));
        if (apart) {
            words.add(Words.of("zoneface.one-of-its-own-on"));
        }
        if (!zone.tint().words().isEmpty()) {
            words.add(zone.tint().words());
        }
        if (zone.kind() == ZoneKind.RAIL) {
            words.add(Words.count("member", members));
            others.map(Others::count).ifPresent(words::add);
        }
        return new ZoneFace(
                zone.key(),
                zone.kind(),
                zone.tint(),
                subnet.orElse(""),
                internal,
                whyInternal,
                String.join(" · ", words),
                members,
                guests,
                cards,
                List.copyOf(problems),
                difference);
    }

    /** Returns what it is called. */
    public String title() {
        return ZoneKeys.title(key);
    }

    boolean network() {
        return !ZoneKeys.isPseudo(key);
    }

    /** Returns what stands in a zone without a card. */
    String hint() {
        if (guests.isEmpty()) {
            return Words.of("zoneface.drop-a-service-here-to");
        }
        String named = String.join(", ", guests.stream().limit(NAMED).toList());
        int more = guests.size() - NAMED;
        if (more > 0) {
            return Words.of("zoneface.and-more-are-on-it", named, more);
        }
        return guests.size() == 1 ? Words.of("zoneface.is-on-it", named) : Words.of("zoneface.are-on-it", named);
    }

    String spoken() {
        List<String> parts = new ArrayList<>();
        parts.add(network() ? Words.of("zoneface.network", title()) : title());
        parts.add(subnet);
        parts.add(network() ? Words.count("member", members) : "");
        parts.add(words);
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
