package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A project's part of an engine's state without what the engine makes up anew each time: ids, times, restart counts,
 * health (waited for apart), addresses and MAC addresses that nobody asked for, gateways of bridges, and the order of
 * aliases and ports. What is left has to be equal before a run and after its rollback.
 *
 * @param containers container name to its lines
 * @param networks network name to its lines; networks of the project's containers and those made for the project
 */
public record NormalisedState(SortedMap<String, List<String>> containers, SortedMap<String, List<String>> networks) {

    /**
     * Labels that tell how a container came to be and not what it is; Compose leaves {@code depends_on} empty for one that
     * it has to create with {@code --no-deps}, and writes it in no particular order. A directory that was moved is looked at
     * before anything is begun.
     */
    private static final Set<String> PASSING_LABELS = Set.of(
            "com.docker.compose.replace",
            "com.docker.compose.depends_on",
            "com.docker.compose.project.working_dir",
            "com.docker.compose.project.config_files",
            "com.docker.compose.project.environment_file");

    /** Words for the network of a container that are no names of networks that somebody made. */
    private static final Set<String> BUILT_IN = Set.of("default", "bridge", "host", "none", "");

    /** Compose hashes the owner's container id into it where a namespace is shared, and a new owner has a new id. */
    private static final String CONFIG_HASH = ObservedContainer.HASH_LABEL;

    /** Returns the normalised state of a project. */
    public static NormalisedState of(ObservedState state, String project) {
        Map<String, String> names = state.containers().stream()
                .collect(Collectors.toMap(ObservedContainer::id, ObservedContainer::name, (a, b) -> a));
        SortedMap<String, List<String>> containers = new TreeMap<>();
        Set<String> joined = new TreeSet<>();
        for (ObservedContainer container : state.containers()) {
            if (container.project().filter(project::equals).isPresent()) {
                containers.put(container.name(), container(container, state, names));
                container.endpoints().forEach(endpoint -> joined.add(endpoint.network()));
            }
        }
        SortedMap<String, List<String>> networks = new TreeMap<>();
        for (ObservedNetwork network : state.networks()) {
            if (joined.contains(network.name()) || madeFor(network, project)) {
                networks.put(network.name(), network(network));
            }
        }
        return new NormalisedState(containers, networks);
    }

    /** Returns whether Bulkhead or Compose made a network for a project. */
    public static boolean madeFor(ObservedNetwork network, String project) {
        Map<String, String> labels = network.options().labels();
        return project.equals(labels.get(NetworkLabels.PROJECT))
                || project.equals(labels.get(ObservedContainer.PROJECT_LABEL));
    }

    private static List<String> container(ObservedContainer container, ObservedState state, Map<String, String> names) {
        List<String> lines = new ArrayList<>();
        // an image whose name has gone to another one meanwhile can only be had by its id
        String image = container.made().imageId();
        lines.add("image " + (image.isEmpty() ? container.image() : image));
        lines.add("state " + container.status().state());
        lines.add("network mode " + mode(container, names));
        container.labels().forEach((key, value) -> {
            boolean ofOwner = key.equals(CONFIG_HASH) && container.networkMode().startsWith("container:");
            if (!PASSING_LABELS.contains(key) && !ofOwner) {
                lines.add("label " + key + " " + Integer.toHexString(value.hashCode()));
            }
        });
        container.endpoints().stream().map(NormalisedState::endpoint).sorted().forEach(lines::add);
        state.keptPorts(container).stream().map(PortMapping::text).sorted().forEach(port -> lines.add("port " + port));
        return lines;
    }

    /** Which of its networks it was made on shows nowhere but here: whoever joined while it ran is made anew on another. */
    private static String mode(ObservedContainer container, Map<String, String> names) {
        String mode = container.networkMode();
        String prefix = "container:";
        if (mode.startsWith(prefix)) {
            return prefix + names.getOrDefault(mode.substring(prefix.length()), "one that is gone");
        }
        return BUILT_IN.contains(mode) ? mode : "networks";
    }

    private static String endpoint(ObservedEndpoint endpoint) {
        return "network " + endpoint.network() + " aliases "
                + endpoint.aliases().stream().sorted().toList() + " static "
                + endpoint.staticIpv4().orElse("none")
                + endpoint.staticIpv6().map(address -> " and " + address).orElse("") + " priority "
                + endpoint.gwPriority()
                + (endpoint.asked().driverOpts().isEmpty()
                        ? ""
                        : " options " + endpoint.asked().driverOpts());
    }

    private static List<String> network(ObservedNetwork network) {
        List<String> lines = new ArrayList<>();
        lines.add("driver " + network.options().driver().orElse("bridge"));
        lines.add("internal " + network.options().internal());
        lines.add("attachable " + network.options().attachable());
        lines.add("ipv6 " + network.options().enableIpv6());
        if (!network.options().enableIpv4()) {
            lines.add("ipv4 false");
        }
        network.options().driverOpts().forEach((key, value) -> {
            // Said above; a network made again has it as an option.
            if (!key.equals(NetworkOptions.IPV4_OPTION)) {
                lines.add("option " + key + "=" + value);
            }
        });
        network.options().labels().forEach((key, value) -> lines.add("label " + key + "=" + value));
        network.subnets().stream().map(Subnet::subnet).forEach(pool -> lines.add("pool " + pool.orElse("none")));
        return lines;
    }

    /** Returns this state with the configuration hashes that some containers have in another. */
    public NormalisedState withHashesOf(NormalisedState other, Set<String> names) {
        SortedMap<String, List<String>> changed = new TreeMap<>(containers);
        for (String name : names) {
            changed.computeIfPresent(name, (key, lines) -> {
                List<String> kept = new ArrayList<>(
                        lines.stream().filter(line -> !isHash(line)).toList());
                other.containers.getOrDefault(name, List.of()).stream()
                        .filter(NormalisedState::isHash)
                        .forEach(kept::add);
                return kept;
            });
        }
        return new NormalisedState(changed, networks);
    }

    private static boolean isHash(String line) {
        return line.startsWith("label " + CONFIG_HASH + " ");
    }

    /** Returns what differs from another state, one sentence each; empty when the two are equal. */
    public List<String> differencesTo(NormalisedState other) {
        List<String> sentences = new ArrayList<>();
        compare("Container", containers, other.containers, sentences);
        compare("Network", networks, other.networks, sentences);
        return sentences;
    }

    private static void compare(
            String kind,
            SortedMap<String, List<String>> before,
            SortedMap<String, List<String>> after,
            List<String> sentences) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!after.containsKey(name)) {
                sentences.add(kind + " " + name + " is missing.");
            } else if (!before.containsKey(name)) {
                sentences.add(kind + " " + name + " was not there before.");
            } else {
                List<String> lost = new ArrayList<>(before.getOrDefault(name, List.of()));
                lost.removeAll(after.getOrDefault(name, List.of()));
                List<String> gained = new ArrayList<>(after.getOrDefault(name, List.of()));
                gained.removeAll(before.getOrDefault(name, List.of()));
                if (!lost.isEmpty() || !gained.isEmpty()) {
                    sentences.add(kind + " " + name + " had " + lost + " and has " + gained + ".");
                }
            }
        }
    }
}
