package dev.bulkhead.migrate.campaign;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.plan.Operation;
import java.util.List;
import java.util.Optional;

/** Subjects of a point: the services and the network that its operation is about. */
final class PointSubjects {

    private PointSubjects() {}

    /** The services that an operation is about. */
    static List<String> services(Point point) {
        return point.step()
                .map(step -> switch (step.operation()) {
                    case Operation.ProbeFlows(var flows) ->
                        flows.stream().map(flow -> flow.to()).toList();
                    case Operation.ProbeRoute(var request) -> List.of(request.service());
                    case Operation.AskWeb(var ask) -> List.of(ask.request().service());
                    case Operation.ProbeClosed closed -> List.of(closed.service());
                    case Operation.WatchServices(var services, var time) -> services;
                    case Operation.RunCheck(var check) -> List.of(check.service());
                    case Operation other -> other.services();
                })
                .orElseGet(List::of);
    }

    /** Returns whether there is something at a point that a kind of mishap can befall, as far as the plan tells. */
    static boolean has(Point point, MishapKind kind) {
        return point.step()
                .filter(step -> step.operation() instanceof Operation.CreateNetwork(var network)
                        && isMissing(network, point, kind))
                .isEmpty();
    }

    private static boolean isMissing(NetworkSpec network, Point point, MishapKind kind) {
        if (kind == MishapKind.NETWORK_REMOVED) {
            // it is not there before it is made
            return point.moment() == Moment.BEFORE || point.key().contains(" called ");
        }
        return kind == MishapKind.SUBNET_TAKEN && network.subnets().isEmpty();
    }

    static Optional<String> network(Point point) {
        return point.step().flatMap(step -> switch (step.operation()) {
            case Operation.CreateNetwork(var network) -> Optional.of(network.name());
            case Operation.RemoveNetwork(var network) -> Optional.of(network.name());
            case Operation.Connect connect -> Optional.of(connect.network());
            case Operation.Disconnect disconnect -> Optional.of(disconnect.network());
            default -> Optional.empty();
        });
    }
}
