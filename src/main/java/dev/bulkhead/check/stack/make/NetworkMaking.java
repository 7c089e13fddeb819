package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Making of the networks of a stack: overlays that containers of Compose can join, closed where they were closed. */
final class NetworkMaking {

    /** The name under which every host has its own network. */
    static final String HOST = "host";

    private static final String MTU = "com.docker.network.driver.mtu";

    /** What an overlay adds to each packet between hosts (RFC 7348). */
    private static final int HEADERS = 50;

    private final Topology topology;
    private final Map<String, ResolvedValue> section;
    private final List<StackChoice> choices;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> alone = new LinkedHashSet<>();
    private boolean host;

    NetworkMaking(Topology topology, Map<String, ResolvedValue> section, List<StackChoice> choices) {
        this.topology = topology;
        this.section = section;
        this.choices = choices;
    }

    void use(String network) {
        used.add(network);
    }

    boolean isUsed(String network) {
        return used.contains(network);
    }

    boolean isInternal(String network) {
        return topology.network(network).filter(Network::internal).isPresent();
    }

    /** Returns the name of the overlay; an engine has no two networks of one name, of whichever kind. */
    String name(String network) {
        return topology.network(network)
                .filter(Network::external)
                .map(Network::name)
                .orElse(topology.project() + "_" + network + "-overlay");
    }

    /** Returns the key of a network on which a service is by itself. */
    String alone(String service) {
        alone.add(service + "-alone");
        return service + "-alone";
    }

    /** Returns the key of the network of the host. */
    String host() {
        host = true;
        return HOST;
    }

    Map<String, Fields> make() {
        Map<String, Fields> networks = new LinkedHashMap<>();
        used.forEach(key -> networks.put(key, network(key)));
        alone.forEach(key -> networks.put(
                key, Tree.fields(Map.of("driver", Tree.text("overlay"))).with("internal", Tree.plain("true"))));
        if (host) {
            networks.put(
                    HOST, Tree.fields(Map.of("external", Tree.plain("true"))).with("name", Tree.text(HOST)));
        }
        return networks;
    }

    private Fields network(String key) {
        Fields stated = section.get(key) instanceof Fields fields ? fields : Fields.none();
        Network network = topology.network(key).orElseThrow();
        if (network.external()) {
            say(
                    key,
                    "external",
                    StackChoice.Kind.OTHERWISE,
                    network.name() + " has to be an overlay of the swarm by then: docker network create -d overlay"
                            + " --attachable, under this name or another");
            return Tree.fields(Map.of("external", Tree.plain("true"))).with("name", Tree.text(network.name()));
        }
        Fields made = Tree.without(Tree.without(stated, "name"), "driver");
        made = options(key, made).with("driver", Tree.text("overlay")).with("attachable", Tree.plain("true"));
        say(
                key,
                "driver",
                StackChoice.Kind.WRITTEN,
                "an overlay over all hosts" + (network.internal() ? ", closed as before" : "")
                        + "; attachable, so that containers of Compose reach the stack while services are exchanged");
        say(
                key,
                "name",
                StackChoice.Kind.OTHERWISE,
                "it is called " + name(key) + ", since the network of Compose has the name " + network.name()
                        + " meanwhile; labels of proxies that name it have to follow");
        made = made.with("name", Tree.text(name(key)));
        return pools(key, network, made);
    }

    /** Overlays pass the options of bridges over, one of which is only a name. */
    private Fields options(String key, Fields made) {
        SequencedMap<String, ResolvedValue> options = Tree.open(made.get("driver_opts"));
        List<String> bridge = options.keySet().stream()
                .filter(name -> name.startsWith("com.docker.network.bridge."))
                .toList();
        bridge.forEach(options::remove);
        bridge.stream()
                .filter(name -> !name.endsWith(".name"))
                .forEach(name -> say(
                        key,
                        name,
                        StackChoice.Kind.LOST,
                        "it is an option of bridges. What it kept apart has to be on different networks."));
        if (options.get(MTU) instanceof Scalar stated && stated.text().matches("\\d{1,5}")) {
            int size = Integer.parseInt(stated.text()) - HEADERS;
            options.put(MTU, Tree.text(Integer.toString(size)));
            say(
                    key,
                    MTU,
                    StackChoice.Kind.WRITTEN,
                    size + ", since packets between hosts have " + HEADERS + " bytes more than they had");
        }
        return options.isEmpty() ? Tree.without(made, "driver_opts") : made.with("driver_opts", Tree.fields(options));
    }

    private Fields pools(String key, Network network, Fields made) {
        List<String> subnets = network.subnets().stream()
                .map(Subnet::subnet)
                .flatMap(Optional::stream)
                .toList();
        if (subnets.isEmpty()) {
            return Tree.without(made, "ipam");
        }
        if (subnets.stream().anyMatch(subnet -> subnet.contains(":"))) {
            say(
                    key,
                    "ipam",
                    StackChoice.Kind.LOST,
                    "a stack file makes no networks with IPv6. Make the network beforehand with docker network create -d"
                            + " overlay --ipv6, and declare it external.");
        }
        say(
                key,
                "ipam",
                StackChoice.Kind.OTHERWISE,
                "the overlay takes addresses of the swarm's pool, since " + String.join(", ", subnets)
                        + " belongs to the network of Compose until that is removed, and containers join both; what trusts"
                        + " these addresses has to trust the overlay's");
        return Tree.without(made, "ipam");
    }

    private void say(String key, String name, StackChoice.Kind kind, String words) {
        choices.add(new StackChoice("network " + key, name, kind, words));
    }
}
