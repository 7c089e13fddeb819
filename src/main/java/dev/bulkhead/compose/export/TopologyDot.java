package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;

/** The topology in Graphviz's language: services and networks as nodes, memberships as edges. */
public final class TopologyDot {

    private TopologyDot() {}

    /** Returns the graph's text. */
    public static String of(Topology topology) {
        StringBuilder dot = new StringBuilder("graph " + quoted(topology.project()) + " {\n");
        dot.append("  layout=fdp; overlap=false; node [fontname=\"sans-serif\"];\n");
        for (Network network : topology.networks().values()) {
            StringBuilder label = new StringBuilder(network.key());
            network.subnets()
                    .forEach(pool ->
                            pool.subnet().ifPresent(cidr -> label.append("\\n").append(cidr)));
            dot.append("  ").append(quoted("network " + network.key())).append(" [shape=ellipse, label=");
            dot.append(quoted(label.toString()));
            dot.append(network.internal() ? ", style=bold];\n" : "];\n");
        }
        for (Service service : topology.services().values()) {
            String node = quoted("service " + service.key());
            dot.append("  ")
                    .append(node)
                    .append(" [shape=box, label=")
                    .append(quoted(service.key()))
                    .append("];\n");
            for (Attachment attachment : service.attachments()) {
                dot.append("  ")
                        .append(node)
                        .append(" -- ")
                        .append(quoted("network " + attachment.network()))
                        .append(";\n");
            }
        }
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }
}
