package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.SecretNames;
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
            external(network);
            return;
        }
        facts(2, network);
        network.purpose()
                .ifPresent(purpose -> yaml.line(2, Network.EXTENSION + ":").field(3, "purpose", purpose));
    }

    /** Adds a declaration that expects the network to be there. */
    void declareExternal(Network network) {
        head(network, OVERRIDE);
        external(network);
    }

    private void external(Network network) {
        yaml.line(2, "external: true");
        if (network.purpose().isPresent()
                || network.withOptions(network.options().withExternal(true)).statedOnly()) {
            yaml.line(2, Network.EXTENSION + ":");
            network.purpose().ifPresent(purpose -> yaml.field(3, "purpose", purpose));
            facts(3, network);
        }
    }

    /** What the network is like, in the fields that Compose has for it. */
    private void facts(int depth, Network network) {
        network.options().driver().ifPresent(driver -> yaml.field(depth, "driver", driver));
        flag(depth, "internal", network.internal());
        flag(depth, "attachable", network.options().attachable());
        if (!network.options().enableIpv4()) {
            yaml.line(depth, "enable_ipv4: false");
        }
        flag(depth, "enable_ipv6", network.options().enableIpv6());
        values(depth, "driver_opts", network.options().driverOpts());
        values(depth, "labels", network.options().labels());
        if (!network.subnets().isEmpty()) {
            yaml.line(depth, "ipam:").line(depth + 1, "config:");
            network.subnets().forEach(pool -> pool(depth + 2, pool));
        }
    }

    /** What looks like a secret becomes a variable. */
    private void values(int depth, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            yaml.line(depth, name + ":");
            values.forEach((key, value) -> yaml.line(
                    depth + 1,
                    YamlText.quoted(key) + ": "
                            + (SecretNames.isSecret(key, value)
                                    ? YamlText.quotedTemplate(SecretMask.variable(key))
                                    : YamlText.quoted(value))));
        }
    }

    private void head(Network network, String tag) {
        yaml.line(1, YamlText.quoted(network.key()) + ":" + tag);
        yaml.field(2, "name", network.name());
    }

    private void pool(int depth, Subnet pool) {
        String lead = "- ";
        SequencedMap<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("subnet", pool.subnet());
        fields.put("gateway", pool.gateway());
        fields.put("ip_range", pool.ipRange());
        for (Map.Entry<String, Optional<String>> field : fields.entrySet()) {
            if (field.getValue().isPresent()) {
                yaml.field(depth, lead + field.getKey(), field.getValue().get());
                lead = "  ";
            }
        }
        if (!pool.auxAddresses().isEmpty()) {
            yaml.line(depth, lead + "aux_addresses:");
            pool.auxAddresses().forEach((host, ip) -> yaml.field(depth + 2, YamlText.quoted(host), ip));
        }
    }

    private void flag(int depth, String name, boolean value) {
        if (value) {
            yaml.line(depth, name + ": true");
        }
    }
}
