package dev.bulkhead.migrate.verify;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.host.LiveFacts;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * EngineObstacles of a run: what the engine would refuse as soon as the run makes a container anew, though nothing but the engine
 * tells. What stands in the way of containers that the run leaves alone is not its business.
 */
public final class EngineObstacles {

    private static final String TITLE =
            "The engine has what recreated services need, and nothing on it stands in the way";

    private EngineObstacles() {}

    /**
     * Finds them.
     *
     * @param recreated services that the run makes anew
     */
    public static List<PreflightItem> find(
            ComposeProject project, EngineInfo engine, ObservedState state, DriftFacts facts, Set<String> recreated) {
        Topology topology = project.topology();
        List<Lack> lacks = Lack.of(
                topology,
                project.activeProfiles(),
                engine,
                state,
                facts.images().keySet());
        List<PreflightItem> items = new ArrayList<>();
        for (LiveFact fact : LiveFacts.of(topology, Drift.between(topology, state), lacks)) {
            if (fact.kind() == LiveFact.Kind.REFUSED && concerns(fact.subject(), topology, recreated)) {
                items.add(new PreflightItem(
                        "engine-conflict:" + fact.subject().text(),
                        TITLE,
                        CheckStatus.FAILED,
                        fact.sentence(),
                        Optional.of("Put that right first."),
                        true));
            }
        }
        for (Lack lack : lacks) {
            if (lack instanceof Lack.Pulls pulls && !Collections.disjoint(pulls.services(), recreated)) {
                items.add(new PreflightItem(
                        "images-present", TITLE, CheckStatus.WARNING, lack.sentence(), Optional.empty()));
            }
        }
        return items;
    }

    private static boolean concerns(Element subject, Topology topology, Set<String> recreated) {
        return topology.services().values().stream()
                .filter(service -> recreated.contains(service.key()))
                .anyMatch(service -> isOrJoins(service, subject));
    }

    private static boolean isOrJoins(Service service, Element subject) {
        return subject.equals(Element.service(service.key()))
                || service.attachments().stream()
                        .anyMatch(attachment -> subject.equals(Element.network(attachment.network())));
    }
}
