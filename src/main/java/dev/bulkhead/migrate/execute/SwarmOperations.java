package dev.bulkhead.migrate.execute;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineNetworks;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Operations by which hosts come together, and what the engines of a Swarm need more than one try for. */
final class SwarmOperations {

    /** Managers agree within a second or two; an engine that was asked before refuses. */
    private static final int TRIES = 12;

    private static final Duration BETWEEN = Duration.ofMillis(1500);

    /** Networks without names. */
    private static final Set<String> NAMELESS = Set.of("bridge", "host", "none");

    private final Engine engine;
    private final Verifier verifier;
    private final Consumer<String> log;

    SwarmOperations(Engine engine, Verifier verifier, Consumer<String> log) {
        this.engine = engine;
        this.verifier = verifier;
        this.log = log;
    }

    /** A call to the engine. */
    private interface Call {
        void make() throws EngineException;
    }

    String run(SwarmTask task) throws EngineException, OperationRunner.FailedException {
        EngineNetworks host = engine.networks().on(task.host());
        SwarmLook look = host.swarm();
        return switch (task) {
            case SwarmTask.Begin(var name, var address) -> {
                if (look.takesPart()) {
                    yield manages(name, look);
                }
                log.accept("docker swarm init --advertise-addr " + address + " on " + name);
                host.initSwarm(address);
                yield "made, with " + name + " as its only manager";
            }
            case SwarmTask.Join join -> join(join, host, look);
            case SwarmTask.Leave(var name) -> {
                if (look.state() == SwarmLook.State.NONE) {
                    yield "in none already";
                }
                List<String> named = named(name);
                if (!named.isEmpty()) {
                    yield "it stays in it: leaving takes away the names by which " + String.join(", ", named)
                            + " reach each other, on every network of the host, until they are started again; do both when that"
                            + " suits you: docker swarm leave --force, then restart them";
                }
                log.accept("docker swarm leave --force on " + name);
                host.leaveSwarm();
                yield "left";
            }
        };
    }

    /**
     * Returns the running containers of a host that know each other by name. An engine that leaves its Swarm forgets all names, those
     * of local networks too (moby libnetwork, {@code cleanupServiceDiscovery}; seen on 28.5).
     */
    private List<String> named(String host) throws EngineException {
        boolean first = engine.networks().hosts().getFirst().equals(host);
        return engine.observer().observe().containers().stream()
                .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                .filter(container -> first
                        ? container.name().indexOf('@') < 0
                        : container.name().endsWith("@" + host))
                .filter(container ->
                        container.endpoints().stream().anyMatch(endpoint -> !NAMELESS.contains(endpoint.network())))
                .map(ObservedContainer::name)
                .toList();
    }

    private static String manages(String name, SwarmLook look) throws OperationRunner.FailedException {
        if (look.state() != SwarmLook.State.MANAGER) {
            throw new OperationRunner.FailedException(
                    "Host " + name + " has come into a Swarm as a worker meanwhile, so it cannot manage one.");
        }
        return "manages a Swarm already";
    }

    private String join(SwarmTask.Join join, EngineNetworks host, SwarmLook look)
            throws EngineException, OperationRunner.FailedException {
        EngineNetworks manager = engine.networks().on(join.manager());
        if (look.takesPart()) {
            boolean same = manager.swarm()
                    .address()
                    .filter(address -> look.managers().stream().anyMatch(one -> one.startsWith(address + ":")))
                    .isPresent();
            if (!same) {
                throw new OperationRunner.FailedException("Host " + join.host()
                        + " has come into another Swarm than that of " + join.manager()
                        + " meanwhile; have it leave that one first.");
            }
            return "joined already";
        }
        log.accept("docker swarm join --advertise-addr " + join.address() + " on " + join.host());
        host.joinSwarm(
                manager.ticket(join.manages() ? SwarmLook.State.MANAGER : SwarmLook.State.WORKER), join.address());
        return "joined as " + (join.manages() ? "a manager" : "a worker");
    }

    /** Returns whether a network spans hosts. */
    private boolean spans(String network) throws EngineException {
        // a worker does not list one that it has no container on
        return engine.observer()
                .observe()
                .network(network)
                .filter(SwarmOperations::overlay)
                .isPresent();
    }

    private static boolean overlay(ObservedNetwork network) {
        return network.options().driver().filter("overlay"::equals).isPresent();
    }

    String create(NetworkSpec network) throws EngineException, InterruptedException {
        return network.options().driver().filter("overlay"::equals).isPresent()
                ? patiently(() -> engine.networks().createNetwork(network))
                : once(() -> engine.networks().createNetwork(network));
    }

    String remove(String network) throws EngineException, InterruptedException {
        if (!spans(network)) {
            return once(() -> engine.networks().removeNetwork(network));
        }
        String done = patiently(() -> engine.networks().removeNetwork(network));
        // a worker goes on listing it until its manager has told it
        for (int looked = 1; looked < TRIES && spans(network); looked++) {
            Thread.sleep(BETWEEN);
        }
        return done;
    }

    String connect(String network, String container, EndpointSpec endpoint)
            throws EngineException, InterruptedException {
        Call call = () -> engine.networks().connect(network, container, endpoint);
        return spans(network) ? patiently(call) : once(call);
    }

    private static String once(Call call) throws EngineException {
        call.make();
        return "";
    }

    /** Makes a call until it is not refused any more; returns how often it was made, in words, where that was more than once. */
    private String patiently(Call call) throws EngineException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                call.make();
                return tried == 1 ? "" : ", at try " + tried + ": the Swarm's managers had not agreed before";
            } catch (EngineException e) {
                boolean gone = e.kind() == EngineException.Kind.UNREACHABLE || e.kind() == EngineException.Kind.TIMEOUT;
                if (tried == TRIES || gone) {
                    throw e;
                }
                log.accept(e.sentence() + " Once more.");
                Thread.sleep(BETWEEN);
            }
        }
    }

    /** Every flow has to answer: none of them worked before. */
    String across(String project, List<MustFlow> flows)
            throws EngineException, OperationRunner.FailedException, InterruptedException {
        Baseline wanted = new Baseline(
                new TreeMap<>(flows.stream().collect(Collectors.toMap(MustFlow::rule, flow -> true, (a, b) -> a))));
        List<CheckResult> results = verifier.probe(project, flows, wanted);
        List<String> lost = results.stream()
                .filter(result -> result.status() == CheckStatus.FAILED)
                .map(result -> result.subject() + ": " + result.saw())
                .toList();
        if (!lost.isEmpty()) {
            throw new OperationRunner.FailedException(
                    "Hosts do not reach each other over the new network; ports 4789/udp and 7946 between them have to be open: "
                            + String.join(" ", lost));
        }
        long passed = results.stream()
                .filter(result -> result.status() == CheckStatus.PASSED)
                .count();
        return passed + " of " + flows.size() + " answered"
                + (passed < flows.size() ? "; of the others it cannot be told" : "");
    }
}
