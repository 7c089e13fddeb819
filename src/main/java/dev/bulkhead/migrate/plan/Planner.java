package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Design;
import dev.bulkhead.migrate.iteration.Risk;
import dev.bulkhead.topology.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which operations lead from what is to what an iteration wants: networks first, then the files, then services
 * in their turns. Pure: the same input gives the same plan, and where nothing is left to do the plan is empty.
 */
public final class Planner {

    /** How long a service may take to come back before the run gives it up. */
    static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

    private final PlanInput input;
    private final List<PlanStep> steps = new ArrayList<>();

    private Planner(PlanInput input) {
        this.input = input;
    }

    /**
     * Returns the plan.
     *
     * @throws PlanException if something in the way has to be decided by the operator first
     */
    public static Plan plan(PlanInput input) throws PlanException {
        return new Planner(input).plan();
    }

    private Plan plan() throws PlanException {
        for (Design.WantedNetwork network : input.design().networks()) {
            planNetwork(network);
        }
        planFiles();
        planServices();
        return new Plan(
                input.playbook().id(), input.playbook().title(), input.before().project(), steps);
    }

    private void planNetwork(Design.WantedNetwork wanted) throws PlanException {
        NetworkSpec spec = wanted.spec();
        Optional<ObservedNetwork> present = input.observed().network(spec.name());
        if (present.isEmpty()) {
            add(
                    new Operation.CreateNetwork(spec),
                    wanted.purpose() + "; the engine has no network of this name.",
                    Risk.NONE,
                    Duration.ZERO,
                    "remove the network");
            return;
        }
        if (!pools(present.get().subnets()).equals(pools(spec.subnets()))
                || present.get().options().internal() != spec.options().internal()) {
            throw new PlanException("The engine has a network " + spec.name() + " already, with "
                    + NetworkText.of(new NetworkSpec(
                            spec.name(), present.get().options(), present.get().subnets()))
                    + " instead of " + NetworkText.of(spec) + "; remove or rename it first.");
        }
    }

    private static List<String> pools(List<Subnet> subnets) {
        return subnets.stream().flatMap(pool -> pool.subnet().stream()).toList();
    }

    private void planFiles() {
        if (input.changes().isEmpty()) {
            return;
        }
        long created = input.changes().stream()
                .filter(change -> change.before().isEmpty())
                .count();
        String what = created == 0 ? "" : " (" + created + " new)";
        add(
                new Operation.WriteFiles(input.changes()),
                input.changes().size() + " files" + what + " state the networks and memberships of this iteration.",
                Risk.NONE,
                Duration.ZERO,
                "write the old bytes of "
                        + String.join(
                                ", ",
                                input.changes().stream().map(TextChange::name).toList()));
    }

    private void planServices() {
        ServiceChanges changes = new ServiceChanges(input);
        List<String> touched = new ArrayList<>();
        for (List<String> group : new TurnOrder(input.design().turns(), input.after()).groups(changes.touched())) {
            touched.addAll(group);
            List<String> recreated =
                    group.stream().filter(changes::needsRecreation).toList();
            for (String service : group) {
                if (!recreated.contains(service)) {
                    planLive(service, changes);
                }
            }
            if (!recreated.isEmpty()) {
                planRecreation(recreated, changes);
            }
        }
        if (!touched.isEmpty()) {
            add(
                    new Operation.WaitReady(changes.expectedReady(), READY_TIMEOUT),
                    "Nothing may be left behind.",
                    Risk.NONE,
                    Duration.ZERO,
                    "nothing to undo");
        }
    }

    private void planRecreation(List<String> services, ServiceChanges changes) {
        Estimate estimate = Estimate.ofRecreation(services, input.design().turns());
        add(
                new Operation.RecreateServices(services, READY_TIMEOUT),
                changes.cause(services),
                estimate.risk(),
                estimate.interruption(),
                "recreate from the old files");
    }

    private void planLive(String service, ServiceChanges changes) {
        List<Operation.Join> joins = changes.joins(service);
        boolean moves = Estimate.gatewayMoves(service, joins, input);
        add(
                new Operation.AttachLive(service, joins),
                changes.cause(List.of(service)),
                moves ? Risk.LOW : Risk.NONE,
                moves ? Estimate.GATEWAY_MOVE : Duration.ZERO,
                "take it off the new networks");
    }

    private void add(Operation operation, String cause, Risk risk, Duration interruption, String undo) {
        steps.add(new PlanStep(steps.size() + 1, operation, cause, risk, interruption, undo));
    }
}
