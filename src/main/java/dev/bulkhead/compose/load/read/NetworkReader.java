package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reader of the networks of a project. */
final class NetworkReader {

    private static final Set<String> ALLOWED_WITH_EXTERNAL = Set.of("name", "external");

    private final String project;
    private final LoadContext context;
    private final SourceMapBuilder marks;

    NetworkReader(String project, LoadContext context, SourceMapBuilder marks) {
        this.project = project;
        this.context = context;
        this.marks = marks;
    }

    Network read(String key, Field field) throws ComposeException {
        marks.put(Element.network(key), field.key());
        MapValue map = field.value() instanceof MapValue stated ? stated : MapValue.empty(field.key());
        map.fields().forEach((name, each) -> marks.put(Element.network(key).field(name), each.key()));
        boolean external = FieldReader.flag(map, "external");
        if (external) {
            warnOfIgnored(key, map);
        }
        Optional<String> name = FieldReader.scalar(map, "name").map(ScalarValue::text);
        if (name.isPresent() && name.get().isEmpty()) {
            context.warn(field.key(), "the network " + key + " has an empty name; give it one, or remove name:.");
        }
        Optional<MapValue> extension = FieldReader.map(map, Network.EXTENSION);
        String real = name.orElse(external ? key : project + "_" + key);
        Optional<String> purpose = extension.flatMap(stated -> FieldReader.text(stated, "purpose"));
        if (external && extension.isPresent()) {
            try {
                return new Network(key, real, options(extension.get(), true), subnets(key, extension.get()), purpose);
            } catch (ComposeException fault) {
                // Compose does not look at it, so it must not keep the project from being read.
                context.warn(
                        extension.get().place(),
                        Network.EXTENSION + " of the network " + key + " is not understood and counts as not there: "
                                + fault.sentence());
            }
        }
        return new Network(key, real, options(map, external), subnets(key, map), purpose);
    }

    private static NetworkOptions options(MapValue map, boolean external) throws ComposeException {
        Map<String, String> driverOpts = FieldReader.options(map, "driver_opts");
        boolean ipv4 = FieldReader.scalar(map, "enable_ipv4").isPresent()
                ? FieldReader.flag(map, "enable_ipv4")
                : !"false".equals(driverOpts.get(NetworkOptions.IPV4_OPTION));
        return new NetworkOptions(
                FieldReader.text(map, "driver"),
                external,
                FieldReader.flag(map, "internal"),
                FieldReader.flag(map, "attachable"),
                IpFamilies.of(ipv4, FieldReader.flag(map, "enable_ipv6")),
                driverOpts,
                labels(map));
    }

    private void warnOfIgnored(String key, MapValue map) {
        for (Map.Entry<String, Field> entry : map.fields().entrySet()) {
            String name = entry.getKey();
            if (!ALLOWED_WITH_EXTERNAL.contains(name) && !name.startsWith("x-")) {
                context.warn(
                        entry.getValue().key(),
                        "the network " + key + " is external, so " + name + " has no effect here; remove it.");
            }
        }
    }

    private static Map<String, String> labels(MapValue map) {
        Map<String, String> labels = new LinkedHashMap<>();
        FieldReader.pairs(map, "labels")
                .forEach(pair -> labels.put(pair.name(), pair.value().orElse("")));
        return labels;
    }

    private List<Subnet> subnets(String key, MapValue network) {
        List<Subnet> subnets = new ArrayList<>();
        Optional<MapValue> ipam = FieldReader.map(network, "ipam");
        if (ipam.isEmpty()) {
            return subnets;
        }
        for (Value item : FieldReader.items(ipam.get(), "config")) {
            if (item instanceof MapValue pool) {
                Element each = Element.pool(key, subnets.size());
                marks.put(each, pool.place());
                pool.fields().forEach((name, field) -> marks.put(each.field(name), field.key()));
                subnets.add(new Subnet(
                        FieldReader.text(pool, "subnet"),
                        FieldReader.text(pool, "gateway"),
                        FieldReader.text(pool, "ip_range"),
                        FieldReader.options(pool, "aux_addresses")));
            }
        }
        return subnets;
    }
}
