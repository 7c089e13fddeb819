package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields that say which networks a container is on, under which names, and which of its ports are published. */
final class MembershipFields {

    private static final String INTERFACE = "com.docker.network.endpoint.ifname";

    private final String key;
    private final Told container;
    private final NetworkDeclarations networks;
    private final Map<String, Told> endpoints;
    private final String mode;

    MembershipFields(String key, Told container, NetworkDeclarations networks) {
        this.key = key;
        this.container = container;
        this.networks = networks;
        this.endpoints = NetworkDeclarations.endpoints(container);
        this.mode = container.at("HostConfig").at("NetworkMode").text();
    }

    /**
     * Adds the fields, and to the remarks what they do not say.
     *
     * @param composed whether Compose made the container
     * @param ofNamespace what Compose calls the owner of a namespace that is shared
     */
    void addTo(Fields fields, List<String> remarks, boolean composed, Function<String, String> ofNamespace) {
        if (mode.startsWith("container:")) {
            fields.put("network_mode", ofNamespace.apply(mode));
        } else if (mode.equals("host") || mode.equals("none")) {
            fields.put("network_mode", mode);
        } else if (endpoints.isEmpty()) {
            fields.put("network_mode", "bridge");
        } else if (composed && endpoints.size() == 1 && !named()) {
            // joined by network_mode, a network gives it no name of its service
            fields.put("network_mode", mode);
        } else {
            Map<String, @Nullable Object> memberships = memberships(remarks);
            if (memberships.values().stream().anyMatch(Objects::nonNull)) {
                fields.map("networks", memberships);
            } else if (!memberships.keySet().equals(Set.of("default"))) {
                fields.list("networks", List.copyOf(memberships.keySet()));
            }
        }
        fields.text("mac_address", container.at("Config").at("MacAddress").text());
        fields.list("ports", ports());
    }

    private boolean named() {
        Told endpoint = endpoints.getOrDefault(mode, Told.NOTHING);
        return endpoint.isEmpty() || endpoint.at("Aliases").words().contains(key);
    }

    private Map<String, @Nullable Object> memberships(List<String> remarks) {
        Map<String, Told> byKey = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        endpoints.forEach((name, endpoint) -> {
            byKey.put(networks.key(name), endpoint);
            names.put(networks.key(name), name);
        });
        Map<String, @Nullable Object> memberships = new LinkedHashMap<>();
        String first = byKey.keySet().iterator().next();
        byKey.forEach((network, endpoint) -> {
            String name = names.getOrDefault(network, network);
            Fields fields = new Fields().list("aliases", aliases(endpoint));
            if (networks.keepsAddresses(name)) {
                Told asked = endpoint.at("IPAMConfig");
                fields.text("ipv4_address", asked.at("IPv4Address").text())
                        .text("ipv6_address", asked.at("IPv6Address").text())
                        .list("link_local_ips", asked.at("LinkLocalIPs").words());
            } else if (!endpoint.at("IPAMConfig").at("IPv4Address").isEmpty()) {
                remarks.add("Its address "
                        + endpoint.at("IPAMConfig").at("IPv4Address").text() + " in network " + name
                        + " is left out: a Swarm notes those that it chooses as if they had been asked for.");
            }
            Map<String, String> options = endpoint.at("DriverOpts").texts();
            String device = options.getOrDefault(INTERFACE, "");
            options.remove(INTERFACE);
            fields.text("interface_name", device)
                    .map("driver_opts", options)
                    .number("gw_priority", endpoint.at("GwPriority").amount());
            if (name.equals(mode) && !network.equals(first)) {
                // Compose makes a container on the first of its networks and joins the others afterwards
                fields.put("priority", 1);
            }
            memberships.put(network, fields.asMap().isEmpty() ? null : fields.asMap());
        });
        return memberships;
    }

    /** Names beside those that Compose gives, and those that engines before 25 add: the short id, and behind it the host name. */
    private List<String> aliases(Told endpoint) {
        String id = container.at("Id").text();
        Set<String> aliases = new LinkedHashSet<>();
        for (String alias : endpoint.at("Aliases").words()) {
            if (alias.length() == ProgramFields.SHORT_ID && id.startsWith(alias)) {
                break;
            }
            aliases.add(alias);
        }
        aliases.remove(key);
        aliases.remove(FoundProject.containerName(container));
        return List.copyOf(aliases);
    }

    private List<String> ports() {
        List<String> ports = new ArrayList<>();
        new TreeMap<>(container.at("HostConfig").at("PortBindings").fields())
                .forEach((port, bindings) -> bindings.items().forEach(binding -> ports.add(port(port, binding))));
        return ports;
    }

    private static String port(String port, Told binding) {
        String address = binding.at("HostIp").text();
        String published = binding.at("HostPort").text();
        String target = port.endsWith("/tcp") ? port.substring(0, port.length() - "/tcp".length()) : port;
        String outside = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return (outside.isEmpty() ? "" : outside + ":")
                + (published.isEmpty() && outside.isEmpty() ? "" : published + ":")
                + target;
    }

    /** Returns the ports that are published, as the engine names them. */
    List<String> published() {
        return List.copyOf(
                container.at("HostConfig").at("PortBindings").fields().keySet());
    }

    /**
     * Adds the links to other containers; a name that Compose gives by itself is left out.
     *
     * @param service returns the service whose container has a name
     */
    void addLinks(Fields fields, String project, Function<String, Optional<String>> service) {
        Set<String> links = new LinkedHashSet<>();
        Set<String> foreign = new LinkedHashSet<>();
        for (Told endpoint : endpoints.values()) {
            for (String link : endpoint.at("Links").words()) {
                String[] ends = link.split(":", 2);
                String alias = ends.length == 2 ? ends[1] : ends[0];
                Optional<String> linked = service.apply(ends[0]);
                if (linked.isEmpty()) {
                    foreign.add(link);
                } else if (!alias.matches("(?:\\Q" + project + "\\E-)?\\Q" + linked.get() + "\\E-[0-9]+")) {
                    links.add(alias.equals(linked.get()) ? alias : linked.get() + ":" + alias);
                }
            }
        }
        fields.list("links", List.copyOf(links)).list("external_links", List.copyOf(foreign));
    }
}
