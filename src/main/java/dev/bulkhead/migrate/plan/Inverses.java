package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inverses of operations: what takes each of them back, from what the engine was before it. Files are settled first on the
 * way back, so services are recreated from the old ones.
 */
public final class Inverses {

    private final ObservedState before;
    private final Topology original;
    private final Topology files;

    /**
     * Works from what was.
     *
     * @param before the engine as it is before the operation
     * @param original the project as its files say before the change, and again after the way back
     * @param files the project as its files say by then
     */
    public Inverses(ObservedState before, Topology original, Topology files) {
        this.before = before;
        this.original = original;
        this.files = files;
    }

    /** Returns the operations that take another back, in the order in which they are carried out; none if it left nothing. */
    public List<Operation> of(Operation operation) {
        return switch (operation) {
            case Operation.WriteFiles(var changes) ->
                List.of(new Operation.RestoreFiles(
                        changes.stream().map(TextChange::name).toList()));
            case Operation.RestoreFiles restore -> List.of();
            case Operation.CreateNetwork(var network) -> List.of(new Operation.RemoveNetwork(network));
            case Operation.RemoveNetwork(var network) -> List.of(new Operation.CreateNetwork(asObserved(network)));
            case Operation.Connect connect -> List.of(new Operation.Disconnect(connect.member(), connect.network()));
            case Operation.Disconnect disconnect -> connectAgain(disconnect);
            case Operation.RecreateServices recreate -> recreated(recreate);
            case Operation.ExchangeService exchange -> List.of(exchange); // files are settled by then
            case Operation.RemoveServices(var services) ->
                List.of(new Operation.RecreateServices(services, Duration.ZERO));
            case Operation.StartContainer(var member) -> List.of(new Operation.StopContainer(member));
            case Operation.StopContainer(var member) -> List.of(new Operation.StartContainer(member));
            case Operation.WaitReady wait -> List.of();
            case Operation.ProbeFlows probe -> List.of();
            case Operation.ProbeRoute probe -> List.of();
            case Operation.AskWeb ask -> List.of();
            case Operation.ProbeClosed probe -> List.of();
            case Operation.RunCheck check -> List.of();
            case Operation.WatchServices watch -> List.of();
            // files are settled by then, so it reads the old ones
            case Operation.RestartContainer restart -> List.of(restart);
            case Operation.ReloadFiles reload -> List.of(reload);
            case Operation.HandleSecrets(var task) ->
                task.inverse().stream()
                        .<Operation>map(Operation.HandleSecrets::new)
                        .toList();
            case Operation.ChangeSwarm(var task) ->
                task.inverse().stream()
                        .<Operation>map(Operation.ChangeSwarm::new)
                        .toList();
            case Operation.ProbeAcross probe -> List.of();
        };
    }

    private NetworkSpec asObserved(NetworkSpec network) {
        Optional<ObservedNetwork> observed = before.network(network.name());
        return observed.map(n -> new NetworkSpec(n.name(), n.options(), n.subnets()))
                .orElse(network);
    }

    private List<Operation> connectAgain(Operation.Disconnect disconnect) {
        return container(disconnect.member().container())
                .flatMap(container -> container.endpoint(disconnect.network()))
                .<List<Operation>>map(endpoint ->
                        List.of(new Operation.Connect(disconnect.member(), disconnect.network(), endpoint.asked())))
                .orElse(List.of());
    }

    private List<Operation> recreated(Operation.RecreateServices recreate) {
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        List<Operation> after = new ArrayList<>();
        boolean ready = true;
        for (String service : recreate.services()) {
            List<ObservedContainer> containers = containers(service).toList();
            (containers.isEmpty() ? fresh : old).add(service);
            for (ObservedContainer container : containers) {
                Operation.Member member = new Operation.Member(service, container.name());
                after.addAll(attachedByHand(container, member));
                if (container.status().state() != ObservedContainer.RunState.RUNNING) {
                    after.add(new Operation.StopContainer(member));
                }
                ready &= container.status().ready();
            }
        }
        List<Operation> inverse = new ArrayList<>();
        if (!fresh.isEmpty()) {
            inverse.add(new Operation.RemoveServices(fresh));
        }
        if (!old.isEmpty()) {
            inverse.add(new Operation.RecreateServices(old, ready ? recreate.timeout() : Duration.ZERO));
        }
        inverse.addAll(after);
        return List.copyOf(inverse);
    }

    /** What the files do not say would be lost with the container. */
    private List<Operation> attachedByHand(ObservedContainer container, Operation.Member member) {
        List<ObservedEndpoint> stated = beyond(container, files.service(member.service()), files);
        return beyond(container, original.service(member.service()), original).stream()
                .filter(stated::contains)
                .<Operation>map(endpoint -> new Operation.Connect(member, endpoint.network(), endpoint.asked()))
                .toList();
    }

    /** Returns the memberships of a container that its service does not have in the files. */
    static List<ObservedEndpoint> beyond(ObservedContainer container, Optional<Service> service, Topology files) {
        List<String> stated = service.map(Service::attachments).orElse(List.of()).stream()
                .flatMap(attachment -> files.network(attachment.network()).stream())
                .map(Network::name)
                .toList();
        boolean joins = service.map(s -> s.networkMode() instanceof NetworkMode.Networks)
                .orElse(!container.networkMode().startsWith("container:"));
        return joins
                ? container.endpoints().stream()
                        .filter(endpoint -> !stated.contains(endpoint.network()))
                        .toList()
                : List.of();
    }

    private Stream<ObservedContainer> containers(String service) {
        return before.containers().stream()
                .filter(c -> c.project().filter(files.project()::equals).isPresent()
                        && c.service().filter(service::equals).isPresent());
    }

    private Optional<ObservedContainer> container(String name) {
        return before.containers().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Returns in a few words what inverses do, for the plan. */
    static String text(List<Operation> inverse) {
        return inverse.isEmpty()
                ? "nothing to undo"
                : String.join(", ", inverse.stream().map(Inverses::text).toList());
    }

    private static String text(Operation inverse) {
        return switch (inverse) {
            case Operation.RecreateServices(var services, var timeout) ->
                "recreate " + String.join(", ", services) + " from the old files";
            case Operation.ExchangeService(var service, var timeout) ->
                "exchange " + service + " for the one that was there before";
            case Operation.RemoveServices(var services) -> "remove " + String.join(", ", services);
            case Operation.CreateNetwork(var network) -> "create network " + network.name() + " again";
            case Operation.RemoveNetwork(var network) -> "remove network " + network.name();
            case Operation.Connect connect ->
                "attach " + connect.member().text() + " to " + connect.network() + " again";
            case Operation.Disconnect off -> "take " + off.member().text() + " off " + off.network();
            case Operation.StartContainer(var member) -> "start " + member.text();
            case Operation.StopContainer(var member) -> "stop " + member.text();
            case Operation.WriteFiles write -> write.action();
            case Operation.RestoreFiles restore -> restore.action();
            case Operation.WaitReady wait -> wait.action();
            case Operation.ProbeFlows probe -> probe.action();
            case Operation.ProbeRoute probe -> probe.action();
            case Operation.AskWeb ask -> ask.action();
            case Operation.ProbeClosed probe -> probe.action();
            case Operation.RunCheck check -> check.action();
            case Operation.WatchServices watch -> watch.action();
            case Operation.RestartContainer(var member) -> "restart " + member.text() + " with the old files";
            case Operation.ReloadFiles(var member, var command) -> "have " + member.text() + " read the old files";
            case Operation.HandleSecrets(var task) -> task.action();
            case Operation.ChangeSwarm(var task) -> "have " + task.host() + " " + task.action();
            case Operation.ProbeAcross probe -> probe.action();
        };
    }
}
