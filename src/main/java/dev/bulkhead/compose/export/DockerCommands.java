package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Subnet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The docker commands that an operator would type. */
public final class DockerCommands {

    private DockerCommands() {}

    /** Returns the command that creates a network. */
    public static String createNetwork(Network network) {
        return createNetwork(network, Map.of());
    }

    /** Returns the command that creates a network with further labels. */
    static String createNetwork(Network network, Map<String, String> labels) {
        StringBuilder command = new StringBuilder("docker network create");
        network.options().driver().ifPresent(driver -> option(command, "--driver", driver));
        if (network.internal()) {
            command.append(" --internal");
        }
        if (network.options().attachable()) {
            command.append(" --attachable");
        }
        if (!network.options().enableIpv4()) {
            command.append(" --ipv4=false");
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
        network.options().driverOpts().forEach((key, value) -> pair(command, "--opt", key, value));
        network.options().labels().forEach((key, value) -> pair(command, "--label", key, value));
        labels.forEach((key, value) -> option(command, "--label", key + "=" + value));
        return command.append(names(network.name())).toString();
    }

    /**
     * Returns the command that attaches a running container to a network.
     *
     * @param service the name under which Compose makes every container of the service known
     */
    static String connect(Attachment attachment, String network, String service, String container) {
        StringBuilder command = new StringBuilder("docker network connect");
        option(command, "--alias", service);
        attachment.aliases().stream()
                .filter(alias -> !alias.equals(service))
                .forEach(alias -> option(command, "--alias", alias));
        attachment.ipv4().ifPresent(ip -> option(command, "--ip", ip));
        attachment.ipv6().ifPresent(ip -> option(command, "--ip6", ip));
        if (attachment.gwPriority() != 0) {
            option(command, "--gw-priority", Integer.toString(attachment.gwPriority()));
        }
        attachment.driverOpts().forEach((key, value) -> option(command, "--driver-opt", key + "=" + value));
        return command.append(names(network, container)).toString();
    }

    /** Returns the command that takes a running container off a network. */
    static String disconnect(String network, String container) {
        return "docker network disconnect" + names(network, container);
    }

    /** Returns the command that removes a network without members. */
    static String removeNetwork(String network) {
        return "docker network rm" + names(network);
    }

    /** Returns the command that tells of a network. */
    static String inspectNetwork(String network) {
        return "docker network inspect" + names(network);
    }

    /** Names after options: one that begins like an option is none after two dashes. */
    private static String names(String... names) {
        boolean like = Stream.of(names).anyMatch(name -> name.startsWith("-"));
        return Stream.of(names).map(DockerCommands::shell).collect(Collectors.joining(" ", like ? " -- " : " ", ""));
    }

    /** What looks like a secret becomes a variable, without which a shell stops. */
    private static void pair(StringBuilder command, String option, String key, String value) {
        if (SecretNames.isSecret(key, value)) {
            String variable = SecretMask.variable(key).replace("}", ":?}");
            command.append(' ')
                    .append(option)
                    .append(' ')
                    .append(shell(key + "="))
                    .append('"')
                    .append(variable)
                    .append('"');
        } else {
            option(command, option, key + "=" + value);
        }
    }

    private static void option(StringBuilder command, String name, String value) {
        command.append(' ').append(name).append(' ').append(shell(value));
    }

    /** Quotes a word for a POSIX shell where it needs it. */
    public static String shell(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
