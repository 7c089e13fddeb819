package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;

/** The docker commands that an operator would type. */
public final class DockerCommands {

    private DockerCommands() {}

    /** Returns the command that creates a network. */
    public static String createNetwork(Network network) {
        StringBuilder command = new StringBuilder("docker network create");
        network.options().driver().ifPresent(driver -> option(command, "--driver", driver));
        if (network.internal()) {
            command.append(" --internal");
        }
        if (network.options().attachable()) {
            command.append(" --attachable");
        }
        if (network.options().enableIpv6()) {
            command.append(" --ipv6");
        }
        for (Subnet pool : network.subnets()) {
            pool.subnet().ifPresent(value -> option(command, "--subnet", value));
            pool.gateway().ifPresent(value -> option(command, "--gateway", value));
            pool.ipRange().ifPresent(value -> option(command, "--ip-range", value));
            pool.auxAddresses().forEach((host, ip) -> option(command, "--aux-address", host + "=" + ip));
        }
        network.options().driverOpts().forEach((key, value) -> option(command, "--opt", key + "=" + value));
        network.options().labels().forEach((key, value) -> option(command, "--label", key + "=" + value));
        return command.append(' ').append(shell(network.name())).toString();
    }

    private static void option(StringBuilder command, String name, String value) {
        command.append(' ').append(name).append(' ').append(shell(value));
    }

    /** Quotes a word for a POSIX shell where it needs it. */
    static String shell(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
