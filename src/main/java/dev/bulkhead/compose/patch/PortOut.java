package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A published port as a value to be written. */
final class PortOut {

    private PortOut() {}

    /** Returns the short form, or the long one where only that can say it or the list has no other. */
    static YamlOut in(YamlNode list, PortMapping port) {
        boolean allLong = list instanceof SequenceNode sequence
                && !sequence.items().isEmpty()
                && sequence.items().stream().allMatch(i -> i.resolved() instanceof MappingNode);
        return allLong ? longForm(port) : of(port);
    }

    static YamlOut of(PortMapping port) {
        return port.mode().equals(PortMapping.INGRESS) ? new YamlOut.Text(port.text()) : longForm(port);
    }

    private static YamlOut longForm(PortMapping port) {
        SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
        fields.put("target", new YamlOut.Raw(Integer.toString(port.target())));
        port.published().ifPresent(published -> fields.put("published", new YamlOut.Text(published)));
        port.hostIp().ifPresent(ip -> fields.put("host_ip", new YamlOut.Text(ip)));
        if (port.protocol() != Protocol.TCP) {
            fields.put("protocol", new YamlOut.Text(port.protocol().text()));
        }
        if (!port.mode().equals(PortMapping.INGRESS)) {
            fields.put("mode", new YamlOut.Text(port.mode()));
        }
        return new YamlOut.Fields(fields);
    }
}
