package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A network's declaration as a value to be written. */
final class NetworkDeclaration {

    private NetworkDeclaration() {}

    /** Returns what stands below a network's key in the files of a project. */
    static YamlValue of(Network network, String project) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        NetworkOptions options = network.options();
        String implied = options.external() ? network.key() : project + "_" + network.key();
        if (!network.name().equals(implied)) {
            fields.put("name", new YamlValue.Text(network.name()));
        }
        if (options.external()) {
            fields.put("external", new YamlValue.Raw("true"));
            SequencedMap<String, YamlValue> stated = new LinkedHashMap<>();
            network.purpose().ifPresent(purpose -> stated.put("purpose", text(purpose)));
            facts(stated, network);
            if (!stated.isEmpty()) {
                fields.put(Network.EXTENSION, new YamlValue.Fields(stated));
            }
            return new YamlValue.Fields(fields);
        }
        facts(fields, network);
        network.purpose()
                .ifPresent(purpose ->
                        fields.put(Network.EXTENSION, YamlValue.Fields.of(Map.entry("purpose", text(purpose)))));
        return fields.isEmpty() ? new YamlValue.Nothing() : new YamlValue.Fields(fields);
    }

    /** What the network is like, in the fields that Compose has for it. */
    private static void facts(SequencedMap<String, YamlValue> fields, Network network) {
        NetworkOptions options = network.options();
        options.driver().ifPresent(driver -> fields.put("driver", new YamlValue.Text(driver)));
        flag(fields, "internal", options.internal());
        flag(fields, "attachable", options.attachable());
        if (!options.enableIpv4()) {
            fields.put("enable_ipv4", new YamlValue.Raw("false"));
        }
        flag(fields, "enable_ipv6", options.enableIpv6());
        texts(fields, "driver_opts", options.driverOpts());
        if (!network.subnets().isEmpty()) {
            List<YamlValue> pools = network.subnets().stream()
                    .<YamlValue>map(NetworkDeclaration::pool)
                    .toList();
            fields.put("ipam", YamlValue.Fields.of(Map.entry("config", new YamlValue.Items(pools))));
        }
        texts(fields, "labels", options.labels());
    }

    private static YamlValue text(String value) {
        return new YamlValue.Text(value.replace("$", "$$"));
    }

    private static YamlValue pool(Subnet subnet) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        subnet.subnet().ifPresent(cidr -> fields.put("subnet", new YamlValue.Text(cidr)));
        subnet.gateway().ifPresent(gateway -> fields.put("gateway", new YamlValue.Text(gateway)));
        subnet.ipRange().ifPresent(range -> fields.put("ip_range", new YamlValue.Text(range)));
        texts(fields, "aux_addresses", subnet.auxAddresses());
        return new YamlValue.Fields(fields);
    }

    private static void flag(SequencedMap<String, YamlValue> fields, String name, boolean value) {
        if (value) {
            fields.put(name, new YamlValue.Raw("true"));
        }
    }

    private static void texts(SequencedMap<String, YamlValue> fields, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            SequencedMap<String, YamlValue> texts = new LinkedHashMap<>();
            values.forEach((key, value) -> texts.put(key, text(value)));
            fields.put(name, new YamlValue.Fields(texts));
        }
    }
}
