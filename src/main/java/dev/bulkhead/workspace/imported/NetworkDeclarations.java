package dev.bulkhead.workspace.imported;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Networks of a project: those that its labels say are its own are declared, the others are external. */
final class NetworkDeclarations {

    private static final Set<String> BUILT_IN = Set.of("bridge", "host", "none");
    private static final String NETWORK_LABEL = "com.docker.compose.network";
    private static final String DEFAULT = "default";

    /** Options that an engine adds by itself. */
    private static final Set<String> ENGINES_OPTIONS = Set.of(
            "com.docker.network.driver.overlay.vxlanid_list",
            "com.docker.network.enable_ipv4",
            "com.docker.network.enable_ipv6");

    private final EngineDetails details;
    private final EnginePools pools;
    private final String project;
    private final Map<String, String> keys = new TreeMap<>();
    private final Set<String> own = new TreeSet<>();

    NetworkDeclarations(EngineDetails details, EnginePools pools, FoundProject found) {
        this.details = details;
        this.pools = pools;
        this.project = found.name();
        for (Told network : details.networks()) {
            Told labels = network.at("Labels");
            String key = labels.at(NETWORK_LABEL).text();
            if (labels.at(ObservedContainer.PROJECT_LABEL).text().equals(project)
                    && !key.isEmpty()
                    && !keys.containsValue(key)) {
                keys.put(network.at("Name").text(), key);
                own.add(network.at("Name").text());
            }
        }
        found.services().stream()
                .flatMap(service -> service.instances().stream())
                .flatMap(container -> endpoints(container).keySet().stream())
                .forEach(name -> keys.computeIfAbsent(name, this::free));
    }

    /** Returns the memberships of a container in networks that one can join, by the networks' names. */
    static Map<String, Told> endpoints(Told container) {
        Map<String, Told> endpoints = new LinkedHashMap<>(
                container.at("NetworkSettings").at("Networks").fields());
        endpoints.keySet().removeAll(BUILT_IN);
        return endpoints;
    }

    private String free(String name) {
        String key = name;
        while (keys.containsValue(key) || key.equals(DEFAULT)) {
            key += "-external";
        }
        return key;
    }

    /** Returns what a network of a name is called in the file. */
    String key(String name) {
        return keys.getOrDefault(name, name);
    }

    /** Returns whether an address in a network was asked for by somebody: a Swarm notes those that it chose the same way. */
    boolean keepsAddresses(String name) {
        return details.network(name)
                .map(network -> !network.at("Scope").text().equals("swarm"))
                .orElse(true);
    }

    /** Returns the declarations by key. */
    Map<String, Map<String, ?>> declarations() {
        Map<String, Map<String, ?>> declarations = new TreeMap<>();
        keys.forEach((name, key) -> {
            Map<String, ?> declared =
                    own.contains(name) ? declaration(details.network(name).orElseThrow(), key) : external(name, key);
            if (!(key.equals(DEFAULT) && declared.isEmpty())) {
                declarations.put(key, declared);
            }
        });
        return declarations;
    }

    /** Returns the names of those that have to be there beforehand. */
    List<String> external() {
        return keys.keySet().stream().filter(name -> !own.contains(name)).toList();
    }

    private static Map<String, ?> external(String name, String key) {
        return new Fields()
                .text("name", name.equals(key) ? "" : name)
                .put("external", true)
                .asMap();
    }

    private Map<String, ?> declaration(Told network, String key) {
        String name = network.at("Name").text();
        String driver = network.at("Driver").text();
        Fields fields = new Fields()
                .text("name", name.equals(project + "_" + key) ? "" : name)
                .text("driver", driver.equals("bridge") ? "" : driver)
                .map("driver_opts", options(network))
                .flag("internal", network.at("Internal").truth())
                .flag("attachable", network.at("Attachable").truth())
                .flag("enable_ipv6", network.at("EnableIPv6").truth());
        if (network.at("EnableIPv4").value().equals(Optional.of(false))) {
            fields.put("enable_ipv4", false);
        }
        String addresses = network.at("IPAM").at("Driver").text();
        return fields.map(
                        "ipam",
                        new Fields()
                                .text("driver", addresses.equals("default") ? "" : addresses)
                                .list("config", new ChosenSubnets(network, pools, asked(name)).chosen())
                                .map("options", network.at("IPAM").at("Options").texts())
                                .asMap())
                .map("labels", labels(network))
                .asMap();
    }

    private boolean asked(String name) {
        return keepsAddresses(name)
                && details.containers().stream()
                        .map(container -> endpoints(container).getOrDefault(name, Told.NOTHING))
                        .anyMatch(endpoint ->
                                !endpoint.at("IPAMConfig").at("IPv4Address").isEmpty());
    }

    static Map<String, String> options(Told network) {
        Map<String, String> options = network.at("Options").texts();
        options.keySet().removeAll(ENGINES_OPTIONS);
        return options;
    }

    static Map<String, String> labels(Told network) {
        Map<String, String> labels = network.at("Labels").texts();
        labels.keySet().removeIf(label -> label.startsWith("com.docker.compose."));
        return labels;
    }
}
