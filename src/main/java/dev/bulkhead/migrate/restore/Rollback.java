package dev.bulkhead.migrate.restore;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.live.ServiceRemoval;
import dev.bulkhead.migrate.live.ServiceStarter;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The way back to a restore point. It looks at what is different now and changes that, so it can be walked again from
 * wherever it was left. Without the files nothing is done to the engine; a part of the engine that fails is told at the
 * end and does not keep the other parts from being put back.
 */
public final class Rollback {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

    private final Tools tools;
    private final RestoreContent wanted;
    private final FilesBack files;
    private final FileRestorer restorer;
    private final Consumer<String> log;
    private final List<String> done = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private Set<String> remade = Set.of();
    private boolean engineGone;

    /**
     * Prepares the way back.
     *
     * @param files what becomes of the files, all of them settled
     * @param points keeps copies of what is written over
     * @param log called with each line of progress
     */
    public Rollback(Tools tools, RestoreContent wanted, FilesBack files, RestorePoints points, Consumer<String> log) {
        this.tools = tools;
        this.wanted = wanted;
        this.files = files;
        this.restorer = new FileRestorer(tools.files(), points, wanted.point().id());
        this.log = log;
    }

    /** A part of the way back. */
    private interface Part {
        void run() throws EngineException, InterruptedException, ComposeException;
    }

    /** Inverses of the steps that were carried out; what they leave is found by comparison afterwards. */
    @FunctionalInterface
    public interface Inverses {
        /**
         * Carries them out, last step first; returns what was taken back, one sentence each.
         *
         * @param except services that are made anew otherwise
         */
        List<String> takeBack(Set<String> except) throws InterruptedException;
    }

    /** Walks it; returns what is not as it was. */
    public RollbackResult run(ContainerWatch watch, Inverses inverses) throws InterruptedException {
        try {
            restorer.restore(files).forEach(this::told);
        } catch (FileWriteException e) {
            failed.add(e.getMessage() + " The engine was left as it is.");
            return new RollbackResult(failed, done);
        }
        attempt(() -> remade = new FromBlueprint(tools, wanted, log).services());
        // before anything is made anew: Compose would make a network that is gone with no labels but its own
        attempt(() -> restoreNetworks(refusal -> log.accept(refusal.sentence())));
        attempt(() -> inverses.takeBack(remade).forEach(this::told));
        attempt(() -> restoreNetworks(refusal -> {
            throw refusal;
        }));
        attempt(() -> recreate(watch));
        attempt(this::restoreMemberships);
        attempt(this::stopWhatStood);
        attempt(this::removeNewNetworks);
        attempt(() -> awaitReady(watch));
        attempt(this::compare);
        return new RollbackResult(failed, done);
    }

    /** Without an engine nothing more can be put back, and waiting for it would only take time. */
    private void attempt(Part part) throws InterruptedException {
        if (engineGone) {
            return;
        }
        try {
            part.run();
        } catch (EngineException | ComposeException e) {
            engineGone = e instanceof EngineException
                    && EngineSilence.of(tools.engine()).isPresent();
            failed.add(String.valueOf(e.getMessage()));
            log.accept(String.valueOf(e.getMessage()));
        }
    }

    private void told(String what) {
        done.add(what);
        log.accept(what);
    }

    /** What is done about a network that the engine refuses; its addresses may be those of one that still has to go. */
    private interface Refusal {
        void of(EngineException refusal) throws EngineException;
    }

    private void restoreNetworks(Refusal onRefusal) throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedNetwork network : wanted.state().networks()) {
            if (now.network(network.name()).isEmpty()) {
                try {
                    tools.engine()
                            .networks()
                            .createNetwork(new NetworkSpec(network.name(), network.options(), network.subnets()));
                    told("Created network " + network.name() + " again.");
                } catch (EngineException e) {
                    onRefusal.of(e);
                }
            }
        }
    }

    private void recreate(ContainerWatch watch) throws EngineException, InterruptedException, ComposeException {
        ObservedState now = tools.engine().observer().observe();
        Topology topology =
                new ComposeLoader(tools.disk()).load(tools.request()).topology();
        removeNewServices(now, topology);
        List<List<String>> turns = new WayBackOrder(topology, wanted, now).turns();
        if (!turns.isEmpty()) {
            log.accept("One after the other, each away while it is made anew: "
                    + turns.stream().map(turn -> String.join(" with ", turn)).collect(Collectors.joining(", ")));
        }
        ServiceStarter starter = new ServiceStarter(tools, wanted.project());
        for (List<String> turn : turns) {
            Map<String, Downtime> before = watch.downtimes();
            try {
                if (turn.stream().anyMatch(remade::contains)) {
                    new FromBlueprint(tools, wanted, log).make(turn);
                } else {
                    starter.up(turn, log);
                }
            } catch (EngineException e) {
                if (EngineSilence.of(tools.engine()).isPresent()) {
                    throw e;
                }
                failed.add(String.valueOf(e.getMessage()));
                refused.addAll(turn);
                continue;
            }
            // the next is touched only when this one serves again
            Readiness readiness = watch.await(readyBefore(turn), READY_TIMEOUT);
            told("Recreated " + String.join(", ", turn)
                    + (turn.stream().anyMatch(remade::contains)
                            ? " as the engine had it, since the files do not describe that"
                            : " from the old files")
                    + Downtime.words(Downtime.between(before, watch.downtimes())) + ".");
            if (!readiness.ready()) {
                log.accept(readiness.text());
            }
        }
        starter.mend(List.of(), log);
    }

    private void removeNewServices(ObservedState now, Topology topology) throws EngineException {
        List<String> fresh = now.containers().stream()
                .filter(c -> c.project().filter(wanted.project()::equals).isPresent())
                .flatMap(c -> c.service().stream())
                .filter(service ->
                        wanted.state().containers(wanted.project(), service).isEmpty())
                .filter(service -> topology.service(service).isPresent())
                .distinct()
                .toList();
        if (!fresh.isEmpty()) {
            ServiceRemoval.remove(tools.engine(), wanted.project(), fresh, log);
            told("Removed " + String.join(", ", fresh) + ", which had no container before.");
        }
    }

    private void restoreMemberships() throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedContainer before :
                MembershipRestorer.inOrder(wanted.state().containers())) {
            Optional<ObservedContainer> present = present(before, now);
            if (present.isPresent()) {
                List<String> changes = new MembershipRestorer(tools.engine()).restore(before, present.get());
                changes.forEach(this::told);
            }
        }
    }

    /** Returns what a container is now: the replica of its name, or the one that a single one was exchanged for. */
    private Optional<ObservedContainer> present(ObservedContainer before, ObservedState now) {
        List<ObservedContainer> replicas = before.service().stream()
                .flatMap(service -> now.containers(wanted.project(), service).stream())
                .toList();
        return replicas.stream()
                .filter(c -> c.name().equals(before.name()))
                .findFirst()
                .or(() -> replicas.size() == 1 ? Optional.of(replicas.getFirst()) : Optional.empty());
    }

    private void stopWhatStood() throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedContainer before : wanted.state().containers()) {
            Optional<ObservedContainer> present = present(before, now);
            if (present.isEmpty()) {
                continue;
            }
            boolean ran = before.status().state() == RunState.RUNNING;
            boolean runs = present.get().status().state() == RunState.RUNNING;
            if (ran && !runs) {
                start(before, present.get());
            } else if (!ran && runs) {
                tools.engine().containers().stop(present.get().id(), EngineContainers.AS_IT_ASKS);
                told("Stopped " + before.name() + ", which did not run before.");
            }
        }
    }

    private void start(ObservedContainer before, ObservedContainer present) throws EngineException {
        try {
            boolean anew = new ServiceStarter(tools, wanted.project()).startAgain(present, log);
            before.service().ifPresent(refused::remove);
            told((anew ? "Recreated " : "Started ") + before.name() + ".");
        } catch (EngineException e) {
            if (EngineSilence.of(tools.engine()).isPresent()) {
                throw e;
            }
            failed.add(String.valueOf(e.getMessage()));
            before.service().ifPresent(refused::add);
        }
    }

    private void removeNewNetworks() throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedNetwork network : now.networks()) {
            boolean fresh = wanted.state().network(network.name()).isEmpty();
            if (!fresh || !NormalisedState.madeFor(network, wanted.project())) {
                continue;
            }
            List<String> foreign = now.containers().stream()
                    .filter(c -> c.endpoint(network.name()).isPresent())
                    .filter(c -> c.project().filter(wanted.project()::equals).isEmpty())
                    .map(ObservedContainer::name)
                    .toList();
            if (!foreign.isEmpty()) {
                failed.add("Network " + network.name() + " stays: " + String.join(", ", foreign)
                        + ", of another project, is on it; take it off, then go back once more.");
                continue;
            }
            tools.engine().networks().removeNetwork(network.name());
            told("Removed network " + network.name() + ".");
        }
    }

    private List<String> readyBefore(List<String> services) {
        return services.stream()
                .filter(service -> Readiness.of(wanted.state(), wanted.project(), List.of(service))
                        .ready())
                .toList();
    }

    private void awaitReady(ContainerWatch watch) throws InterruptedException {
        List<String> services = readyBefore(wanted.state().containers().stream()
                .flatMap(c -> c.service().stream())
                // what the engine refused to start does not come up by being waited for
                .filter(service -> !refused.contains(service))
                .toList());
        Readiness readiness = watch.await(services, READY_TIMEOUT);
        if (!readiness.ready()) {
            failed.add("Not ready as before: " + readiness.text() + ".");
        }
    }

    /**
     * Containers that are what the old files say. One that had been attached as it ran was created from older files still, and
     * its hash with it.
     */
    private Set<String> asTheFilesSay() throws EngineException {
        Map<String, String> hashes = tools.engine().services().hashes(tools.request());
        return tools.engine().observer().observe().containers().stream()
                .filter(c -> c.project().filter(wanted.project()::equals).isPresent())
                .filter(c -> c.service()
                        .map(hashes::get)
                        .filter(hash -> c.configHash().filter(hash::equals).isPresent())
                        .isPresent())
                .map(ObservedContainer::name)
                .collect(Collectors.toSet());
    }

    private void compare() throws EngineException {
        NormalisedState before = NormalisedState.of(wanted.state(), wanted.project());
        NormalisedState now = NormalisedState.of(tools.engine().observer().observe(), wanted.project());
        failed.addAll(before.withHashesOf(now, asTheFilesSay()).differencesTo(now));
    }
}
