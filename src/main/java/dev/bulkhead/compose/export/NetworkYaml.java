package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Declarations of networks as Compose reads them. */
final class NetworkYaml {

    /** Put before a declaration that takes the place of an earlier one instead of being merged with it. */
    static final String OVERRIDE = " !override";

    private final YamlText yaml;

    NetworkYaml(YamlText yaml) {
        this.yaml = yaml;
    }

    /** Adds the whole declaration of a network below {@code networks:}. */
    void declare(Network network, String tag) {
        head(network, tag);
        if (network.external()) {
            yaml.line(2, "external: true");
            return;
        }
        network.options().driver().ifPresent(driver -> yaml.field(2, "driver", driver));
        flag("internal", network.internal());
        flag("attachable", network.options().attachable());
        flag("enable_ipv6", network.options().enableIpv6());
        yaml.map(2, "driver_opts", network.options().driverOpts());
        yaml.map(2, "labels", network.options().labels());
        if (!network.subnets().isEmpty()) {
            yaml.line(2, "ipam:").line(3, "config:");
            network.subnets().forEach(this::pool);
        }
    }

    /** Adds a declaration that expects the network to be there. */
    void declareExternal(Network network) {
        head(network, OVERRIDE);
        yaml.line(2, "external: true");
    }

    private void head(Network network, String tag) {
        yaml.line(1, YamlText.quoted(network.key()) + ":" + tag);
        yaml.field(2, "name", network.name());
    }

    private void pool(Subnet pool) {
        String lead = "- ";
        SequencedMap<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("subnet", pool.subnet());
        fields.put("gateway", pool.gateway());
        fields.put("ip_range", pool.ipRange());
        for (Map.Entry<String, Optional<String>> field : fields.entrySet()) {
            if (field.getValue().isPresent()) {
                yaml.field(4, lead + field.getKey(), field.getValue().get());
                lead = "  ";
            }
        }
        if (!pool.auxAddresses().isEmpty()) {
            yaml.line(4, lead + "aux_addresses:");
            pool.auxAddresses().forEach((host, ip) -> yaml.field(6, YamlText.quoted(host), ip));
        }
    }

    private void flag(String name, boolean value) {
        if (value) {
            yaml.line(2, name + ": true");
        }
    }
}
