package dev.bulkhead.migrate.execute;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.live.ServiceExchange;
import dev.bulkhead.migrate.live.ServiceRemoval;
import dev.bulkhead.migrate.live.ServiceStarter;
import dev.bulkhead.migrate.live.SharedNamespaces;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.topology.Subnet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Runner of single operations; one that is done already is found so and left alone. */
public final class OperationRunner {

    private final Tools tools;
    private final String project;
    private final ContainerWatch watch;
    private final Verifier verifier;
    private final Baseline baseline;
    private final Consumer<String> log;
    private final ContainerOperations containers;
    private final FileOperations files;
    private final SecretTasks secrets;
    private final SwarmOperations swarm;
    private final ReentrantLock making = new ReentrantLock();

    /** Works on a project. */
    public OperationRunner(
            Tools tools,
            String project,
            ContainerWatch watch,
            Probing probing,
            FileOperations files,
            Consumer<String> log) {
        this.tools = tools;
        this.project = project;
        this.watch = watch;
        this.verifier = probing.verifier();
        this.baseline = probing.baseline();
        this.log = log;
        this.files = files;
        this.swarm = new SwarmOperations(tools.engine(), probing.verifier(), log);
        this.containers = new ContainerOperations(tools.engine(), project, swarm, log);
        this.secrets = new SecretTasks(tools, project, probing.verifier());
    }

    /** How flows are probed, and which of them worked before. */
    public record Probing(Verifier verifier, Baseline baseline) {}

    /** An operation that failed; the message is one sentence for the operator. */
    public static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        FailedException(String sentence) {
            super(sentence);
        }

        /** Fails with a cause. */
        public FailedException(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /**
     * Returns what came of it, in a few words.
     *
     * @throws FailedException if it is not done, with one sentence for the operator
     */
    public String run(Operation operation) throws FailedException, InterruptedException {
        try {
            return switch (operation) {
                case Operation.WriteFiles write -> files.write(write.changes());
                case Operation.CreateNetwork create -> create(create.network());
                case Operation.RecreateServices recreate -> recreate(recreate);
                case Operation.RestoreFiles restore -> "left to the restore point";
                case Operation.RemoveNetwork(var network) -> removeNetwork(network);
                case Operation.Connect connect -> containers.connect(connect);
                case Operation.Disconnect disconnect -> containers.disconnect(disconnect);
                case Operation.ExchangeService(var service, var timeout) -> exchange(service, timeout);
                case Operation.RemoveServices(var services) -> removeServices(services);
                case Operation.StartContainer(var member) -> containers.start(member);
                case Operation.StopContainer(var member) -> containers.stop(member);
                case Operation.ProbeFlows(var flows) -> probe(flows);
                case Operation.ProbeRoute(var request) -> green(verifier.route(project, request));
                case Operation.AskWeb(var ask) -> green(verifier.web(project, ask));
                case Operation.ProbeClosed closed -> green(verifier.closed(project, closed.service(), closed.port()));
                case Operation.RunCheck(var check) -> green(verifier.check(project, check));
                case Operation.WatchServices(var services, var time) -> steady(services, time);
                case Operation.RestartContainer(var member) -> restart(member);
                case Operation.ReloadFiles(var member, var command) -> containers.reload(member, command);
                case Operation.HandleSecrets(var task) -> secrets.run(task);
                case Operation.ChangeSwarm(var task) -> swarm.run(task);
                case Operation.ProbeAcross(var flows) -> swarm.across(project, flows);
                case Operation.WaitReady wait -> await(wait.services(), wait.timeout());
            };
        } catch (EngineException | FileWriteException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A container that was stopped and cannot be started is made anew from the files: what it has mounted stands elsewhere
     * once the project was moved.
     */
    private String restart(Operation.Member member) throws EngineException, FailedException, InterruptedException {
        try {
            return containers.restart(member);
        } catch (EngineException e) {
            List<ObservedContainer> ended = engineGone()
                    ? List.of()
                    : tools.engine().observer().observe().containers(project, member.service()).stream()
                            .filter(container -> container.status().state() == ObservedContainer.RunState.EXITED)
                            .toList();
            if (ended.isEmpty()) {
                throw e;
            }
            log.accept(String.valueOf(e.getMessage()));
            ServiceStarter starter = new ServiceStarter(tools, project);
            // one that was made here is as the files say: another of its kind would not start either
            if (ended.stream().anyMatch(starter::madeElsewhere)) {
                starter.anew(List.of(member.service()), log);
            } else {
                recreate(new Operation.RecreateServices(List.of(member.service()), Duration.ZERO));
            }
            return "made anew from the files, since it could not be started";
        }
    }

    /** Returns services in units that live and go together: each alone, or the owner of a namespace with its guests. */
    public List<List<String>> units(List<String> services) {
        return new SharedNamespaces(watch.state(), project).units(services);
    }

    /** Returns whether an operation failed because there is no engine any more. */
    public boolean engineGone() {
        return EngineSilence.of(tools.engine()).isPresent();
    }

    private String create(NetworkSpec wanted) throws EngineException, FailedException, InterruptedException {
        Optional<ObservedNetwork> present = tools.engine().observer().observe().network(wanted.name());
        if (present.isPresent()) {
            List<Optional<String>> has =
                    present.get().subnets().stream().map(Subnet::subnet).toList();
            List<Optional<String>> wants =
                    wanted.subnets().stream().map(Subnet::subnet).toList();
            boolean made = madeAs(wanted, present.get());
            if (made && (wants.isEmpty() || has.equals(wants))) {
                return "there already";
            }
            throw new FailedException("Network " + wanted.name() + " has appeared on the engine "
                    + (made ? "with another address range" : "and was not made for this project")
                    + "; remove it or choose another name.");
        }
        log.accept("create network " + wanted.name());
        return "created" + swarm.create(wanted);
    }

    /**
     * Makes networks again that somebody has removed meanwhile: Compose would make them with what the files say alone. What
     * cannot be made is found by the step that needs it.
     */
    public void keep(List<NetworkSpec> networks) {
        try {
            ObservedState now = tools.engine().observer().observe();
            for (NetworkSpec network : networks) {
                if (now.network(network.name()).isEmpty()) {
                    log.accept("create network " + network.name() + " again, which was removed meanwhile");
                    tools.engine().networks().createNetwork(network);
                }
            }
        } catch (EngineException e) {
            log.accept(String.valueOf(e.getMessage()));
        }
    }

    private String recreate(Operation.RecreateServices recreate)
            throws EngineException, FailedException, InterruptedException {
        // side by side they wait; being made anew at the same time, each would be away longer
        making.lockInterruptibly();
        try {
            new ServiceStarter(tools, project).up(recreate.services(), log);
        } finally {
            making.unlock();
        }
        if (recreate.timeout().isZero()) {
            return "recreated";
        }
        return await(recreate.services(), recreate.timeout());
    }

    private String exchange(String service, Duration timeout)
            throws EngineException, FailedException, InterruptedException {
        ServiceExchange.Outcome outcome = new ServiceExchange(tools, project, watch).go(service, timeout, log);
        return switch (outcome) {
            case ServiceExchange.Outcome.Exchanged(var words) -> words;
            case ServiceExchange.Outcome.Refused(var sentence) -> throw new FailedException(sentence);
            case ServiceExchange.Outcome.NotPossible(var why) ->
                recreate(new Operation.RecreateServices(List.of(service), timeout)) + "; stopped first, since " + why;
        };
    }

    /** Where the engine chooses the range, only the labels tell whose a network is. */
    private static boolean madeAs(NetworkSpec wanted, ObservedNetwork present) {
        return present.options()
                .labels()
                .entrySet()
                .containsAll(wanted.options().labels().entrySet());
    }

    private String removeNetwork(NetworkSpec network) throws EngineException, FailedException, InterruptedException {
        Optional<ObservedNetwork> present = tools.engine().observer().observe().network(network.name());
        if (present.isEmpty()) {
            return "gone already";
        }
        // Compose makes it anew without Bulkhead's labels: 'down' and 'up' are usual between a run and its way back.
        if (!madeAs(network, present.get()) && !NormalisedState.madeFor(present.get(), project)) {
            throw new FailedException("Network " + network.name()
                    + " was made anew by somebody else meanwhile and is left to them; rename or remove it.");
        }
        log.accept("remove network " + network.name());
        return "removed" + swarm.remove(network.name());
    }

    private String removeServices(List<String> services) throws EngineException {
        ObservedState state = tools.engine().observer().observe();
        List<String> present = services.stream()
                .filter(service -> !state.containers(project, service).isEmpty())
                .toList();
        if (present.isEmpty()) {
            return "gone already";
        }
        ServiceRemoval.remove(tools.engine(), project, present, log);
        return "removed";
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

    private String steady(List<String> services, Duration time)
            throws EngineException, FailedException, InterruptedException {
        Optional<String> broken = watch.steady(services, time);
        if (broken.isPresent()) {
            throw new FailedException(
                    broken.get() + " Its log tells why: docker compose logs " + String.join(" ", services) + ".");
        }
        return "stayed well";
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
