package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.EndpointSpec;
import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.migrate.iteration.Design;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is different for each service: between the files now and then, and between the engine and the files then. */
final class ServiceChanges {

    private final PlanInput input;

    ServiceChanges(PlanInput input) {
        this.input = input;
    }

    /** Returns the services whose containers have to change, those included that share the namespace of one. */
    Set<String> touched() {
        Set<String> touched = new TreeSet<>();
        for (Service service : input.after().services().values()) {
            if (service.profiles().isEmpty() || !containers(service.key()).isEmpty()) {
                if (!missing(service).isEmpty() || settingsChange(service) || absent(service)) {
                    touched.add(service.key());
                }
            }
        }
        Set<String> owners = touched.stream().filter(this::needsRecreation).collect(Collectors.toSet());
        input.design().turns().forEach((service, turn) -> {
            if (turn.follows().map(owners::contains).orElse(false)) {
                touched.add(service);
            }
        });
        return touched;
    }

    /** Returns whether a running container cannot become what the files will say. */
    boolean needsRecreation(String service) {
        Design.Turn turn = input.design().turns().get(service);
        boolean follows = turn != null && turn.follows().isPresent();
        Optional<Service> wanted = input.after().service(service);
        boolean running = runs(service);
        return !input.design().live()
                || follows
                || !running
                || wanted.map(this::settingsChange).orElse(true);
    }

    private boolean absent(Service service) {
        return containers(service.key()).isEmpty();
    }

    private boolean settingsChange(Service service) {
        return input.before()
                .service(service.key())
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
                .toList();
    }

    /** Returns the networks that the running container joins, with the names Compose would give it there. */
    List<Operation.Join> joins(String service) {
        Optional<Service> wanted = input.after().service(service);
        List<Operation.Join> joins = new ArrayList<>();
        for (Attachment attachment : wanted.map(this::missing).orElse(List.of())) {
            Set<String> aliases = new LinkedHashSet<>();
            containers(service).forEach(c -> aliases.add(c.name()));
            aliases.add(service);
            aliases.addAll(attachment.aliases());
            joins.add(new Operation.Join(
                    realName(attachment.network()),
                    new EndpointSpec(
                                    List.copyOf(aliases), attachment.ipv4(), attachment.ipv6(), attachment.gwPriority())
                            .withDriverOpts(attachment.driverOpts())));
        }
        return joins;
    }

    /** Returns why these services are touched, as a sentence. */
    String cause(List<String> services) {
        Set<String> networks = new LinkedHashSet<>();
        Set<String> settings = new LinkedHashSet<>();
        Set<String> followed = new LinkedHashSet<>();
        Set<String> absent = new LinkedHashSet<>();
        for (String key : services) {
            Design.Turn turn = input.design().turns().get(key);
            if (turn != null) {
                turn.follows().ifPresent(owner -> followed.add(key + " shares the network of " + owner));
            }
            Service after = input.after().services().get(key);
            if (after != null) {
                if (absent(after)) {
                    absent.add(key);
                } else {
                    missing(after).forEach(a -> networks.add(realName(a.network())));
                }
                settings.addAll(SettingChanges.between(input.before().service(key), after));
            }
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
        return String.join("; ", parts) + ".";
    }

    /** Returns the services that are expected to run once all is done: those touched and those that ran before. */
    List<String> expectedReady() {
        Set<String> expected = new TreeSet<>(touched());
        input.after().services().keySet().stream().filter(this::runs).forEach(expected::add);
        return List.copyOf(expected);
    }

    private boolean runs(String service) {
        List<ObservedContainer> containers = containers(service);
        return !containers.isEmpty()
                && containers.stream().allMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
    }

    private List<ObservedContainer> containers(String service) {
        return input.observed().containers(input.before().project(), service);
    }

    private String realName(String key) {
        return input.after().network(key).map(Network::name).orElse(key);
    }
}
