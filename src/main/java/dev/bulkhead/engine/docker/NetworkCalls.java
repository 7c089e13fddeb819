package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a network is asked for. */
final class NetworkCalls {

    private NetworkCalls() {}

    static void create(DockerClient client, ObjectMapper json, NetworkSpec network) {
        NetworkOptions options = network.options();
        // Without the check an engine before 25 makes a second network of the same name.
        try (CreateNetworkCmd command = client.createNetworkCmd()
                .withName(network.name())
                .withCheckDuplicate(true)
                .withDriver(options.driver().orElse("bridge"))
                .withInternal(options.internal())
                .withAttachable(options.attachable())
                .withEnableIpv6(options.enableIpv6())
                .withOptions(options.driverOpts())
                .withLabels(options.labels())) {
            if (!network.subnets().isEmpty()) {
                command.withIpam(new Ipam()
                        .withConfig(network.subnets().stream()
                                .map(subnet -> json.convertValue(pool(subnet), Ipam.Config.class))
                                .toList()));
            }
            command.exec();
        }
    }

    /** As JSON values, because docker-java has no setter for auxiliary addresses but keeps what it does not know. */
    private static Map<String, Object> pool(Subnet subnet) {
        Map<String, Object> pool = new LinkedHashMap<>();
        subnet.subnet().ifPresent(s -> pool.put("Subnet", s));
        subnet.ipRange().ifPresent(s -> pool.put("IPRange", s));
        subnet.gateway().ifPresent(s -> pool.put("Gateway", s));
        if (!subnet.auxAddresses().isEmpty()) {
            pool.put("AuxiliaryAddresses", subnet.auxAddresses());
        }
        return pool;
    }
}
