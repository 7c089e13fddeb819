package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topology as a Mermaid diagram: the host, its networks with their services, and what comes in from outside. */
public final class TopologyMermaid {

    private final Topology topology;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> ids = new HashMap<>();

    private TopologyMermaid(Topology topology) {
        this.topology = topology;
    }

    /** Returns the diagram's text. */
    public static String of(Topology topology) {
        return new TopologyMermaid(topology).write();
    }

    private String write() {
        text.append("graph TB\n    INET[Internet and LAN]\n\n    subgraph Host[")
                .append(quoted(topology.project()))
                .append("]\n");
        List<Service> outside = new ArrayList<>();
        for (Service service : topology.services().values()) {
            if (service.attachments().isEmpty()) {
                outside.add(service);
            }
        }
        if (!outside.isEmpty()) {
            text.append("        subgraph Outside[\"no network of the project\"]\n");
            outside.forEach(this::node);
            text.append("        end\n");
        }
        for (Network network : topology.networks().values()) {
            text.append("        subgraph ")
                    .append(id("network " + network.key()))
                    .append('[')
                    .append(quoted(title(network)))
                    .append("]\n");
            topology.members(network.key()).stream()
                    .filter(s -> s.attachments().getFirst().network().equals(network.key()))
                    .forEach(this::node);
            text.append("        end\n");
        }
        text.append("    end\n\n");
        topology.services().values().forEach(this::edges);
        return text.toString();
    }

    private static String title(Network network) {
        StringBuilder title = new StringBuilder(network.key());
        network.subnets()
                .forEach(pool ->
                        pool.subnet().ifPresent(cidr -> title.append("<br/>").append(cidr)));
        if (network.internal()) {
            title.append("<br/>internal");
        }
        return title.toString();
    }

    private void node(Service service) {
        text.append("            ")
                .append(id("service " + service.key()))
                .append('[')
                .append(quoted(service.key()))
                .append("]\n");
    }

    private void edges(Service service) {
        String node = id("service " + service.key());
        for (Attachment further : service.attachments().stream().skip(1).toList()) {
            text.append("    ")
                    .append(node)
                    .append(" --- ")
                    .append(id("network " + further.network()))
                    .append('\n');
        }
        if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            text.append("    ")
                    .append(node)
                    .append(" -.->|shares the network of| ")
                    .append(id("service " + owner))
                    .append('\n');
        }
        List<String> ports = service.ports().stream()
                .map(p -> p.published().orElse("any") + "/" + p.protocol().text())
                .distinct()
                .toList();
        if (!ports.isEmpty()) {
            text.append("    INET -->|")
                    .append(quoted(String.join(", ", ports)))
                    .append("| ")
                    .append(node)
                    .append('\n');
        }
    }

    /** Mermaid's own words (end, graph) and odd characters cannot be ids. */
    private String id(String element) {
        return ids.computeIfAbsent(element, e -> (e.startsWith("network") ? "n" : "s") + ids.size());
    }

    private static String quoted(String label) {
        return '"' + label.replace("\"", "#quot;") + '"';
    }
}
