package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A published port as a value to be written. */
final class PortEntry {

    private PortEntry() {}

    /** Returns the short form, or the long one where only that can say it or the list has no other. */
    static YamlValue in(YamlNode list, PortMapping port) {
        boolean allLong = list instanceof SequenceNode sequence
                && !sequence.items().isEmpty()
                && sequence.items().stream().allMatch(i -> i.resolved() instanceof MappingNode);
        return allLong ? longForm(port) : of(port);
    }

    static YamlValue of(PortMapping port) {
        return port.mode().equals(PortMapping.INGRESS) ? new YamlValue.Text(port.text()) : longForm(port);
    }

    private static YamlValue longForm(PortMapping port) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put("target", new YamlValue.Raw(Integer.toString(port.target())));
        port.published().ifPresent(published -> fields.put("published", new YamlValue.Text(published)));
        port.hostIp().ifPresent(ip -> fields.put("host_ip", new YamlValue.Text(ip)));
        if (port.protocol() != Protocol.TCP) {
            fields.put("protocol", new YamlValue.Text(port.protocol().text()));
        }
        if (!port.mode().equals(PortMapping.INGRESS)) {
            fields.put("mode", new YamlValue.Text(port.mode()));
        }
        return new YamlValue.Fields(fields);
    }
}
