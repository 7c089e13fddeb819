package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.Value.Field;
import dev.bulkhead.compose.load.Value.MapValue;
import dev.bulkhead.compose.load.Value.ScalarValue;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the networks of a project. */
final class NetworkReader {

    private static final Set<String> ALLOWED_WITH_EXTERNAL = Set.of("name", "external");

    private final String project;
    private final LoadContext context;
    private final Marks marks;

    NetworkReader(String project, LoadContext context, Marks marks) {
        this.project = project;
        this.context = context;
        this.marks = marks;
    }

    Network read(String key, Field field) throws ComposeException {
        marks.put(Element.network(key), field.key());
        MapValue map = field.value() instanceof MapValue stated ? stated : MapValue.empty(field.key());
        map.fields().forEach((name, each) -> marks.put(Element.network(key).field(name), each.key()));
        boolean external = Read.flag(map, "external");
        if (external) {
            warnOfIgnored(key, map);
        }
        Optional<String> name = Read.scalar(map, "name").map(ScalarValue::text);
        if (name.isPresent() && name.get().isEmpty()) {
            context.warn(field.key(), "the network " + key + " has an empty name; give it one, or remove name:.");
        }
        return new Network(
                key,
                name.orElse(external ? key : project + "_" + key),
                new NetworkOptions(
                        Read.text(map, "driver"),
                        external,
                        Read.flag(map, "internal"),
                        Read.flag(map, "attachable"),
                        Read.flag(map, "enable_ipv6"),
                        Read.options(map, "driver_opts"),
                        labels(map)),
                subnets(key, map));
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
        Read.pairs(map, "labels")
                .forEach(pair -> labels.put(pair.name(), pair.value().orElse("")));
        return labels;
    }

    private List<Subnet> subnets(String key, MapValue network) {
        List<Subnet> subnets = new ArrayList<>();
        Optional<MapValue> ipam = Read.map(network, "ipam");
        if (ipam.isEmpty()) {
            return subnets;
        }
        for (Value item : Read.items(ipam.get(), "config")) {
            if (item instanceof MapValue pool) {
                Element each = Element.pool(key, subnets.size());
                marks.put(each, pool.place());
                pool.fields().forEach((name, field) -> marks.put(each.field(name), field.key()));
                subnets.add(new Subnet(
                        Read.text(pool, "subnet"),
                        Read.text(pool, "gateway"),
                        Read.text(pool, "ip_range"),
                        Read.options(pool, "aux_addresses")));
            }
        }
        return subnets;
    }
}
