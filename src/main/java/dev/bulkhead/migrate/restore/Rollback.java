package dev.bulkhead.migrate.restore;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.ProjectWatch;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.live.ServiceStarter;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.RecreationGroups;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The way back to a restore point. It looks at what is different now and changes that, so it can be walked again from
 * wherever it was left; a part that fails is told at the end and does not keep the other parts from being put back.
 */
public final class Rollback {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final Tools tools;
    private final RestoreContent wanted;
    private final Consumer<String> log;
    private final List<String> done = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private boolean engineGone;

    /**
     * Prepares the way back.
     *
     * @param log called with each line of progress
     */
    public Rollback(Tools tools, RestoreContent wanted, Consumer<String> log) {
        this.tools = tools;
        this.wanted = wanted;
        this.log = log;
    }

    /** A part of the way back. */
    private interface Part {
        void run() throws EngineException, FileWriteException, InterruptedException, ComposeException;
    }

    /** Inverses of the steps that were carried out; what they leave is found by comparison afterwards. */
    @FunctionalInterface
    public interface Inverses {
        /** Carries them out, last step first; returns what was taken back, one sentence each. */
        List<String> takeBack() throws InterruptedException;
    }

    /** Walks it; returns what is not as it was. */
    public RollbackResult run(ProjectWatch watch, Inverses inverses) throws InterruptedException {
        attempt(this::restoreFiles);
        attempt(() -> inverses.takeBack().forEach(this::told));
        attempt(this::restoreNetworks);
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
        } catch (EngineException | FileWriteException | ComposeException e) {
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

    private void restoreFiles() throws FileWriteException {
        List<String> names = new FileRestorer(tools.files()).restore(wanted.files());
        if (!names.isEmpty()) {
            told("Wrote the old bytes of " + String.join(", ", names) + ".");
        }
    }

    private void restoreNetworks() throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedNetwork network : wanted.state().networks()) {
            if (now.network(network.name()).isEmpty()) {
                tools.engine()
                        .networks()
                        .createNetwork(new NetworkSpec(network.name(), network.options(), network.subnets()));
                told("Created network " + network.name() + " again.");
            }
        }
    }

    private void recreate(ProjectWatch watch) throws EngineException, InterruptedException, ComposeException {
        ObservedState now = tools.engine().observer().observe();
        Topology topology =
                new ComposeLoader(tools.disk()).load(tools.request()).topology();
        removeNewServices(now, topology);
        Set<String> changed = new TreeSet<>();
        SortedMap<String, List<String>> then =
                NormalisedState.of(wanted.state(), wanted.project()).containers();
        SortedMap<String, List<String>> present =
                NormalisedState.of(now, wanted.project()).containers();
        for (ObservedContainer before : wanted.state().containers()) {
            // one that is another and yet the same was recreated when its step was taken back
            boolean same = now.containers().stream().anyMatch(c -> c.id().equals(before.id()))
                    || Objects.equals(then.get(before.name()), present.get(before.name()));
            before.service()
                    .filter(service -> !same && topology.service(service).isPresent())
                    .ifPresent(changed::add);
        }
        ServiceStarter starter = new ServiceStarter(tools, wanted.project());
        for (List<String> group : RecreationGroups.of(topology, changed)) {
            try {
                starter.up(group, log);
                told("Recreated " + String.join(", ", group) + " from the old files.");
            } catch (EngineException e) {
                if (EngineSilence.of(tools.engine()).isPresent()) {
                    throw e;
                }
                failed.add(String.valueOf(e.getMessage()));
            }
            Readiness readiness = watch.await(readyBefore(group), READY_TIMEOUT);
            if (!readiness.ready()) {
                log.accept(readiness.text());
            }
        }
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
            tools.engine().services().remove(tools.request(), fresh, log);
            told("Removed " + String.join(", ", fresh) + ", which had no container before.");
        }
    }

    private void restoreMemberships() throws EngineException {
        ObservedState now = tools.engine().observer().observe();
        for (ObservedContainer before : wanted.state().containers()) {
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
                tools.engine().containers().start(present.get().id());
                told("Started " + before.name() + ".");
            } else if (!ran && runs) {
                tools.engine().containers().stop(present.get().id(), STOP_GRACE);
                told("Stopped " + before.name() + ", which did not run before.");
            }
        }
    }

    private void removeNewNetworks() throws EngineException {
        for (ObservedNetwork network : tools.engine().observer().observe().networks()) {
            boolean fresh = wanted.state().network(network.name()).isEmpty();
            if (fresh && NormalisedState.madeFor(network, wanted.project())) {
                tools.engine().networks().removeNetwork(network.name());
                told("Removed network " + network.name() + ".");
            }
        }
    }

    private List<String> readyBefore(List<String> services) {
        return services.stream()
                .filter(service -> Readiness.of(wanted.state(), wanted.project(), List.of(service))
                        .ready())
                .toList();
    }

    private void awaitReady(ProjectWatch watch) throws InterruptedException {
        List<String> services = readyBefore(wanted.state().containers().stream()
                .flatMap(c -> c.service().stream())
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
