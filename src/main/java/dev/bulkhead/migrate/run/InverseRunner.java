package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.restore.ExchangeBack;
import dev.bulkhead.migrate.restore.Rollback;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Executor of inverses: takes steps back, last first, as the journal holds them. One that fails is told and leaves the rest
 * to go on; the comparison with the restore point afterwards finds what it left.
 */
final class InverseRunner implements Rollback.Inverses {

    private final OperationRunner runner;
    private final ExchangeBack exchanges;
    private final FilesNow files;
    private final List<JournalEntry.Began> steps;
    private final ContainerWatch watch;
    private final Consumer<String> log;

    /** What the files say at the moment. */
    interface FilesNow {
        Topology topology() throws ComposeException;
    }

    /**
     * Prepares to take steps back.
     *
     * @param exchanges brings back what was exchanged
     * @param files asked once they are those of before
     * @param steps last first
     * @param watch measures how long services are away
     */
    InverseRunner(
            OperationRunner runner,
            ExchangeBack exchanges,
            FilesNow files,
            List<JournalEntry.Began> steps,
            ContainerWatch watch,
            Consumer<String> log) {
        this.runner = runner;
        this.exchanges = exchanges;
        this.files = files;
        this.steps = List.copyOf(steps);
        this.watch = watch;
        this.log = log;
    }

    @Override
    public List<String> takeBack(Set<String> except) throws InterruptedException {
        List<String> done = new ArrayList<>();
        for (Inverse inverse : inOrder(except)) {
            String what =
                    inverse.operation().subject() + ": " + inverse.operation().action();
            Map<String, Downtime> before = watch.downtimes();
            try {
                String outcome = run(inverse.operation(), except);
                done.add("Step " + inverse.step() + " taken back: " + what + " (" + outcome
                        + Downtime.words(Downtime.between(before, watch.downtimes())) + ").");
            } catch (OperationRunner.FailedException e) {
                log.accept("Step " + inverse.step() + " is not taken back by " + what + ": " + e.getMessage());
                if (runner.engineGone()) {
                    return done;
                }
            }
        }
        return done;
    }

    private String run(Operation operation, Set<String> except)
            throws OperationRunner.FailedException, InterruptedException {
        if (operation instanceof Operation.ExchangeService(var service, var timeout)) {
            try {
                if (exchanges.go(service, timeout)) {
                    return "the old one is back, the new one served until it was ready";
                }
                if (except.contains(service)) {
                    return "left to the restore point";
                }
            } catch (EngineException e) {
                throw new OperationRunner.FailedException(String.valueOf(e.getMessage()), e);
            }
        }
        return runner.run(operation);
    }

    private record Inverse(int step, Operation operation) {}

    /**
     * Returns the inverses last first; but services that are made anew one after the other come in the order of the plan,
     * dependencies first: Compose notes in a container's labels only dependencies that are what the files say by then.
     */
    private List<Inverse> inOrder(Set<String> except) {
        List<Inverse> ordered = new ArrayList<>();
        List<Inverse> anew = new ArrayList<>();
        for (JournalEntry.Began step : steps) {
            List<Inverse> inverses = step.inverse().stream()
                    .flatMap(this::single)
                    // files are settled before anything is done to the engine
                    .filter(inverse -> !(inverse instanceof Operation.RestoreFiles))
                    .filter(inverse -> !(inverse instanceof Operation.RecreateServices(var services, var timeout)
                            && services.stream().anyMatch(except::contains)))
                    .map(inverse -> new Inverse(step.step(), inverse))
                    .toList();
            if (inverses.stream().allMatch(inverse -> makesAnew(inverse.operation()))) {
                anew.addAll(0, inverses);
            } else {
                ordered.addAll(dependenciesFirst(anew));
                ordered.addAll(inverses);
                anew.clear();
            }
        }
        ordered.addAll(dependenciesFirst(anew));
        return valuesFirst(statedAddressesFirst(ordered));
    }

    /** Phases follow each other in the plan without regard to who depends on whom. */
    private List<Inverse> dependenciesFirst(List<Inverse> anew) {
        if (anew.size() < 2) {
            return List.copyOf(anew);
        }
        Topology topology;
        try {
            topology = files.topology();
        } catch (ComposeException e) {
            return List.copyOf(anew); // Compose says itself what is wrong with the files
        }
        Map<String, Inverse> makers = new LinkedHashMap<>();
        anew.forEach(inverse -> services(inverse.operation()).forEach(service -> makers.put(service, inverse)));
        Set<Inverse> ordered = new LinkedHashSet<>();
        makers.keySet().forEach(service -> add(service, topology, makers, new HashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void add(
            String service, Topology topology, Map<String, Inverse> makers, Set<String> open, Set<Inverse> ordered) {
        if (!open.add(service)) {
            return;
        }
        topology.service(service).map(Service::dependsOn).orElse(List.of()).stream()
                .map(Dependency::service)
                .forEach(dependency -> add(dependency, topology, makers, open, ordered));
        Optional.ofNullable(makers.get(service)).ifPresent(ordered::add);
    }

    private static List<String> services(Operation inverse) {
        return switch (inverse) {
            case Operation.RecreateServices(var services, var timeout) -> services;
            case Operation.ExchangeService(var service, var timeout) -> List.of(service);
            default -> List.of();
        };
    }

    /** As files are: whoever is restarted or told reads the value of before. */
    private static List<Inverse> valuesFirst(List<Inverse> inverses) {
        return inverses.stream()
                .sorted(Comparator.comparing(
                        (Inverse inverse) -> !(inverse.operation() instanceof Operation.HandleSecrets(SecretTask task)
                                && task instanceof SecretTask.PutBack)))
                .toList();
    }

    /** Whoever joins a network without an address of its own is given the first free one, which may be another's. */
    private static List<Inverse> statedAddressesFirst(List<Inverse> inverses) {
        List<Inverse> ordered = new ArrayList<>();
        for (Inverse inverse : inverses) {
            int place = ordered.size();
            if (inverse.operation() instanceof Operation.Connect connect
                    && connect.endpoint().statesAddress()) {
                while (place > 0
                        && ordered.get(place - 1).operation() instanceof Operation.Connect other
                        && !other.endpoint().statesAddress()) {
                    place--;
                }
            }
            ordered.add(place, inverse);
        }
        return ordered;
    }

    private static boolean makesAnew(Operation inverse) {
        return inverse instanceof Operation.RecreateServices || inverse instanceof Operation.ExchangeService;
    }

    /** Services are made anew one after the other, so that the others serve meanwhile; guests with their owner. */
    private Stream<Operation> single(Operation inverse) {
        if (!(inverse instanceof Operation.RecreateServices(List<String> services, Duration timeout))
                || services.size() < 2) {
            return Stream.of(inverse);
        }
        return runner.units(services).stream().map(unit -> new Operation.RecreateServices(unit, timeout));
    }
}
