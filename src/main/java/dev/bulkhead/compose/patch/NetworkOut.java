package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A network's declaration as a value to be written. */
final class NetworkOut {

    private NetworkOut() {}

    /** Returns what stands below a network's key in the files of a project. */
    static YamlOut of(Network network, String project) {
        SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
        NetworkOptions options = network.options();
        String implied = options.external() ? network.key() : project + "_" + network.key();
        if (!network.name().equals(implied)) {
            fields.put("name", new YamlOut.Text(network.name()));
        }
        if (options.external()) {
            fields.put("external", new YamlOut.Raw("true"));
            return new YamlOut.Fields(fields);
        }
        options.driver().ifPresent(driver -> fields.put("driver", new YamlOut.Text(driver)));
        flag(fields, "internal", options.internal());
        flag(fields, "attachable", options.attachable());
        flag(fields, "enable_ipv6", options.enableIpv6());
        texts(fields, "driver_opts", options.driverOpts());
        if (!network.subnets().isEmpty()) {
            List<YamlOut> pools =
                    network.subnets().stream().<YamlOut>map(NetworkOut::pool).toList();
            fields.put("ipam", YamlOut.Fields.of(Map.entry("config", new YamlOut.Items(pools))));
        }
        texts(fields, "labels", options.labels());
        return fields.isEmpty() ? new YamlOut.Nothing() : new YamlOut.Fields(fields);
    }

    private static YamlOut pool(Subnet subnet) {
        SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
        subnet.subnet().ifPresent(cidr -> fields.put("subnet", new YamlOut.Text(cidr)));
        subnet.gateway().ifPresent(gateway -> fields.put("gateway", new YamlOut.Text(gateway)));
        subnet.ipRange().ifPresent(range -> fields.put("ip_range", new YamlOut.Text(range)));
        texts(fields, "aux_addresses", subnet.auxAddresses());
        return new YamlOut.Fields(fields);
    }

    private static void flag(SequencedMap<String, YamlOut> fields, String name, boolean value) {
        if (value) {
            fields.put(name, new YamlOut.Raw("true"));
        }
    }

    private static void texts(SequencedMap<String, YamlOut> fields, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            SequencedMap<String, YamlOut> texts = new LinkedHashMap<>();
            values.forEach((key, value) -> texts.put(key, new YamlOut.Text(value.replace("$", "$$"))));
            fields.put(name, new YamlOut.Fields(texts));
        }
    }
}
