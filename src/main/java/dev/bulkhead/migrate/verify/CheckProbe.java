package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.goal.ContainerCheck;
import java.time.Duration;
import java.util.List;

/**
 * Probe inside containers: runs a check in every container of a service. What the command says is not told, since it may
 * quote what it read.
 */
final class CheckProbe {

    private static final Duration EXEC = Duration.ofSeconds(30);
    /** Exit codes by which a shell and the engine tell that there is no such program, or none that can be run. */
    private static final List<Integer> NOT_RUN = List.of(126, 127);

    private final Engine engine;
    private final String project;

    CheckProbe(Engine engine, String project) {
        this.engine = engine;
        this.project = project;
    }

    /** Returns whether a check ends as it has to in every container. */
    ProbeOutcome run(ContainerCheck check) throws EngineException {
        List<ObservedContainer> containers = engine.observer().observe().containers(project, check.service()).stream()
                .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                .toList();
        if (containers.isEmpty()) {
            return new ProbeOutcome(Probe.Answer.NO, "", check.service() + " does not run.");
        }
        for (ObservedContainer container : containers) {
            String ran = "in " + container.name() + ": " + check.line();
            ExecResult result = engine.exec().exec(container.id(), check.command(), EXEC);
            if (result.exitCode() != check.exitCode()) {
                return new ProbeOutcome(Probe.Answer.NO, ran, ended(result.exitCode(), check.exitCode()));
            }
        }
        return new ProbeOutcome(
                Probe.Answer.YES,
                "in " + containers.getFirst().name() + ": " + check.line(),
                "It ended with code " + check.exitCode() + ", as it has to.");
    }

    private static String ended(int code, int wanted) {
        return NOT_RUN.contains(code)
                ? "Its image has no such program, or not as this one may be run (code " + code + ")."
                : "It ended with code " + code + " instead of " + wanted + "; run it by hand to see why.";
    }
}
