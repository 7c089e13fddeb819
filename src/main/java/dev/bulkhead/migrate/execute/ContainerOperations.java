package dev.bulkhead.migrate.execute;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.plan.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Operations on single containers that stay what they are; each returns what came of it, in a few words. */
final class ContainerOperations {

    private static final Duration RELOAD = Duration.ofSeconds(30);

    private final Engine engine;
    private final String project;
    private final SwarmOperations swarm;
    private final Consumer<String> log;

    ContainerOperations(Engine engine, String project, SwarmOperations swarm, Consumer<String> log) {
        this.swarm = swarm;
        this.engine = engine;
        this.project = project;
        this.log = log;
    }

    String connect(Operation.Connect connect)
            throws EngineException, OperationRunner.FailedException, InterruptedException {
        ObservedContainer container = find(connect.member())
                .orElseThrow(() -> new OperationRunner.FailedException(
                        "Service " + connect.member().service() + " has no container to attach; start it first."));
        if (container.endpoint(connect.network()).isPresent()) {
            return "attached already";
        }
        log.accept("docker network connect " + connect.network() + " " + container.name());
        return "attached without a restart" + swarm.connect(connect.network(), container.id(), connect.endpoint());
    }

    String disconnect(Operation.Disconnect disconnect) throws EngineException {
        Optional<ObservedContainer> container = find(disconnect.member())
                .filter(c -> c.endpoint(disconnect.network()).isPresent());
        if (container.isEmpty()) {
            return "off it already";
        }
        log.accept("docker network disconnect " + disconnect.network() + " "
                + container.get().name());
        engine.networks().disconnect(disconnect.network(), container.get().id());
        return "taken off without a restart";
    }

    /** A container of the service by its name, which recreation keeps; else the one that the service has now. */
    private Optional<ObservedContainer> find(Operation.Member member) throws EngineException {
        List<ObservedContainer> replicas = engine.observer().observe().containers(project, member.service());
        return replicas.stream()
                .filter(c -> c.name().equals(member.container()))
                .findFirst()
                .or(() -> replicas.stream().findFirst());
    }

    String start(Operation.Member member) throws EngineException, OperationRunner.FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() ->
                        new OperationRunner.FailedException("Service " + member.service() + " has no container."));
        if (container.status().state() == ObservedContainer.RunState.RUNNING) {
            return "runs already";
        }
        engine.containers().start(container.id());
        return "started";
    }

    String stop(Operation.Member member) throws EngineException {
        Optional<ObservedContainer> container =
                find(member).filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
        if (container.isEmpty()) {
            return "does not run";
        }
        engine.containers().stop(container.get().id(), EngineContainers.AS_IT_ASKS);
        return "stopped";
    }

    String restart(Operation.Member member) throws EngineException, OperationRunner.FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() ->
                        new OperationRunner.FailedException("Service " + member.service() + " has no container."));
        log.accept("docker restart " + container.name());
        engine.containers().restart(container.id(), EngineContainers.AS_IT_ASKS);
        return "restarted";
    }

    String reload(Operation.Member member, List<String> command)
            throws EngineException, OperationRunner.FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() ->
                        new OperationRunner.FailedException("Service " + member.service() + " has no container."));
        log.accept("docker exec " + container.name() + " " + String.join(" ", command));
        ExecResult result = engine.exec().exec(container.id(), command, RELOAD);
        if (result.exitCode() != 0) {
            // its words may quote the file, which can hold secrets
            throw new OperationRunner.FailedException(
                    member.service() + " did not take up its files: " + String.join(" ", command) + " ended with code "
                            + result.exitCode() + "; run it by hand to see why.");
        }
        return "read anew, without a restart";
    }
}
