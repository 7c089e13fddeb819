package dev.bulkhead.migrate.campaign;

import static dev.bulkhead.migrate.campaign.MishapKind.CONTAINER_REMOVED;
import static dev.bulkhead.migrate.campaign.MishapKind.NAME_TAKEN;
import static dev.bulkhead.migrate.campaign.MishapKind.NETWORK_REMOVED;
import static dev.bulkhead.migrate.campaign.MishapKind.NEVER_HEALTHY;
import static dev.bulkhead.migrate.campaign.MishapKind.PORT_TAKEN;
import static dev.bulkhead.migrate.campaign.MishapKind.SUBNET_TAKEN;

import dev.bulkhead.migrate.plan.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can go wrong with each kind of operation. An operation that is new does not compile until somebody has said here what
 * can.
 */
final class OperationMishaps {

    /** What can go wrong at any point, whatever is being done. */
    private static final Set<MishapKind> ANYWHERE = EnumSet.complementOf(EnumSet.of(
            MishapKind.KILLED_ON_THE_WAY_BACK,
            NEVER_HEALTHY,
            PORT_TAKEN,
            SUBNET_TAKEN,
            NAME_TAKEN,
            NETWORK_REMOVED,
            CONTAINER_REMOVED));

    private OperationMishaps() {}

    /** Returns the name of every kind of operation. */
    static List<String> operations() {
        return Arrays.stream(Operation.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    /** Returns what can go wrong while an operation is under way, or just before or after it. */
    static Set<MishapKind> of(Operation operation) {
        EnumSet<MishapKind> kinds = EnumSet.copyOf(ANYWHERE);
        kinds.addAll(
                switch (operation) {
                    case Operation.WriteFiles _,
                            Operation.RestoreFiles _,
                            Operation.HandleSecrets _,
                            Operation.ChangeSwarm _ -> Set.of();
                    case Operation.CreateNetwork _ -> Set.of(SUBNET_TAKEN, NAME_TAKEN, NETWORK_REMOVED);
                    case Operation.RemoveNetwork _ -> Set.of(NETWORK_REMOVED);
                    case Operation.Connect _, Operation.Disconnect _ -> Set.of(NETWORK_REMOVED, CONTAINER_REMOVED);
                    case Operation.ExchangeService _ -> Set.of(NEVER_HEALTHY, NAME_TAKEN, CONTAINER_REMOVED);
                    case Operation.RecreateServices _ ->
                        Set.of(NEVER_HEALTHY, PORT_TAKEN, NAME_TAKEN, CONTAINER_REMOVED);
                    case Operation.RemoveServices _, Operation.StopContainer _ -> Set.of(CONTAINER_REMOVED);
                    case Operation.StartContainer _, Operation.RestartContainer _ ->
                        Set.of(NEVER_HEALTHY, PORT_TAKEN, CONTAINER_REMOVED);
                    case Operation.WaitReady _, Operation.WatchServices _ -> Set.of(NEVER_HEALTHY, CONTAINER_REMOVED);
                    case Operation.ProbeFlows _,
                            Operation.ProbeAcross _,
                            Operation.ProbeRoute _,
                            Operation.AskWeb _,
                            Operation.ReloadFiles _,
                            Operation.RunCheck _ -> Set.of(CONTAINER_REMOVED);
                    case Operation.ProbeClosed _ -> Set.of(PORT_TAKEN, CONTAINER_REMOVED);
                });
        return kinds;
    }

    /** Returns what can go wrong between operations: before the first of them, and while the result is verified. */
    static Set<MishapKind> between() {
        return EnumSet.copyOf(ANYWHERE);
    }
}
