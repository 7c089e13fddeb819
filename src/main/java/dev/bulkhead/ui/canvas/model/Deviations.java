package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Topology;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deviations on the map: which services and networks are not as they should be, and in which way. */
public final class Deviations {

    private final Map<Deviation, Set<GraphElement>> found = new EnumMap<>(Deviation.class);

    private Deviations() {}

    /** Returns what deviates on a map. */
    public static Deviations of(MapViewModel model) {
        Deviations all = new Deviations();
        CardFaces faces = new CardFaces(model);
        Topology drawn = model.drawn();
        drawn.services().keySet().forEach(service -> all.service(service, faces.state(service)));
        drawn.networks().keySet().forEach(network -> all.network(new NetworkElement(network), model, faces));
        model.problems().values().stream()
                .flatMap(Collection::stream)
                .filter(Finding::isBreach)
                .flatMap(breach -> breach.subjects().stream())
                .map(Element::inGraph)
                .flatMap(Optional::stream)
                .forEach(subject -> all.add(
                        Deviation.RULE,
                        subject instanceof MembershipElement(String service, String _)
                                ? new ServiceElement(service)
                                : subject));
        return all;
    }

    private void service(String key, CardState state) {
        GraphElement service = new ServiceElement(key);
        addIf(state.hollow(), Deviation.NOT_RUNNING, service);
        addIf(state.unhealthy(), Deviation.UNHEALTHY, service);
        addIf(state.differs(), Deviation.DIFFERS, service);
        addIf(state.pending(), Deviation.PENDING, service);
        addIf(state.trouble().isPresent(), Deviation.PROBLEM, service);
    }

    private void network(NetworkElement network, MapViewModel model, CardFaces faces) {
        Difference difference = faces.difference(network);
        boolean said = model.commonProperty().get().says(difference);
        addIf(difference.drift() && !said, Deviation.DIFFERS, network);
        addIf(difference.kind() == Difference.Kind.PENDING && !said, Deviation.PENDING, network);
        addIf(faces.problems(network).stream().anyMatch(finding -> !finding.isBreach()), Deviation.PROBLEM, network);
    }

    private void addIf(boolean holds, Deviation deviation, GraphElement element) {
        if (holds) {
            add(deviation, element);
        }
    }

    private void add(Deviation deviation, GraphElement element) {
        found.computeIfAbsent(deviation, key -> new LinkedHashSet<>()).add(element);
    }

    /** Returns how many services and networks deviate in a way. */
    public int count(Deviation deviation) {
        return found.getOrDefault(deviation, Set.of()).size();
    }

    /** Returns whether something deviates in one of some ways. */
    public boolean has(GraphElement element, Set<Deviation> ways) {
        return ways.stream().anyMatch(way -> found.getOrDefault(way, Set.of()).contains(element));
    }
}
