package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.CardGroup;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Groups of the services of a large zone: by tier where most images are known, else by folder of their files. */
public final class CardGroups {

    private static final double MOST = 0.6;
    private static final List<Tint> ORDER = List.of(Tint.values());

    private CardGroups() {}

    /** Returns the groups by service; in a zone that stands in sections already, groups of the same kind as those. */
    public static Map<String, CardGroup> of(
            Topology topology, Map<String, Tint> tints, SourceMap sources, LayoutPositions placed) {
        Map<String, CardGroup> byTier = new HashMap<>();
        tints.forEach((service, tint) ->
                byTier.put(service, new CardGroup(tint.styleClass(), tint.words(), ORDER.indexOf(tint))));
        boolean tiers = stoodByTier(placed)
                .orElse(byTier.size() >= MOST * topology.services().size());
        return tiers ? byTier : byFolder(topology, sources);
    }

    private static Optional<Boolean> stoodByTier(LayoutPositions placed) {
        List<String> sections = placed.cards().values().stream()
                .map(CardPlace::section)
                .filter(section -> !section.isEmpty())
                .toList();
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ORDER.stream().map(Tint::styleClass).anyMatch(sections::contains));
    }

    private static Map<String, CardGroup> byFolder(Topology topology, SourceMap sources) {
        SortedMap<String, List<String>> folders = new TreeMap<>();
        for (String service : topology.services().keySet()) {
            sources.at(Element.service(service))
                    .map(SourceMark::file)
                    .flatMap(CardGroups::folder)
                    .ifPresent(folder -> folders.merge(folder, List.of(service), CardGroups::joined));
        }
        Map<String, CardGroup> groups = new HashMap<>();
        int order = 0;
        for (Map.Entry<String, List<String>> entry : folders.entrySet()) {
            // A title over a single card would only repeat its name.
            if (entry.getValue().size() > 1) {
                CardGroup group = new CardGroup("in-" + entry.getKey().replace('/', '-'), entry.getKey(), order++);
                entry.getValue().forEach(service -> groups.put(service, group));
            }
        }
        return groups;
    }

    private static List<String> joined(List<String> one, List<String> two) {
        return Stream.concat(one.stream(), two.stream()).toList();
    }

    private static Optional<String> folder(String file) {
        int cut = file.lastIndexOf('/');
        return cut < 0 ? Optional.empty() : Optional.of(file.substring(0, cut));
    }
}
