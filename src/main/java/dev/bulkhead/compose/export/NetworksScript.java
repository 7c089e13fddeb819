package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import java.util.Collection;

/** A shell script that creates networks for a project whose files take them for external. */
public final class NetworksScript {

    /** The script's usual name. */
    public static final String FILE = "create-networks.sh";

    private NetworksScript() {}

    /** Returns the script; it leaves networks alone that are there already. */
    public static String of(String project, Collection<Network> networks) {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        script.append("# Creates the networks that the files of ")
                .append(project)
                .append(" take for external.\n");
        script.append("# Those that are there already stay as they are.\n");
        script.append("set -eu\n\n");
        script.append("there() {\n");
        script.append("    [ \"$(docker network inspect --format '{{.Name}}' -- \"$1\" 2>/dev/null)\" = \"$1\" ]\n");
        script.append("}\n");
        for (Network network : networks) {
            if (network.external() && !network.statedOnly()) {
                continue; // what it is like nobody states
            }
            script.append("\nthere ")
                    .append(DockerCommands.shell(network.name()))
                    .append(" ||\n    ");
            script.append(DockerCommands.createNetwork(network)).append('\n');
        }
        return script.toString();
    }
}
