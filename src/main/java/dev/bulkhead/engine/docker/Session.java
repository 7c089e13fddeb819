package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DefaultDockerCmdExecFactory;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine with which an API version has been agreed on.
 *
 * @param calls for calls that answer at once; one that does not within the limit fails
 * @param patient for calls that take as long as they take: events, programs, stops
 * @param creation makes containers
 */
record Session(EngineAddress address, EngineInfo info, DockerClient calls, DockerClient patient, RawCreation creation)
        implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    /** Details are asked for by this many at a time: enough to hide the round trips, few enough not to be felt. */
    private static final int AT_A_TIME = 8;

    private static final int CONNECTIONS = 32;
    private static final Pattern SHIFTED = Pattern.compile("/([0-9]{1,9})\\.([0-9]{1,9})$");

    /** Opens a session, asking the engine which API versions it speaks. */
    static Session open(EngineAddress address) throws EngineException {
        DockerHttpClient quick = transport(address, Optional.of(ANSWER_LIMIT), CONNECTIONS);
        try {
            // Without a version in its path, since the version is what is asked for.
            Version version = client(address, RemoteApiVersion.unknown(), quick)
                    .versionCmd()
                    .exec();
            String number = String.valueOf(version.getVersion());
            ApiVersion api = ApiVersion.agree(
                    ApiVersion.parse(
                            Optional.ofNullable(version.getApiVersion()).orElse("0.0")),
                    ApiVersion.parse(
                            Optional.ofNullable(version.getMinAPIVersion()).orElse("1.0")),
                    number);
            RemoteApiVersion spoken = RemoteApiVersion.create(api.major(), api.minor());
            DockerClient calls = client(address, spoken, quick);
            RawJson told = RawJson.of(calls.infoCmd().exec());
            EngineInfo info = new EngineInfo(
                    "Docker",
                    number,
                    api.toString(),
                    address.url(),
                    firewall(told, api),
                    ConfiguredPools.of(told),
                    users(told));
            DockerClient patient = client(address, spoken, transport(address, Optional.empty(), CONNECTIONS));
            return new Session(
                    address,
                    info,
                    calls,
                    patient,
                    new RawCreation(factory(address, spoken, quick).createCreateContainerCmdExec()));
        } catch (RuntimeException e) {
            closeQuietly(quick);
            throw Faults.of("The engine cannot be asked for its version", address, e);
        } catch (EngineException e) {
            closeQuietly(quick);
            throw e;
        }
    }

    private static Optional<String> firewall(RawJson told, ApiVersion api) {
        return api.compareTo(ApiVersion.FIREWALL_BACKEND) < 0
                ? Optional.empty()
                : Optional.ofNullable(told.at("FirewallBackend").texts().get("Driver"));
    }

    /** The folder of an engine that shifts users is named after the first of them (moby daemon/daemon_unix.go). */
    private static ContainerUsers users(RawJson told) {
        String options = String.valueOf(told.at("SecurityOptions").value().orElse(""));
        if (options.contains("name=rootless")) {
            return ContainerUsers.ROOTLESS;
        }
        Matcher first =
                SHIFTED.matcher(String.valueOf(told.at("DockerRootDir").value().orElse("")));
        return options.contains("name=userns") && first.find()
                ? new ContainerUsers(
                        ContainerUsers.Kind.SHIFTED, Integer.parseInt(first.group(1)), Integer.parseInt(first.group(2)))
                : ContainerUsers.SAME;
    }

    private static DockerHttpClient transport(EngineAddress address, Optional<Duration> answerLimit, int connections) {
        return LivingTransport.over(() -> connections(address, answerLimit, connections));
    }

    private static DockerHttpClient connections(
            EngineAddress address, Optional<Duration> answerLimit, int connections) {
        ApacheDockerHttpClient.Builder builder = new ApacheDockerHttpClient.Builder()
                .dockerHost(address.uri())
                .maxConnections(connections)
                .connectionTimeout(CONNECT_LIMIT);
        answerLimit.ifPresent(builder::responseTimeout);
        address.certificates()
                .map(Path::toString)
                .map(LocalDirectorySSLConfig::new)
                .ifPresent(builder::sslConfig);
        return builder.build();
    }

    private static DockerClient client(EngineAddress address, RemoteApiVersion api, DockerHttpClient http) {
        return DockerClientImpl.getInstance(configuration(address, api), http);
    }

    private static DefaultDockerCmdExecFactory factory(
            EngineAddress address, RemoteApiVersion api, DockerHttpClient http) {
        DockerClientConfig configuration = configuration(address, api);
        DefaultDockerCmdExecFactory factory = new DefaultDockerCmdExecFactory(http, configuration.getObjectMapper());
        factory.init(configuration);
        return factory;
    }

    private static DockerClientConfig configuration(EngineAddress address, RemoteApiVersion api) {
        return DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.url())
                .withDockerTlsVerify(false)
                .withApiVersion(api)
                .build();
    }

    /** Opens a client of its own for so many streams at a time, to be closed. */
    DockerClient streams(int many) {
        return client(
                address, RemoteApiVersion.parseConfig(info.apiVersion()), transport(address, Optional.empty(), many));
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

    /** The address pools that an engine's configuration states; the client library does not know that field. */
    private static final class ConfiguredPools {

        private ConfiguredPools() {}

        /** Returns the pools of an engine: its own ones, else those that engines have without any. */
        static EnginePools of(RawJson info) {
            List<EnginePools.Pool> pools = new ArrayList<>();
            // A list of Base and Size.
            if (info.at("DefaultAddressPools").value().orElse(List.of()) instanceof List<?> list) {
                for (Object item : list) {
                    pool(item).ifPresent(pools::add);
                }
            }
            return pools.isEmpty() ? EnginePools.DEFAULT : new EnginePools(pools);
        }

        private static Optional<EnginePools.Pool> pool(Object item) {
            return item instanceof Map<?, ?> map && map.get("Size") instanceof Number size
                    ? Cidr.enclosing(String.valueOf(map.get("Base")))
                            .filter(base -> size.intValue() >= base.prefixLength())
                            .map(base -> new EnginePools.Pool(base, size.intValue()))
                    : Optional.empty();
        }
    }
}
