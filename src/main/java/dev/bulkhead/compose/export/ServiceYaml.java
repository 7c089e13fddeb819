package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.PortMapping;
import java.util.List;

/** The connections of a service as Compose reads them. */
final class ServiceYaml {

    private final YamlText yaml;

    ServiceYaml(YamlText yaml) {
        this.yaml = yaml;
    }

    /** Adds {@code networks:} of a service, in map form where an address or alias needs it. */
    void networks(List<Attachment> attachments, String tag) {
        yaml.line(2, "networks:" + tag);
        for (Attachment attachment : attachments) {
            String key = YamlText.quoted(attachment.network());
            if (!attachment.needsMapForm()) {
                yaml.line(3, key + ":");
                continue;
            }
            yaml.line(3, key + ":");
            yaml.list(4, "aliases", attachment.aliases());
            attachment.ipv4().ifPresent(ip -> yaml.field(4, "ipv4_address", ip));
            attachment.ipv6().ifPresent(ip -> yaml.field(4, "ipv6_address", ip));
            attachment.macAddress().ifPresent(mac -> yaml.field(4, "mac_address", mac));
            if (attachment.priority() != 0) {
                yaml.line(4, "priority: " + attachment.priority());
            }
            if (attachment.gwPriority() != 0) {
                yaml.line(4, "gw_priority: " + attachment.gwPriority());
            }
            yaml.map(4, "driver_opts", attachment.driverOpts());
        }
    }

    /** Adds {@code ports:} of a service. */
    void ports(List<PortMapping> ports, String tag) {
        yaml.line(2, "ports:" + tag);
        for (PortMapping port : ports) {
            if (port.mode().equals(PortMapping.INGRESS)) {
                yaml.line(3, "- " + YamlText.quoted(port.text()));
                continue;
            }
            yaml.line(3, "- target: " + port.target());
            port.published().ifPresent(published -> yaml.field(4, "published", published));
            port.hostIp().ifPresent(ip -> yaml.field(4, "host_ip", ip));
            yaml.field(4, "protocol", port.protocol().text()).field(4, "mode", port.mode());
        }
    }
}
