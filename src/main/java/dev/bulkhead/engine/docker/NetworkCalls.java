package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.Map;
import java.util.TreeMap;

/** Calls that ask for networks. */
final class NetworkCalls {

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
