package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** The resolved topology as text for a terminal: networks with their members, then services with their connections. */
public final class TopologyText {

    private TopologyText() {}

    /** Returns a project as lines of text, ending with a line break. */
    public static String of(ComposeProject project) {
        Topology topology = project.topology();
        StringBuilder out = new StringBuilder();
        out.append("Project ").append(topology.project()).append(": ");
        out.append(Counted.of(topology.networks().size(), "network")).append(", ");
        out.append(Counted.of(topology.services().size(), "service")).append(", ");
        out.append(Counted.of(project.files().size(), "file")).append('\n');
        section(
                out,
                "Networks",
                topology.networks().values().stream()
                        .map(network -> network(network, topology))
                        .toList());
        section(
                out,
                "Services",
                topology.services().values().stream().map(TopologyText::service).toList());
        if (!project.warnings().isEmpty()) {
            out.append("\nWarnings\n");
            project.warnings()
                    .forEach(warning -> out.append("  ")
                            .append(warning.at().map(at -> at + ": ").orElse(""))
                            .append(warning.message())
                            .append('\n'));
        }
        return out.toString();
    }

    private static void section(StringBuilder out, String title, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append('\n').append(title).append('\n');
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append("  ").append(cell).repeat(" ", widths[i] - cell.length());
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> network(Network network, Topology topology) {
        List<String> traits = new ArrayList<>();
        traits.add(network.options().driver().orElse("bridge"));
        if (network.external()) {
            traits.add(network.statedOnly() ? "external (the rest as its file states)" : "external");
        }
        if (network.internal()) {
            traits.add("internal");
        }
        List<String> subnets = network.subnets().stream()
                .map(Subnet::subnet)
                .map(s -> s.orElse("?"))
                .toList();
        String members = String.join(
                ", ", topology.members(network.key()).stream().map(Service::key).toList());
        return List.of(
                network.key(),
                network.name().equals(network.key()) ? "" : "as " + network.name(),
                String.join(", ", traits),
                subnets.isEmpty() ? "subnet chosen by the engine" : String.join(", ", subnets),
                members.isEmpty() ? "no members" : members);
    }

    private static List<String> service(Service service) {
        String connection = service.networkMode()
                .text()
                .map(mode -> "network_mode " + mode)
                .orElseGet(() -> String.join(
                        ", ",
                        service.attachments().stream()
                                .map(TopologyText::attachment)
                                .toList()));
        String ports = String.join(
                ", ", service.ports().stream().map(PortMapping::text).toList());
        String profiles = service.profiles().isEmpty() ? "" : "profiles " + String.join(", ", service.profiles());
        return List.of(
                service.key(),
                service.container().image().orElse("(built)"),
                connection,
                ports.isEmpty() ? "" : "ports " + ports,
                profiles);
    }

    private static String attachment(Attachment attachment) {
        String address = attachment
                .ipv4()
                .or(attachment::ipv6)
                .map(ip -> " (" + ip + ")")
                .orElse("");
        return attachment.network() + address;
    }
}
