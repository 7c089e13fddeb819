package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Breaches of the operator's rules, where the map counts them: each once, on the zone of the first that it is about; and for
 * two services that are selected, those between them.
 *
 * @param byZone breaches by the key of a zone
 * @param pair two selected services that break a rule with each other
 */
public record RuleBreaches(SortedMap<String, List<Finding>> byZone, Optional<Pair> pair) {

    /** None. */
    public static final RuleBreaches NONE = new RuleBreaches(new TreeMap<>(), Optional.empty());

    public RuleBreaches {
        byZone = Collections.unmodifiableSortedMap(new TreeMap<>(byZone));
    }

    /**
     * Two services, and the rules that they break with each other.
     *
     * @param findings at least one
     */
    public record Pair(String one, String other, List<Finding> findings) {

        public Pair {
            findings = List.copyOf(findings);
        }
    }

    /** Returns the breaches among findings, for a map where these stand and this is selected. */
    public static RuleBreaches of(
            Collection<List<Finding>> findings, MapGeometry geometry, Set<GraphElement> selection) {
        List<Finding> breaches = findings.stream()
                .flatMap(List::stream)
                .filter(Finding::isBreach)
                .distinct()
                .toList();
        SortedMap<String, List<Finding>> byZone = new TreeMap<>();
        for (Finding breach : breaches) {
            elements(breach).stream()
                    .flatMap(element -> zone(element, geometry).stream())
                    .findFirst()
                    .ifPresent(zone -> byZone.computeIfAbsent(zone, key -> new ArrayList<>())
                            .add(breach));
        }
        return new RuleBreaches(byZone, pair(breaches, selection));
    }

    private static Optional<Pair> pair(List<Finding> breaches, Set<GraphElement> selection) {
        List<String> services = selection.stream()
                .filter(ServiceElement.class::isInstance)
                .map(element -> ((ServiceElement) element).key())
                .sorted()
                .toList();
        if (services.size() != 2 || selection.size() != 2) {
            return Optional.empty();
        }
        List<Finding> between = breaches.stream()
                .filter(breach -> elements(breach).containsAll(selection))
                .toList();
        return between.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pair(services.getFirst(), services.getLast(), between));
    }

    private static List<GraphElement> elements(Finding finding) {
        return finding.subjects().stream()
                .map(Element::inGraph)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> zone(GraphElement element, MapGeometry geometry) {
        Map<String, CardBox> cards = geometry.cards();
        return switch (element) {
            case ServiceElement(String service) ->
                Optional.ofNullable(cards.get(service)).map(CardBox::zone);
            case NetworkElement(String network) -> Optional.of(network).filter(geometry.zones()::containsKey);
            case MembershipElement(String service, String network) ->
                Optional.of(network)
                        .filter(geometry.zones()::containsKey)
                        .or(() -> Optional.ofNullable(cards.get(service)).map(CardBox::zone));
        };
    }

    /** Returns how many break, in words. */
    public static String words(int count) {
        return count == 1 ? Words.of("rulebreaches.1-rule-breaks") : Words.of("rulebreaches.rules-break", count);
    }
}
