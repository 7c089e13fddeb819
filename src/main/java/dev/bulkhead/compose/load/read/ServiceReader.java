package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reader of the services of a project, which are in long form. */
final class ServiceReader {

    private final SourceMapBuilder marks;
    private final PortReader ports;
    private final DependencyReader dependencies;
    private final ContainerReader containers;

    ServiceReader(LoadContext context, Variables variables, SourceMapBuilder marks) {
        this.marks = marks;
        this.ports = new PortReader(context, marks);
        this.dependencies = new DependencyReader(marks);
        this.containers = new ContainerReader(context, variables, marks);
    }

    Service read(String key, Field field) throws ComposeException {
        marks.put(Element.service(key), field.key());
        MapValue map = field.value() instanceof MapValue stated ? stated : MapValue.empty(field.key());
        map.fields().forEach((name, each) -> marks.put(Element.service(key).field(name), each.key()));
        Optional<ScalarValue> mode = FieldReader.scalar(map, "network_mode");
        List<Attachment> attachments = attachments(key, map);
        boolean onDefault = attachments.isEmpty() && mode.isEmpty() && !map.has("provider");
        boolean inNetworks = mode.isEmpty() || mode.get().text().isEmpty();
        return new Service(
                key,
                NetworkMode.parse(mode.map(ScalarValue::text).orElse("")),
                onDefault ? List.of(Attachment.to(Network.DEFAULT_KEY)) : inNetworks ? attachments : List.of(),
                ports.read(key, map),
                dependencies.read(key, map),
                FieldReader.texts(map, "profiles"),
                containers.read(key, map));
    }

    private List<Attachment> attachments(String service, MapValue map) throws ComposeException {
        List<Attachment> attachments = new ArrayList<>();
        Optional<MapValue> networks = FieldReader.map(map, "networks");
        if (networks.isEmpty()) {
            return attachments;
        }
        for (Map.Entry<String, Field> entry : networks.get().fields().entrySet()) {
            String network = entry.getKey();
            marks.put(Element.membership(service, network), entry.getValue().key());
            attachments.add(
                    entry.getValue().value() instanceof MapValue stated
                            ? attachment(service, network, stated)
                            : Attachment.to(network));
        }
        return attachments;
    }

    private Attachment attachment(String service, String network, MapValue stated) throws ComposeException {
        stated.fields()
                .forEach((name, field) ->
                        marks.put(Element.membership(service, network).field(name), field.key()));
        return new Attachment(
                network,
                FieldReader.texts(stated, "aliases"),
                FieldReader.text(stated, "ipv4_address"),
                FieldReader.text(stated, "ipv6_address"),
                FieldReader.number(stated, "priority"),
                FieldReader.number(stated, "gw_priority"),
                FieldReader.text(stated, "mac_address"),
                FieldReader.options(stated, "driver_opts"));
    }
}
