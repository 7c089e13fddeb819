package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.LiveAnswers.Asked;
import dev.bulkhead.surroundings.host.LiveFacts;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Obstacles of a run on its engine and its host: what the engine would refuse as soon as the run makes a container anew, though nothing but the engine
 * tells. What stands in the way of containers that the run leaves alone is not its business.
 */
public final class EngineObstacles {

    private static final String TITLE =
            "The engine has what recreated services need, and nothing on it stands in the way";

    private EngineObstacles() {}

    /**
     * Finds them.
     *
     * @param answers what the engine answered about the project
     * @param planned the project as it will be, by which host ports are judged: those that go are in nobody's way
     * @param host the machine that the engine runs on
     * @param recreated services that the run makes anew
     */
    public static List<PreflightItem> find(
            LiveAnswers answers, Topology planned, EngineHost host, Set<String> recreated) {
        Optional<Asked> asked = answers.asked();
        return asked.isEmpty() ? List.of() : find(answers, asked.get(), planned, host, recreated);
    }

    private static List<PreflightItem> find(
            LiveAnswers answers, Asked asked, Topology planned, EngineHost host, Set<String> recreated) {
        Topology topology = asked.project().topology();
        Set<String> profiles = asked.project().activeProfiles();
        List<Lack> lacks = Stream.concat(
                        lacks(topology, answers, asked).filter(lack -> !(lack instanceof Lack.Port)),
                        lacks(planned, answers, asked).filter(Lack.Port.class::isInstance))
                .toList();
        List<LiveFact> facts = new ArrayList<>(LiveFacts.of(topology, Drift.between(topology, answers.state()), lacks));
        facts.addAll(host.taken(planned, profiles, answers.info(), answers.state()));
        List<PreflightItem> items = new ArrayList<>();
        for (LiveFact fact : facts) {
            if (fact.kind() == LiveFact.Kind.REFUSED
                    && (concerns(fact.subject(), topology, recreated)
                            || concerns(fact.subject(), planned, recreated))) {
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

    private static Stream<Lack> lacks(Topology topology, LiveAnswers answers, Asked asked) {
        return Lack.of(
                topology,
                asked.project().activeProfiles(),
                answers.info(),
                answers.state(),
                asked.facts().images())
                .stream();
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
