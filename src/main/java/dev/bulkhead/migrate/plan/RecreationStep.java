package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recreation of services that go together: without an interruption where a second instance may run beside the first, else
 * stopped first, with the reason.
 *
 * @param services those that go together
 * @param turns when each service comes
 * @param files the project as its files say by then
 */
record RecreationStep(List<String> services, Map<String, Turn> turns, Topology files) {

    void plan(ServiceChanges changes, PlanDraft draft) {
        // never all ways in at once, nor one of them beside what is behind it
        boolean wayIn =
                services.stream().anyMatch(service -> Turn.of(turns, service).stage() == Stage.INGRESS);
        if (wayIn) {
            draft.awaitAll();
        }
        add(changes, draft);
        if (wayIn) {
            draft.gate();
        }
    }

    private void add(ServiceChanges changes, PlanDraft draft) {
        Optional<String> obstacle = obstacle(draft);
        if (obstacle.isEmpty()) {
            draft.add(
                    new Operation.ExchangeService(services.getFirst(), Planner.READY_TIMEOUT),
                    changes.cause(services)
                            + " The old one serves meanwhile; who still asks it when it ends has to ask again.",
                    Estimate.ofMembership(true));
            return;
        }
        boolean interrupts = services.size() == 1 && !changes.isNew(services.getFirst());
        draft.add(
                new Operation.RecreateServices(services, Planner.READY_TIMEOUT),
                changes.cause(services) + (interrupts ? " Stopped first: " + obstacle.get() + "." : ""),
                Estimate.ofRecreation(services, turns));
    }

    /** What keeps them from being exchanged without an interruption; empty when nothing does. */
    private Optional<String> obstacle(PlanDraft draft) {
        if (services.size() != 1) {
            return Optional.of("they go together");
        }
        return files.service(services.getFirst())
                .map(service -> new SecondInstance(
                                files, service, draft.state().containers(files.project(), service.key()))
                        .obstacle())
                .orElse(Optional.of("its files are gone"));
    }
}
