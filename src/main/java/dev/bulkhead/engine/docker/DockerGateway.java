package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineExec;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineMeasure;
import dev.bulkhead.engine.EngineNetworks;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import dev.bulkhead.engine.docker.line.EngineLine;
import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.JoinTicket;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A Docker engine, reached over its API. Safe for use by several threads. */
public final class DockerGateway
        implements EngineObserver, EngineNetworks, EngineContainers, EngineExec, EngineMeasure {

    private final Connection connection;
    private final CopyOnWriteArrayList<DockerWatch> watches = new CopyOnWriteArrayList<>();

    /** A gateway to an address that needs no other program; nothing is sent before the first call. */
    public DockerGateway(EngineAddress address) {
        this(address, Map.of(), AnswerLimits.FIRST);
    }

    /**
     * A gateway to an address; nothing is sent before the first call.
     *
     * @param environment the environment of ssh, where the engine is behind it
     * @param limits on the answer to the first question
     */
    public DockerGateway(EngineAddress address, Map<String, String> environment, AnswerLimits limits) {
        this.connection =
                new Connection(address, new EngineLine(address.url(), address.certificates(), environment, limits));
    }

    @Override
    public EngineInfo info() throws EngineException {
        return connection.fresh().info();
    }

    @Override
    public ObservedState observe() throws EngineException {
        return connection.ask("The engine's state cannot be read", Session::observe);
    }

    @Override
    public EngineDetails details() throws EngineException {
        return connection.ask("The engine's state cannot be read", s -> new Details(s).read());
    }

    @Override
    public ContainerBlueprint inspect(String container) throws EngineException {
        return connection.ask(
                "Container " + container + " cannot be read", s -> new ContainerCalls(s).inspect(container));
    }

    @Override
    public Optional<ObservedImage> image(String reference) throws EngineException {
        return connection.ask("Image " + reference + " cannot be read", s -> new ContainerCalls(s).image(reference));
    }

    @Override
    public ContainerLook look(String container) throws EngineException {
        return connection.ask(
                "Container " + container + " cannot be looked at", s -> new ContainerCalls(s).look(container));
    }

    @Override
    public EngineStream logs(String container, LogQuery query, Consumer<LogLine> listener) throws EngineException {
        return connection.ask("The log of container " + container + " cannot be read", s -> {
            // the stream itself would tell a container that is not there only later
            String id = s.calls().inspectContainerCmd(container).exec().getId();
            LogStream stream = new LogStream(s, query, listener);
            stream.start(id);
            return stream;
        });
    }

    @Override
    public List<String> processes(String container) throws EngineException {
        return connection.ask(
                "The processes of container " + container + " cannot be listed",
                s -> new ContainerCalls(s).processes(container));
    }

    @Override
    public Optional<HealthLook> lastHealthLook(String container) throws EngineException {
        return connection.ask(
                "Container " + container + " cannot be read", s -> new ContainerCalls(s).lastHealthLook(container));
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        DockerWatch watch = new DockerWatch(connection::another, listener, Backoff.standard(), watches::remove);
        watches.add(watch);
        watch.start();
        return watch;
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        connection.run(
                "Network " + network.name() + " could not be created", s -> NetworkCalls.create(s.calls(), network));
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        connection.run(
                "Network " + name + " could not be removed",
                s -> s.calls().removeNetworkCmd(name).exec());
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        connection.run("Container " + container + " could not join network " + network, s -> {
            if (endpoint.gwPriority() != 0 && !s.info().gatewayPriority()) {
                throw new EngineException(
                        Kind.REFUSED,
                        "Container " + container + " cannot join " + network + " with a gateway priority: engine "
                                + s.info().version() + " does not know them, Docker 28 does.");
            }
            s.calls()
                    .connectToNetworkCmd()
                    .withNetworkId(network)
                    .withContainerId(container)
                    .withContainerNetwork(JoiningEndpoint.of(endpoint))
                    .exec();
        });
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        connection.run(
                "Container " + container + " could not leave network " + network,
                s -> s.calls()
                        .disconnectFromNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .exec());
    }

    @Override
    public SwarmLook swarm() throws EngineException {
        return connection.ask(
                "What the engine is in a Swarm cannot be read", s -> NetworkCalls.look(s.calls(), s.info()));
    }

    @Override
    public void initSwarm(String address) throws EngineException {
        connection.run("No Swarm could be made", s -> NetworkCalls.initSwarm(s.patient(), address));
    }

    @Override
    public JoinTicket ticket(SwarmLook.State as) throws EngineException {
        SwarmLook look = swarm();
        return connection.ask("The Swarm's manager could not be asked", s -> NetworkCalls.ticket(s.calls(), as, look));
    }

    @Override
    public void joinSwarm(JoinTicket ticket, String address) throws EngineException {
        try {
            connection.run("The Swarm could not be joined", s -> NetworkCalls.joinSwarm(s.patient(), ticket, address));
        } catch (EngineException e) {
            // without its cause, whose message may hold the same
            throw new EngineException(e.kind(), e.sentence().replace(ticket.token(), "(the ticket)"));
        }
    }

    @Override
    public void leaveSwarm() throws EngineException {
        connection.run("The Swarm could not be left", s -> NetworkCalls.leaveSwarm(s.patient()));
    }

    @Override
    public String createContainer(NewContainer container) throws EngineException {
        return connection.ask(
                "Container " + container.name() + " could not be created",
                s -> new ContainerCalls(s).create(container));
    }

    @Override
    public String recreateContainer(ContainerBlueprint blueprint) throws EngineException {
        return connection.ask(
                "Container " + blueprint.name() + " could not be made again", s -> new Recreation(s, blueprint).run());
    }

    @Override
    public void start(String container) throws EngineException {
        connection.run("Container " + container + " could not be started", s -> new ContainerCalls(s).start(container));
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        connection.run(
                "Container " + container + " could not be stopped", s -> new ContainerCalls(s).stop(container, grace));
    }

    @Override
    public void restart(String container, Duration grace) throws EngineException {
        connection.run(
                "Container " + container + " could not be restarted",
                s -> new ContainerCalls(s).restart(container, grace));
    }

    @Override
    public void rename(String container, String name) throws EngineException {
        connection.run(
                "Container " + container + " could not be named " + name,
                s -> s.calls().renameContainerCmd(container).withName(name).exec());
    }

    @Override
    public void removeContainer(String container) throws EngineException {
        connection.run(
                "Container " + container + " could not be removed",
                s -> s.patient().removeContainerCmd(container).exec());
    }

    @Override
    public void pull(String image, Consumer<String> log) throws EngineException {
        connection.run("Image " + image + " could not be pulled", s -> new ContainerCalls(s).pull(image, log));
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        return connection.ask(
                "Container " + container + " could not run " + command.getFirst(),
                s -> new ContainerProgram(s.patient(), container, command).run(timeout));
    }

    @Override
    public Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        return connection.ask(
                "What the containers use cannot be measured", s -> Optional.of(new Measuring(s).measure(containers)));
    }

    @Override
    public EngineStream follow(List<String> containers, Consumer<ContainerFigures> listener) throws EngineException {
        return connection.ask(
                "What the containers use cannot be measured", s -> Figures.start(s, containers, listener));
    }

    @Override
    public void close() {
        watches.forEach(DockerWatch::close);
        connection.close();
    }
}
