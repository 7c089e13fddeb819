package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.stream.Collectors;

/** A {@code networks.yml} of all networks of a project, commented, accepted by Compose together with the project. */
public final class NetworksFile {

    /** Owner of the networks: who makes them. */
    public enum Owner {
        /** Compose creates and removes them with the project. */
        COMPOSE,
        /** They are created first, by Bulkhead or by hand, and Compose only finds them. */
        OPERATOR
    }

    private final Topology topology;
    private final Owner owner;
    private final YamlText yaml = new YamlText();
    private final NetworkYaml networks = new NetworkYaml(yaml);

    private NetworksFile(Topology topology, Owner owner) {
        this.topology = topology;
        this.owner = owner;
    }

    /** Returns the file's text. */
    public static String of(Topology topology, Owner owner) {
        return new NetworksFile(topology, owner).write();
    }

    private String write() {
        yaml.comment(0, "Networks of " + topology.project() + ", exported by Bulkhead.");
        yaml.comment(
                0,
                switch (owner) {
                    case COMPOSE -> composeOwns();
                    case OPERATOR ->
                        "They have to exist before `docker compose up`: " + NetworksScript.FILE
                                + " creates them, and the"
                                + " commands stand above each one.\n"
                                + "What they are like stands under " + Network.EXTENSION
                                + ", which Compose ignores and Bulkhead reads.\n"
                                + "!override needs Docker Compose " + OverrideFile.NEEDS + " or newer.";
                });
        if (topology.networks().isEmpty()) {
            yaml.line(0, "networks: {}");
            return yaml.toString();
        }
        yaml.line(0, "networks:");
        for (Network network : topology.networks().values()) {
            describe(network);
            switch (owner) {
                case COMPOSE -> networks.declare(network, "");
                case OPERATOR -> networks.declareExternal(network);
            }
        }
        return yaml.toString();
    }

    private String composeOwns() {
        long external =
                topology.networks().values().stream().filter(Network::external).count();
        if (external == 0) {
            return "Docker Compose creates and removes them with the project.";
        }
        return external == topology.networks().size()
                ? "Somebody else creates them, before `docker compose up`, and removes them."
                : "Docker Compose creates and removes them with the project, but for those that are external: they have\n"
                        + "to exist before `docker compose up`.";
    }

    private void describe(Network network) {
        String members =
                topology.members(network.key()).stream().map(Service::key).collect(Collectors.joining(", "));
        yaml.comment(
                1,
                (members.isEmpty() ? "No members" : "Members: " + members)
                        + (network.internal() ? "; internal: no way in or out but through its members" : ""));
        if (owner == Owner.OPERATOR && (!network.external() || network.statedOnly())) {
            yaml.comment(1, DockerCommands.createNetwork(network));
        }
    }
}
