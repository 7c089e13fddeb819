package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A {@code networks.yml} of all networks of a project, commented, accepted by Compose together with the project. */
public final class NetworksFile {

    /** Who makes the networks. */
    public enum Owner {
        /** Compose creates and removes them with the project. */
        COMPOSE,
        /** They are created first, by Bulkhead or by hand, and Compose only finds them. */
        OPERATOR
    }

    private final Topology topology;
    private final Owner owner;
    private final StringBuilder text = new StringBuilder();

    private NetworksFile(Topology topology, Owner owner) {
        this.topology = topology;
        this.owner = owner;
    }

    /** Returns the file's text. */
    public static String of(Topology topology, Owner owner) {
        return new NetworksFile(topology, owner).write();
    }

    private String write() {
        line("# Networks of " + topology.project() + ", exported by Bulkhead.");
        line(
                switch (owner) {
                    case COMPOSE -> "# Compose creates and removes them with the project.";
                    case OPERATOR ->
                        "# They have to exist before `docker compose up`; the commands stand above each one.";
                });
        if (topology.networks().isEmpty()) {
            line("networks: {}");
            return text.toString();
        }
        line("networks:");
        for (Network network : topology.networks().values()) {
            describe(network);
            line("  " + quoted(network.key()) + ":");
            line("    name: " + quoted(network.name()));
            if (owner == Owner.OPERATOR || network.external()) {
                line("    external: true");
            } else {
                managed(network);
            }
        }
        return text.toString();
    }

    private void describe(Network network) {
        long members = topology.members(network.key()).size();
        line("  # " + members + (members == 1 ? " member" : " members")
                + (network.internal() ? "; internal: no way in or out but through its members" : ""));
        if (owner == Owner.OPERATOR && !network.external()) {
            line("  # " + DockerCommands.createNetwork(network));
        }
    }

    private void managed(Network network) {
        network.options().driver().ifPresent(driver -> line("    driver: " + quoted(driver)));
        flag("internal", network.internal());
        flag("attachable", network.options().attachable());
        flag("enable_ipv6", network.options().enableIpv6());
        map("driver_opts", network.options().driverOpts());
        map("labels", network.options().labels());
        if (!network.subnets().isEmpty()) {
            line("    ipam:");
            line("      config:");
            network.subnets().forEach(this::pool);
        }
    }

    private void pool(Subnet pool) {
        String dash = "        - ";
        String indent = "          ";
        String lead = dash;
        SequencedMap<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("subnet", pool.subnet());
        fields.put("gateway", pool.gateway());
        fields.put("ip_range", pool.ipRange());
        for (Map.Entry<String, Optional<String>> field : fields.entrySet()) {
            if (field.getValue().isPresent()) {
                line(lead + field.getKey() + ": " + quoted(field.getValue().get()));
                lead = indent;
            }
        }
        if (!pool.auxAddresses().isEmpty()) {
            line(lead + "aux_addresses:");
            pool.auxAddresses().forEach((host, ip) -> line(indent + "  " + quoted(host) + ": " + quoted(ip)));
        }
    }

    private void flag(String name, boolean value) {
        if (value) {
            line("    " + name + ": true");
        }
    }

    private void map(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            line("    " + name + ":");
            values.forEach((key, value) -> line("      " + quoted(key) + ": " + quoted(value)));
        }
    }

    /** Plain where that is safe; otherwise in double quotes, with dollars doubled against interpolation. */
    private static String quoted(String value) {
        boolean plain =
                value.matches("[A-Za-z][A-Za-z0-9_.-]*") && !value.matches("(?i)true|false|yes|no|on|off|null|y|n");
        boolean cidr = value.matches("\\d+\\.\\d+\\.\\d+\\.\\d+(/\\d+)?");
        return plain || cidr
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$") + '"';
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
