package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Differences of each service in one phase: between the files before and after it, and between engine and files. */
final class ServiceChanges {

    private final Phase phase;
    private final SortedMap<String, Turn> turns;
    private final Topology before;
    private final Topology after;
    private final ObservedState state;
    private final SortedMap<String, Set<String>> fields;

    /**
     * Looks at one phase.
     *
     * @param files the project as its files say before and after the phase
     * @param state the engine as it is when the phase begins
     */
    ServiceChanges(Phase phase, SortedMap<String, Turn> turns, Files files, ObservedState state) {
        this.phase = phase;
        this.turns = turns;
        this.before = files.before();
        this.after = files.after();
        this.state = state;
        this.fields = files.changed() ? EditedFields.of(phase.edit()) : new TreeMap<>();
    }

    /** The project as its files say before and after a phase, and whether a file changes in it. */
    record Files(Topology before, Topology after, boolean changed) {}

    /** Returns the services whose containers change, those included that share the namespace of one. */
    Set<String> touched() {
        Set<String> touched = new TreeSet<>();
        for (Service service : after.services().values()) {
            boolean wanted =
                    service.profiles().isEmpty() || !containers(service.key()).isEmpty();
            if (wanted
                    && (!missing(service).isEmpty()
                            || !renamed(service).isEmpty()
                            || settingsChange(service)
                            || absent(service))) {
                touched.add(service.key());
            }
        }
        Set<String> owners = touched.stream().filter(this::needsRecreation).collect(Collectors.toSet());
        turns.forEach((service, turn) -> {
            if (turn.follows().map(owners::contains).orElse(false)) {
                touched.add(service);
            }
        });
        return touched;
    }

    /** Returns whether a running container cannot become what the files will say. */
    boolean needsRecreation(String service) {
        boolean follows = Turn.of(turns, service).follows().isPresent();
        boolean running = runs(service);
        return phase.joining() == Phase.Joining.RECREATE
                || follows
                || !running
                || after.service(service).map(this::settingsChange).orElse(true);
    }

    /**
     * Returns services of one turn in the portions in which they are made anew: each alone, with those that share its network
     * namespace, so that the others serve meanwhile. Where one of them leaves a network they go together: the others
     * might reach it only there.
     */
    List<List<String>> together(List<String> services) {
        if (services.isEmpty() || services.stream().anyMatch(this::leavesANetwork)) {
            return services.isEmpty() ? List.of() : List.of(services);
        }
        Map<String, List<String>> portions = new LinkedHashMap<>();
        for (String service : services) {
            String owner = Turn.of(turns, service).follows().orElse(service);
            portions.computeIfAbsent(owner, key -> new ArrayList<>()).add(service);
        }
        return List.copyOf(portions.values());
    }

    private boolean leavesANetwork(String key) {
        Optional<Service> old = before.service(key);
        Optional<Service> now = after.service(key);
        return old.isPresent()
                && (now.isEmpty()
                        || !old.get().networkMode().equals(now.get().networkMode())
                        || old.get().attachments().stream()
                                .anyMatch(a -> now.get().attachment(a.network()).isEmpty()));
    }

    /** Returns whether a service has no container yet. */
    boolean isNew(String service) {
        return containers(service).isEmpty();
    }

    private boolean absent(Service service) {
        return isNew(service.key());
    }

    private boolean settingsChange(Service service) {
        return phase.outdated().containsKey(service.key())
                || fields.containsKey(service.key())
                || before.service(service.key())
                        .map(old -> !old.container().equals(service.container())
                                || !old.ports().equals(service.ports())
                                || !old.networkMode().equals(service.networkMode()))
                        .orElse(true);
    }

    /** Returns the memberships that not every replica has. */
    private List<Attachment> missing(Service service) {
        List<ObservedContainer> containers = containers(service.key());
        return service.attachments().stream()
                .filter(a -> containers.isEmpty()
                        || containers.stream()
                                .anyMatch(c -> c.endpoint(realName(a.network())).isEmpty()))
                .filter(a -> !phase.leaves().contains(new MayGo.Membership(service.key(), realName(a.network()))))
                .toList();
    }

    /** Returns the memberships that get other names or addresses in the files, and that the container has. */
    private List<Attachment> renamed(Service service) {
        Optional<Service> old = before.service(service.key());
        List<Attachment> missing = missing(service);
        return service.attachments().stream()
                .filter(a -> !missing.contains(a))
                .filter(a -> old.flatMap(o -> o.attachment(a.network()))
                        .filter(o -> !o.equals(a))
                        .isPresent())
                .toList();
    }

    /** Returns what attaches the running containers to the networks that they lack, as Compose would. */
    List<Operation.Connect> joins(String service) {
        return connects(service, after.service(service).map(this::missing).orElse(List.of()));
    }

    /** Returns whether it joins a network as it runs and has to have an address of its own there. */
    boolean joinsWithAddress(String service) {
        return !needsRecreation(service)
                && joins(service).stream().anyMatch(join -> join.endpoint().statesAddress());
    }

    /** Returns what attaches them again, once they are off, where names or addresses change. */
    List<Operation.Connect> renames(String service) {
        return connects(service, after.service(service).map(this::renamed).orElse(List.of()));
    }

    private List<Operation.Connect> connects(String service, List<Attachment> attachments) {
        List<Operation.Connect> joins = new ArrayList<>();
        for (Attachment attachment : attachments) {
            for (ObservedContainer container : containers(service)) {
                joins.add(new Operation.Connect(
                        new Operation.Member(service, container.name()),
                        realName(attachment.network()),
                        PredictedState.asked(service, container.name(), attachment)));
            }
        }
        return joins;
    }

    /** Returns what takes containers off the networks that a service leaves in this phase. */
    List<Operation.Disconnect> leaves(ObservedState now) {
        return phase.leaves().stream()
                .flatMap(leave -> now.containers().stream()
                        .filter(c -> of(c, leave.service()))
                        .filter(c -> c.endpoint(leave.network()).isPresent())
                        .map(c -> new Operation.Disconnect(
                                new Operation.Member(leave.service(), c.name()), leave.network())))
                .toList();
    }

    /** Returns what attaches containers again to networks that no file gave them, after their recreation took it away. */
    List<Operation.Connect> attachedByHand(List<String> services) {
        List<Operation.Connect> again = new ArrayList<>();
        for (String service : services) {
            for (ObservedContainer container : containers(service)) {
                Inverses.beyond(container, before.service(service), before).stream()
                        .filter(endpoint -> !phase.leaves().contains(new MayGo.Membership(service, endpoint.network())))
                        .filter(endpoint -> !phase.retired().contains(endpoint.network()))
                        .filter(endpoint -> after.service(service).stream()
                                .flatMap(s -> s.attachments().stream())
                                .noneMatch(a -> realName(a.network()).equals(endpoint.network())))
                        .forEach(endpoint -> again.add(new Operation.Connect(
                                new Operation.Member(service, container.name()),
                                endpoint.network(),
                                endpoint.asked())));
            }
        }
        return again;
    }

    /** Returns why these services are touched, as a sentence. */
    String cause(List<String> services) {
        Set<String> networks = new LinkedHashSet<>();
        Set<String> settings = new LinkedHashSet<>();
        Set<String> followed = new LinkedHashSet<>();
        Set<String> absent = new LinkedHashSet<>();
        for (String key : services) {
            Turn turn = turns.get(key);
            if (turn != null) {
                turn.follows().ifPresent(owner -> followed.add(key + " shares the network of " + owner));
            }
            Optional<Service> now = after.service(key);
            if (now.isPresent()) {
                if (absent(now.get())) {
                    absent.add(key);
                } else {
                    missing(now.get()).forEach(a -> networks.add(realName(a.network())));
                }
                settings.addAll(
                        SettingChanges.between(before.service(key), now.get(), fields.getOrDefault(key, Set.of())));
            }
            Optional.ofNullable(phase.outdated().get(key)).ifPresent(why -> settings.add(key + " " + why));
        }
        List<String> parts = new ArrayList<>();
        if (!absent.isEmpty()) {
            parts.add(String.join(", ", absent) + (absent.size() == 1 ? " has" : " have") + " no container yet");
        }
        if (!networks.isEmpty()) {
            parts.add((services.size() == 1 ? "joins " : "they join ") + String.join(", ", networks));
        }
        parts.addAll(settings);
        parts.addAll(followed);
        if (parts.isEmpty()) {
            parts.add("its files say something else than its container was made from");
        }
        return String.join("; ", parts) + ".";
    }

    /** Returns the services that are expected to run once all is done: those touched and those that ran before. */
    List<String> expectedReady() {
        Set<String> expected = phase.joining() == Phase.Joining.LATER ? new TreeSet<>() : new TreeSet<>(touched());
        after.services().keySet().stream().filter(this::runs).forEach(expected::add);
        return List.copyOf(expected);
    }

    private boolean runs(String service) {
        List<ObservedContainer> containers = containers(service);
        return !containers.isEmpty()
                && containers.stream().allMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
    }

    private List<ObservedContainer> containers(String service) {
        return state.containers(before.project(), service);
    }

    private boolean of(ObservedContainer container, String service) {
        return container.project().filter(before.project()::equals).isPresent()
                && container.service().filter(service::equals).isPresent();
    }

    private String realName(String key) {
        return after.network(key).map(Network::name).orElse(key);
    }
}
