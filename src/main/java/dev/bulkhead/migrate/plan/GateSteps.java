package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;

/** Steps of a plan that look at something, made from the gates of a phase. */
record GateSteps(PlanDraft draft) {

    void plan(Gate gate, String when) {
        switch (gate) {
            case Gate.RouteAnswers(var request) ->
                draft.add(new Operation.ProbeRoute(request), "The route has to answer " + when, Estimate.FREE);
            case Gate.WebAnswers(var ask) ->
                draft.add(new Operation.AskWeb(ask), "It has to be so " + when, Estimate.FREE);
            case Gate.PortClosed(var service, var port) ->
                draft.add(
                        new Operation.ProbeClosed(service, port),
                        "Nobody goes past the proxy any more.",
                        Estimate.FREE);
            case Gate.CheckPasses(var check) -> draft.add(new Operation.RunCheck(check), check.proves(), Estimate.FREE);
            case Gate.SecretsHidden(var service, var files, var elsewhere) ->
                draft.add(
                        new Operation.HandleSecrets(new SecretTask.Hidden(service, files, elsewhere)),
                        "What was moved must not be left anywhere.",
                        Estimate.FREE);
            case Gate.StaysWell(var services, var time) ->
                draft.add(
                        new Operation.WatchServices(services, time),
                        "What fails under its new limits often fails only after a while.",
                        Estimate.FREE);
            case Gate.FlowsAcross(var flows) ->
                draft.add(
                        new Operation.ProbeAcross(flows),
                        "What was joined has to carry packets and names " + when,
                        Estimate.FREE);
            case Gate.FlowsWork(var flows) ->
                draft.add(new Operation.ProbeFlows(flows), "Those who used it have to reach it " + when, Estimate.FREE);
        }
        draft.gate();
    }

    /** A service whose profile nobody asked for gets its files and has no container that could be watched, or asked from. */
    static Optional<Gate> ofThoseWhoRun(Gate gate, Topology files, List<String> running) {
        return switch (gate) {
            case Gate.StaysWell(var services, var time) -> {
                List<String> watched =
                        services.stream().filter(running::contains).toList();
                yield watched.isEmpty() ? Optional.empty() : Optional.of(new Gate.StaysWell(watched, time));
            }
            case Gate.FlowsWork(var flows) -> {
                List<MustFlow> asked = flows.stream()
                        .filter(flow -> files.service(flow.from()).isEmpty() || running.contains(flow.from()))
                        .toList();
                yield asked.isEmpty() ? Optional.empty() : Optional.of(new Gate.FlowsWork(asked));
            }
            case Gate.FlowsAcross _,
                    Gate.RouteAnswers _,
                    Gate.WebAnswers _,
                    Gate.PortClosed _,
                    Gate.CheckPasses _,
                    Gate.SecretsHidden _ -> Optional.of(gate);
        };
    }
}
