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
record Recreation(List<String> services, Map<String, Turn> turns, Topology files) {

    void plan(ServiceChanges changes, PlanDraft draft) {
        if (services.stream().anyMatch(service -> Turn.of(turns, service).stage() == Stage.INGRESS)) {
            draft.last();
        }
        Optional<String> obstacle = obstacle(draft);
        if (obstacle.isEmpty()) {
            draft.add(
                    new Operation.ExchangeService(services.getFirst(), Planner.READY_TIMEOUT),
                    changes.cause(services),
                    Estimate.FREE);
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
