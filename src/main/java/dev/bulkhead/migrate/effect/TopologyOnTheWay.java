package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Project as it runs between two steps of a plan: some services as they were, others as they will be. */
final class TopologyOnTheWay {

    private final PlanEffectFinder.PlannedSequence course;
    private Topology now;
    private Topology files;
    private int writes;

    /** Begins before the first step; networks of all states are known, and matter only to who is on them. */
    TopologyOnTheWay(PlanEffectFinder.PlannedSequence course) {
        this.course = course;
        // where no step writes them they say already what is to be
        this.files = course.written().isEmpty() ? course.planned() : course.before();
        this.now = Stream.concat(course.written().stream(), Stream.of(course.planned()))
                .flatMap(topology -> topology.networks().values().stream())
                .reduce(course.before(), Topology::withNetwork, (a, b) -> b);
    }

    Topology now() {
        return now;
    }

    /**
     * Carries an operation out and returns the services that are another afterwards, with those that use their network
     * namespaces.
     */
    Set<String> change(Operation operation) {
        Topology before = now;
        switch (operation) {
            case Operation.WriteFiles _ -> files = course.written().get(writes++);
            case Operation.RecreateServices recreate ->
                recreate.services()
                        .forEach(key -> files.service(key).ifPresent(service -> now = now.withService(service)));
            case Operation.ExchangeService(var key, var timeout) ->
                files.service(key).ifPresent(service -> now = now.withService(service));
            case Operation.Connect connect ->
                change(connect.member().service(), service -> joined(service, connect.network()));
            case Operation.Disconnect off -> change(off.member().service(), service -> left(service, off.network()));
            case Operation.RemoveServices _,
                    Operation.CreateNetwork _,
                    Operation.RemoveNetwork _,
                    Operation.RestoreFiles _,
                    Operation.StartContainer _,
                    Operation.StopContainer _,
                    Operation.WaitReady _,
                    Operation.RestartContainer _,
                    Operation.ReloadFiles _,
                    Operation.ProbeRoute _,
                    Operation.AskWeb _,
                    Operation.ProbeClosed _,
                    Operation.ProbeFlows _,
                    Operation.HandleSecrets _,
                    Operation.ChangeSwarm _,
                    Operation.ProbeAcross _,
                    Operation.RunCheck _,
                    Operation.WatchServices _ -> {}
        }
        Set<String> changed = new TreeSet<>();
        operation.services().stream()
                .filter(key -> !now.service(key).equals(before.service(key)))
                .forEach(changed::add);
        for (boolean more = !changed.isEmpty(); more; ) {
            more = false;
            for (Service service : now.services().values()) {
                if (service.networkMode() instanceof NetworkMode.OfService(String owner) && changed.contains(owner)) {
                    more |= changed.add(service.key());
                }
            }
        }
        return changed;
    }

    private interface Change {
        Service of(Service service);
    }

    private void change(String key, Change change) {
        now.service(key).ifPresent(service -> now = now.withService(change.of(service)));
    }

    private Service joined(Service service, String network) {
        List<Attachment> attachments = new ArrayList<>(service.attachments());
        keys(network).stream()
                .filter(key -> !service.joins(key))
                .findFirst()
                .ifPresent(key -> attachments.add(files.service(service.key())
                        .flatMap(stated -> stated.attachment(key))
                        .orElse(Attachment.to(key))));
        return service.withAttachments(attachments);
    }

    private Service left(Service service, String network) {
        List<String> keys = keys(network);
        return service.withAttachments(service.attachments().stream()
                .filter(attachment -> !keys.contains(attachment.network()))
                .toList());
    }

    private List<String> keys(String name) {
        return now.networks().values().stream()
                .filter(network -> network.name().equals(name))
                .map(Network::key)
                .toList();
    }
}
