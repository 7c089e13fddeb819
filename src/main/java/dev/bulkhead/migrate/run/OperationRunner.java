package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.live.ServiceStarter;
import dev.bulkhead.migrate.live.SharedNamespaces;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runner of single operations; one that is done already is found so and left alone. */
final class OperationRunner {

    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final Duration RELOAD = Duration.ofSeconds(30);

    private final Tools tools;
    private final String project;
    private final ContainerWatch watch;
    private final Verifier verifier;
    private final Baseline baseline;
    private final Consumer<String> log;

    OperationRunner(Tools tools, String project, ContainerWatch watch, Probing probing, Consumer<String> log) {
        this.tools = tools;
        this.project = project;
        this.watch = watch;
        this.verifier = probing.verifier();
        this.baseline = probing.baseline();
        this.log = log;
    }

    /** How flows are probed, and which of them worked before. */
    record Probing(Verifier verifier, Baseline baseline) {}

    /** An operation that failed; the message is one sentence for the operator. */
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        FailedException(String sentence) {
            super(sentence);
        }

        FailedException(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Returns what came of it, in a few words. */
    String run(Operation operation) throws FailedException, InterruptedException {
        try {
            return switch (operation) {
                case Operation.WriteFiles write -> write(write.changes());
                case Operation.CreateNetwork create -> create(create.network());
                case Operation.RecreateServices recreate -> recreate(recreate);
                case Operation.RestoreFiles restore -> "left to the restore point";
                case Operation.RemoveNetwork(var network) -> removeNetwork(network);
                case Operation.Connect connect -> connect(connect);
                case Operation.Disconnect disconnect -> disconnect(disconnect);
                case Operation.RemoveServices(var services) -> removeServices(services);
                case Operation.StartContainer(var member) -> start(member);
                case Operation.StopContainer(var member) -> stop(member);
                case Operation.ProbeFlows(var flows) -> probe(flows);
                case Operation.ProbeRoute(var request) -> green(verifier.route(project, request));
                case Operation.ProbeClosed closed -> green(verifier.closed(project, closed.service(), closed.port()));
                case Operation.RestartContainer(var member) -> restart(member);
                case Operation.ReloadFiles(var member, var command) -> reload(member, command);
                case Operation.WaitReady wait -> await(wait.services(), wait.timeout());
            };
        } catch (EngineException | FileWriteException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns services in units that live and go together: each alone, or the owner of a namespace with its guests. */
    List<List<String>> units(List<String> services) {
        return new SharedNamespaces(watch.state(), project).units(services);
    }

    /** Returns whether an operation failed because there is no engine any more. */
    boolean engineGone() {
        return EngineSilence.of(tools.engine()).isPresent();
    }

    private String write(List<TextChange> changes) throws FileWriteException, FailedException {
        List<FileWrite> writes = new ArrayList<>();
        for (TextChange change : changes) {
            Optional<String> present = present(change);
            if (present.equals(change.after())) {
                continue;
            }
            if (!present.equals(change.before())) {
                throw new FailedException("File " + change.name()
                        + " has changed on disk since the plan was made; make a new plan from what it holds now.");
            }
            writes.add(new FileWrite(
                    change.path(),
                    change.after().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    change.modeAfter().map(FileMode::symbolic)));
        }
        tools.files().write(writes);
        return writes.isEmpty()
                ? "written already"
                : writes.size() + (writes.size() == 1 ? " file" : " files") + " written";
    }

    private Optional<String> present(TextChange change) throws FailedException {
        if (!tools.disk().isFile(change.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(tools.disk().read(change.path()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FailedException("File " + change.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String create(NetworkSpec wanted) throws EngineException, FailedException {
        Optional<ObservedNetwork> present = tools.engine().observer().observe().network(wanted.name());
        if (present.isPresent()) {
            List<Optional<String>> has =
                    present.get().subnets().stream().map(Subnet::subnet).toList();
            List<Optional<String>> wants =
                    wanted.subnets().stream().map(Subnet::subnet).toList();
            // where the engine chooses the range, only the labels tell whose the network is
            boolean made = present.get()
                    .options()
                    .labels()
                    .entrySet()
                    .containsAll(wanted.options().labels().entrySet());
            if (made && (wants.isEmpty() || has.equals(wants))) {
                return "there already";
            }
            throw new FailedException("Network " + wanted.name() + " has appeared on the engine "
                    + (made ? "with another address range" : "and was not made for this project")
                    + "; remove it or choose another name.");
        }
        log.accept("create network " + wanted.name());
        tools.engine().networks().createNetwork(wanted);
        return "created";
    }

    private String recreate(Operation.RecreateServices recreate)
            throws EngineException, FailedException, InterruptedException {
        new ServiceStarter(tools, project).up(recreate.services(), log);
        if (recreate.timeout().isZero()) {
            return "recreated";
        }
        return await(recreate.services(), recreate.timeout());
    }

    private String connect(Operation.Connect connect) throws EngineException, FailedException {
        ObservedContainer container = find(connect.member())
                .orElseThrow(() -> new FailedException(
                        "Service " + connect.member().service() + " has no container to attach; start it first."));
        if (container.endpoint(connect.network()).isPresent()) {
            return "attached already";
        }
        log.accept("docker network connect " + connect.network() + " " + container.name());
        tools.engine().networks().connect(connect.network(), container.id(), connect.endpoint());
        return "attached without a restart";
    }

    private String disconnect(Operation.Disconnect disconnect) throws EngineException {
        Optional<ObservedContainer> container = find(disconnect.member())
                .filter(c -> c.endpoint(disconnect.network()).isPresent());
        if (container.isEmpty()) {
            return "off it already";
        }
        log.accept("docker network disconnect " + disconnect.network() + " "
                + container.get().name());
        tools.engine()
                .networks()
                .disconnect(disconnect.network(), container.get().id());
        return "taken off without a restart";
    }

    /** A container by its name, which recreation keeps; else the one that its service has now. */
    private Optional<ObservedContainer> find(Operation.Member member) throws EngineException {
        ObservedState state = tools.engine().observer().observe();
        return state.containers().stream()
                .filter(c -> c.name().equals(member.container()))
                .findFirst()
                .or(() -> state.containers(project, member.service()).stream().findFirst());
    }

    private String removeNetwork(NetworkSpec network) throws EngineException {
        if (tools.engine().observer().observe().network(network.name()).isEmpty()) {
            return "gone already";
        }
        log.accept("remove network " + network.name());
        tools.engine().networks().removeNetwork(network.name());
        return "removed";
    }

    private String removeServices(List<String> services) throws EngineException {
        ObservedState state = tools.engine().observer().observe();
        List<String> present = services.stream()
                .filter(service -> !state.containers(project, service).isEmpty())
                .toList();
        if (present.isEmpty()) {
            return "gone already";
        }
        tools.engine().services().remove(tools.request(), present, log);
        return "removed";
    }

    private String start(Operation.Member member) throws EngineException, FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() -> new FailedException("Service " + member.service() + " has no container."));
        if (container.status().state() == ObservedContainer.RunState.RUNNING) {
            return "runs already";
        }
        tools.engine().containers().start(container.id());
        return "started";
    }

    private String stop(Operation.Member member) throws EngineException {
        Optional<ObservedContainer> container =
                find(member).filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
        if (container.isEmpty()) {
            return "does not run";
        }
        tools.engine().containers().stop(container.get().id(), STOP_GRACE);
        return "stopped";
    }

    private String restart(Operation.Member member) throws EngineException, FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() -> new FailedException("Service " + member.service() + " has no container."));
        log.accept("docker restart " + container.name());
        tools.engine().containers().stop(container.id(), STOP_GRACE);
        tools.engine().containers().start(container.id());
        return "restarted";
    }

    private String reload(Operation.Member member, List<String> command) throws EngineException, FailedException {
        ObservedContainer container = find(member)
                .orElseThrow(() -> new FailedException("Service " + member.service() + " has no container."));
        log.accept("docker exec " + container.name() + " " + String.join(" ", command));
        ExecResult result = tools.engine().exec().exec(container.id(), command, RELOAD);
        if (result.exitCode() != 0) {
            // its words may quote the file, which can hold secrets
            throw new FailedException(member.service() + " did not take up its files: " + String.join(" ", command)
                    + " ended with code " + result.exitCode() + "; run it by hand to see why.");
        }
        return "read anew, without a restart";
    }

    /** Only what was seen to be so lets the run go on. */
    private static String green(CheckResult result) throws FailedException {
        if (result.status() != CheckStatus.PASSED) {
            throw new FailedException(result.subject() + ": " + result.saw());
        }
        return result.saw() + " in " + Math.max(1, result.took().toMillis()) + " ms";
    }

    private String probe(List<MustFlow> flows) throws EngineException, FailedException, InterruptedException {
        List<CheckResult> results = verifier.probe(project, flows, baseline);
        List<String> lost = results.stream()
                .filter(CheckResult::lost)
                .map(result -> result.subject() + ": " + result.saw())
                .toList();
        if (!lost.isEmpty()) {
            throw new FailedException("A flow that worked before does not work any more: " + String.join(" ", lost));
        }
        long passed = results.stream()
                .filter(result -> result.status() == CheckStatus.PASSED)
                .count();
        return passed + " of " + flows.size() + " asked with success";
    }

    private String await(List<String> services, Duration timeout) throws FailedException, InterruptedException {
        Readiness readiness = watch.await(services, timeout);
        if (!readiness.ready()) {
            throw new FailedException("After " + timeout.toSeconds() + " s at most, not every service is ready: "
                    + readiness.text() + "; its log tells why: docker compose logs "
                    + String.join(" ", services) + ".");
        }
        return "running, " + health(services);
    }

    private String health(List<String> services) {
        long checked = services.stream()
                .filter(service -> watch.state().containers(project, service).stream()
                        .allMatch(c -> c.status().health() == ObservedContainer.Health.HEALTHY))
                .count();
        return checked == services.size()
                ? "healthy"
                : checked + " of " + services.size() + " with a health check, healthy";
    }
}
