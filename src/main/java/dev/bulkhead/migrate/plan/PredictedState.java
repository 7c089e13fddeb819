package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** State of an engine after operations that have not been carried out yet, as far as plans look at it. */
final class PredictedState {

    private final ObservedState state;

    PredictedState(ObservedState state) {
        this.state = state;
    }

    ObservedState state() {
        return state;
    }

    /** Returns the state after an operation; containers are made from the files as they read by then. */
    PredictedState after(Operation operation, Topology files) {
        return switch (operation) {
            case Operation.CreateNetwork(var network) -> withNetwork(network);
            case Operation.RemoveNetwork(var network) ->
                new PredictedState(new ObservedState(
                        state.networks().stream()
                                .filter(n -> !n.name().equals(network.name()))
                                .toList(),
                        state.containers()));
            case Operation.Connect connect ->
                changed(
                        connect.member().container(),
                        c -> withEndpoints(c, plus(c.endpoints(), endpoint(connect.network(), connect.endpoint()))));
            case Operation.Disconnect off ->
                changed(
                        off.member().container(),
                        c -> withEndpoints(
                                c,
                                c.endpoints().stream()
                                        .filter(e -> !e.network().equals(off.network()))
                                        .toList()));
            case Operation.RecreateServices recreate -> {
                PredictedState result = this;
                for (String service : recreate.services()) {
                    result = result.recreated(service, files);
                }
                yield result;
            }
            case Operation.ExchangeService(var service, var timeout) -> recreated(service, files);
            case Operation.RemoveServices(var services) ->
                new PredictedState(new ObservedState(
                        state.networks(),
                        state.containers().stream()
                                .filter(c -> services.stream().noneMatch(s -> of(c, files.project(), s)))
                                .toList()));
            case Operation.StartContainer(var member) ->
                changed(member.container(), c -> withState(c, ObservedContainer.RunState.RUNNING));
            case Operation.StopContainer(var member) ->
                changed(member.container(), c -> withState(c, ObservedContainer.RunState.EXITED));
            case Operation.RestartContainer(var member) ->
                changed(member.container(), c -> withState(c, ObservedContainer.RunState.RUNNING));
            case Operation.WriteFiles _,
                    Operation.ReloadFiles _,
                    Operation.RestoreFiles _,
                    Operation.WaitReady _,
                    Operation.ProbeFlows _,
                    Operation.ProbeRoute _,
                    Operation.AskWeb _,
                    Operation.ProbeClosed _,
                    Operation.HandleSecrets _,
                    Operation.ChangeSwarm _,
                    Operation.ProbeAcross _,
                    Operation.RunCheck _,
                    Operation.WatchServices _ -> this;
        };
    }

    private PredictedState withNetwork(NetworkSpec network) {
        List<ObservedNetwork> networks = new ArrayList<>(state.networks());
        networks.add(new ObservedNetwork("", network.name(), network.options(), network.subnets()));
        networks.sort(Comparator.comparing(ObservedNetwork::name));
        return new PredictedState(new ObservedState(networks, state.containers()));
    }

    private PredictedState changed(String container, UnaryOperator<ObservedContainer> change) {
        return new PredictedState(new ObservedState(
                state.networks(),
                state.containers().stream()
                        .map(c -> c.name().equals(container) ? change.apply(c) : c)
                        .toList()));
    }

    private PredictedState recreated(String key, Topology files) {
        Optional<Service> service = files.service(key);
        if (service.isEmpty()) {
            return this;
        }
        Service wanted = service.get();
        if (state.containers(files.project(), key).isEmpty()) {
            List<ObservedContainer> containers = new ArrayList<>(state.containers());
            containers.add(created(wanted, files));
            containers.sort(Comparator.comparing(ObservedContainer::name));
            return new PredictedState(new ObservedState(state.networks(), containers));
        }
        return new PredictedState(new ObservedState(
                state.networks(),
                state.containers().stream()
                        .map(c -> of(c, files.project(), key)
                                ? withState(
                                        withEndpoints(c, endpoints(wanted, c.name(), files)),
                                        ObservedContainer.RunState.RUNNING)
                                : c)
                        .toList()));
    }

    private static boolean of(ObservedContainer container, String project, String service) {
        return container.project().filter(project::equals).isPresent()
                && container.service().filter(service::equals).isPresent();
    }

    private static ObservedContainer created(Service service, Topology files) {
        String name = service.container().containerName().orElse(files.project() + "-" + service.key() + "-1");
        Map<String, String> labels = new TreeMap<>(service.container().labels());
        labels.put(ObservedContainer.PROJECT_LABEL, files.project());
        labels.put(ObservedContainer.SERVICE_LABEL, service.key());
        return new ObservedContainer(
                "",
                name,
                service.container().image().orElse(""),
                labels,
                new ObservedContainer.Status(
                        ObservedContainer.RunState.RUNNING, ObservedContainer.Health.NONE, Optional.empty(), 0),
                service.networkMode().text().orElse(""),
                endpoints(service, name, files),
                service.ports());
    }

    private static List<ObservedEndpoint> endpoints(Service service, String container, Topology files) {
        return service.networkMode() instanceof NetworkMode.Networks
                ? service.attachments().stream()
                        .map(a -> endpoint(
                                files.network(a.network()).map(Network::name).orElse(a.network()),
                                asked(service.key(), container, a)))
                        .sorted(Comparator.comparing(ObservedEndpoint::network))
                        .toList()
                : List.of();
    }

    /** Returns what Compose asks for when it attaches a container (compose {@code pkg/compose/create.go}). */
    static EndpointSpec asked(String service, String container, Attachment attachment) {
        Set<String> aliases = new LinkedHashSet<>(List.of(container, service));
        aliases.addAll(attachment.aliases());
        return new EndpointSpec(List.copyOf(aliases), attachment.ipv4(), attachment.ipv6(), attachment.gwPriority())
                .withDriverOpts(attachment.driverOpts());
    }

    private static ObservedEndpoint endpoint(String network, EndpointSpec asked) {
        return new ObservedEndpoint(network, Optional.empty(), Optional.empty(), Optional.empty(), asked);
    }

    private static List<ObservedEndpoint> plus(List<ObservedEndpoint> endpoints, ObservedEndpoint more) {
        List<ObservedEndpoint> all = new ArrayList<>(endpoints);
        all.add(more);
        all.sort(Comparator.comparing(ObservedEndpoint::network));
        return all;
    }

    private static ObservedContainer withEndpoints(ObservedContainer c, List<ObservedEndpoint> endpoints) {
        return new ObservedContainer(
                c.id(), c.name(), c.image(), c.labels(), c.status(), c.networkMode(), endpoints, c.ports());
    }

    private static ObservedContainer withState(ObservedContainer c, ObservedContainer.RunState run) {
        ObservedContainer.Status status = new ObservedContainer.Status(
                run, c.status().health(), c.status().since(), 0);
        return new ObservedContainer(
                c.id(), c.name(), c.image(), c.labels(), status, c.networkMode(), c.endpoints(), c.ports());
    }
}
