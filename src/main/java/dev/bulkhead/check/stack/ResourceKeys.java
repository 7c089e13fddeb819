package dev.bulkhead.check.stack;

import static dev.bulkhead.check.stack.StackKey.changed;
import static dev.bulkhead.check.stack.StackKey.refused;

import java.util.List;

/**
 * What becomes of the keys of networks, secrets and configs, and of those at the top of a file, in a stack (docker/cli 28.5 {@code
 * cli/compose}, each tried with a real {@code docker stack deploy}).
 */
final class ResourceKeys {

    static final List<StackKey> ALL = List.of(
            refused("name", "", "Remove it, and give the name to the command: docker stack deploy -c FILE NAME."),
            refused(
                    "include",
                    "",
                    "Hand over each file with a -c of its own, or put them together with docker compose config."),
            refused("models", "", "Leave the services that use models with Compose."),
            refused(
                    "networks.*.enable_ipv6",
                    "",
                    "Make the network beforehand with docker network create -d overlay --ipv6, and declare it external."),
            refused("networks.*.enable_ipv4", "", "Make the network beforehand, and declare it external."),
            refused(
                    "networks.*.ipam.config.[].gateway",
                    "",
                    "Remove it, or make the network beforehand with docker network create -d overlay, and declare it external."),
            refused(
                    "networks.*.ipam.config.[].ip_range",
                    "",
                    "Remove it, or make the network beforehand with docker network create -d overlay, and declare it external."),
            refused(
                    "networks.*.ipam.config.[].aux_addresses",
                    "",
                    "Remove it, or make the network beforehand with docker network create -d overlay, and declare it external."),
            refused("networks.*.ipam.options", "", "Make the network beforehand, and declare it external."),
            refused("secrets.*.environment", "", "Write the value into a file and name it under file."),
            refused("configs.*.content", "", "Write it into a file and name it under file."),
            refused("configs.*.environment", "", "Write the value into a file and name it under file."),
            changed(
                            "secrets.*.file",
                            "what it holds now is stored in the swarm and never changes: with another content the next deployment is refused",
                            "Give the secret a name with a number (name: NAME-1) and count it up with each content.")
                    .harmless(),
            changed(
                            "configs.*.file",
                            "what it holds now is stored in the swarm and never changes: with another content the next deployment is refused",
                            "Give the config a name with a number (name: NAME-1) and count it up with each content.")
                    .harmless());

    private ResourceKeys() {}
}
