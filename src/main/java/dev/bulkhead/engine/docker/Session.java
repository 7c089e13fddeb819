package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DefaultDockerCmdExecFactory;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.docker.line.EngineLine;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An engine with which an API version has been agreed on.
 *
 * @param line makes the connections to it
 * @param calls for calls that answer at once; one that does not within the limit fails
 * @param patient for calls that take as long as they take: events, programs, stops
 * @param creation makes containers
 */
record Session(
        EngineAddress address,
        EngineLine line,
        EngineInfo info,
        DockerClient calls,
        DockerClient patient,
        RawCreation creation)
        implements AutoCloseable {

    /** Details are asked for by this many at a time: enough to hide the round trips, few enough not to be felt. */
    private static final int AT_A_TIME = 8;

    /** Opens a session, asking the engine which API versions it speaks. */
    static Session open(EngineAddress address, EngineLine line) throws EngineException {
        try (DockerHttpClient first = line.first()) {
            // Without a version in its path, since the version is what is asked for.
            WhoAnswers who = WhoAnswers.of(
                    client(RemoteApiVersion.unknown(), first).versionCmd().exec(), address);
            ApiVersion api = ApiVersion.agree(who.most(), who.least(), who.version());
            RemoteApiVersion spoken = RemoteApiVersion.create(api.major(), api.minor());
            EngineInfo info = who.info(api, client(spoken, first).infoCmd().exec());
            DockerHttpClient swift = line.swift();
            return new Session(
                    address,
                    line,
                    info,
                    client(spoken, swift),
                    client(spoken, line.patient()),
                    new RawCreation(factory(spoken, swift).createCreateContainerCmdExec()));
        } catch (RuntimeException | IOException e) {
            throw Faults.ofOpening(address, e);
        }
    }

    private static DockerClient client(RemoteApiVersion api, DockerHttpClient http) {
        return DockerClientImpl.getInstance(configuration(api), http);
    }

    private static DefaultDockerCmdExecFactory factory(RemoteApiVersion api, DockerHttpClient http) {
        DockerClientConfig configuration = configuration(api);
        DefaultDockerCmdExecFactory factory = new DefaultDockerCmdExecFactory(http, configuration.getObjectMapper());
        factory.init(configuration);
        return factory;
    }

    /** Where the engine is, the transport knows; what the environment says of it here must not count. */
    private static DockerClientConfig configuration(RemoteApiVersion api) {
        return DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("unix:///var/run/docker.sock")
                .withDockerTlsVerify(false)
                .withApiVersion(api)
                .build();
    }

    /** Opens a client of its own for so many streams at a time, to be closed. */
    DockerClient streams(int many) {
        return client(RemoteApiVersion.parseConfig(info.apiVersion()), line.streams(many));
    }

    ObservedState observe() throws EngineException {
        try {
            List<ObservedNetwork> networks = calls.listNetworksCmd().exec().stream()
                    .map(Observation::network)
                    .sorted(Comparator.comparing(ObservedNetwork::name))
                    .toList();
            List<String> ids = calls.listContainersCmd().withShowAll(true).exec().stream()
                    .map(Container::getId)
                    .toList();
            return new ObservedState(networks, containers(ids));
        } catch (RuntimeException e) {
            throw Faults.of("The engine's state cannot be read", address, e);
        }
    }

    /** Returns a container's details, unless it is gone. */
    Optional<ObservedContainer> container(String id) throws EngineException {
        try {
            return inspect(id);
        } catch (RuntimeException e) {
            throw Faults.of("Container " + id + " cannot be read", address, e);
        }
    }

    /** Returns a network's details, unless it is gone. */
    Optional<ObservedNetwork> network(String id) throws EngineException {
        try {
            return Optional.of(Observation.network(
                    calls.inspectNetworkCmd().withNetworkId(id).exec()));
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw Faults.of("Network " + id + " cannot be read", address, e);
        }
    }

    private Optional<ObservedContainer> inspect(String id) {
        try {
            return Optional.of(
                    Observation.container(calls.inspectContainerCmd(id).exec()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The list lacks aliases, static addresses and health, so each container is asked for. */
    private List<ObservedContainer> containers(List<String> ids) throws EngineException {
        List<ObservedContainer> containers = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Future<Optional<ObservedContainer>>> answers =
                    ids.stream().map(id -> workers.submit(() -> inspect(id))).toList();
            for (Future<Optional<ObservedContainer>> answer : answers) {
                answer.get().ifPresent(containers::add);
            }
        } catch (ExecutionException e) {
            throw Faults.of("The engine's containers cannot be read", address, new IllegalStateException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, "Reading the engine's containers was interrupted.", e);
        }
        containers.sort(Comparator.comparing(ObservedContainer::name));
        return containers;
    }

    @Override
    public void close() {
        closeQuietly(calls);
        closeQuietly(patient);
    }

    private static void closeQuietly(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // What is being closed is given up anyway; there is nothing an operator could do about it.
            org.slf4j.LoggerFactory.getLogger(Session.class).debug("closing a connection failed", e);
        }
    }
}
