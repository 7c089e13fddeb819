package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.SwarmJoinTokens;
import com.github.dockerjava.api.model.SwarmSpec;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.JoinTicket;
import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls that ask for networks, and for the Swarm whose networks span hosts. */
final class NetworkCalls {

    private static final int SWARM_PORT = 2377;
    private static final String LISTEN = "0.0.0.0:" + SWARM_PORT;

    private NetworkCalls() {}

    static void create(DockerClient client, NetworkSpec network) {
        NetworkOptions options = network.options();
        // Without the check an engine before 25 makes a second network of the same name.
        try (CreateNetworkCmd command = client.createNetworkCmd()
                .withName(network.name())
                .withCheckDuplicate(true)
                .withDriver(options.driver().orElse("bridge"))
                .withInternal(options.internal())
                .withAttachable(options.attachable())
                .withEnableIpv6(options.enableIpv6())
                .withOptions(driverOpts(options))
                .withLabels(options.labels())) {
            if (!network.subnets().isEmpty()) {
                command.withIpam(new Ipam()
                        .withConfig(network.subnets().stream()
                                .<Ipam.Config>map(Pool::of)
                                .toList()));
            }
            command.exec();
        }
    }

    /** Returns what an engine tells of itself as a host among others. */
    static SwarmLook look(DockerClient client, EngineInfo engine) {
        Told told = Told.of(client.infoCmd().exec().getRawValues());
        Told swarm = told.at("Swarm");
        String address = swarm.at("NodeAddr").text();
        Set<String> managers = new TreeSet<>();
        swarm.at("RemoteManagers")
                .items()
                .forEach(manager -> managers.add(manager.at("Addr").text()));
        return new SwarmLook(
                engine.address(),
                engine.version(),
                clock(told.at("SystemTime").text()),
                switch (swarm.at("LocalNodeState").text()) {
                    case "", "inactive" -> SwarmLook.State.NONE;
                    case "active" ->
                        swarm.at("ControlAvailable").truth() ? SwarmLook.State.MANAGER : SwarmLook.State.WORKER;
                    default -> SwarmLook.State.DISTURBED;
                },
                Optional.of(address).filter(text -> !text.isEmpty()),
                managers);
    }

    private static Optional<Instant> clock(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static void initSwarm(DockerClient client, String address) {
        client.initializeSwarmCmd(new SwarmSpec())
                .withListenAddr(LISTEN)
                .withAdvertiseAddr(address)
                .exec();
    }

    static JoinTicket ticket(DockerClient client, SwarmLook.State as, SwarmLook look) throws EngineException {
        SwarmJoinTokens tokens = Optional.ofNullable(
                        client.inspectSwarmCmd().exec().getJoinTokens())
                .orElseThrow(() -> new EngineException(
                        EngineException.Kind.REFUSED, "The Swarm's manager gives no ticket to join it."));
        return new JoinTicket(
                String.valueOf(as == SwarmLook.State.MANAGER ? tokens.getManager() : tokens.getWorker()),
                look.address().orElse("") + ":" + SWARM_PORT);
    }

    static void joinSwarm(DockerClient client, JoinTicket ticket, String address) {
        client.joinSwarmCmd()
                .withListenAddr(LISTEN)
                .withAdvertiseAddr(address)
                .withRemoteAddrs(List.of(ticket.manager()))
                .withJoinToken(ticket.token())
                .exec();
    }

    static void leaveSwarm(DockerClient client) {
        client.leaveSwarmCmd().withForceEnabled(true).exec();
    }

    /** docker-java has no field for the absence of IPv4, which is an option of the network as well (moby {@code netlabel}). */
    private static Map<String, String> driverOpts(NetworkOptions options) {
        Map<String, String> all = new TreeMap<>(options.driverOpts());
        if (!options.enableIpv4()) {
            all.put(NetworkOptions.IPV4_OPTION, "false");
        }
        return all;
    }

    /** A pool with the auxiliary addresses that docker-java's own class lacks. */
    private static final class Pool extends Ipam.Config {

        private static final long serialVersionUID = 1L;

        private final TreeMap<String, String> auxiliaryAddresses;

        private Pool(Map<String, String> auxiliaryAddresses) {
            this.auxiliaryAddresses = new TreeMap<>(auxiliaryAddresses);
        }

        static Pool of(Subnet subnet) {
            Pool pool = new Pool(subnet.auxAddresses());
            subnet.subnet().ifPresent(pool::withSubnet);
            subnet.ipRange().ifPresent(pool::withIpRange);
            subnet.gateway().ifPresent(pool::withGateway);
            return pool;
        }

        @JsonProperty("AuxiliaryAddresses")
        public Map<String, String> auxiliaryAddresses() {
            return auxiliaryAddresses;
        }
    }
}
