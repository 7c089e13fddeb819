package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.playbook.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Step of a plan: an operation with its reasons, what it waits for and what takes it back.
 *
 * @param number counted from 1; steps run in this order
 * @param operation what is done
 * @param cause why it is needed, as a sentence
 * @param risk how much can go wrong
 * @param interruption how long the services touched are expected to be away; zero for none
 * @param dependsOn numbers of the steps that have to be done first
 * @param inverse the operations that take it back, which the way back carries out; empty when it leaves nothing behind
 */
public record PlanStep(
        int number,
        Operation operation,
        String cause,
        Risk risk,
        Duration interruption,
        List<Integer> dependsOn,
        List<Operation> inverse) {

    public PlanStep {
        dependsOn = List.copyOf(dependsOn);
        inverse = List.copyOf(inverse);
    }

    /** Returns the same step, which probes some flows no more. */
    PlanStep without(List<MustFlow> flows) {
        return operation instanceof Operation.ProbeFlows(var probed)
                ? with(new Operation.ProbeFlows(
                        probed.stream().filter(flow -> !flows.contains(flow)).toList()))
                : this;
    }

    /** Returns the same step, which waits for some services no more. */
    PlanStep without(Set<String> services) {
        return operation instanceof Operation.WaitReady(var awaited, var timeout)
                        && awaited.stream().anyMatch(services::contains)
                ? with(new Operation.WaitReady(
                        awaited.stream()
                                .filter(name -> !services.contains(name))
                                .toList(),
                        timeout))
                : this;
    }

    private PlanStep with(Operation other) {
        return new PlanStep(number, other, cause, risk, interruption, dependsOn, inverse);
    }

    /** Returns how it is undone in a few words, told before it is needed. */
    public String undo() {
        return Inverses.text(inverse);
    }
}
