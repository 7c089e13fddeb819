package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ports;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedEnvironment;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Subnet;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Observation of the engine, read from what docker-java brings into Bulkhead's own words. */
final class Observation {

    private static final int SHORT_ID = 12;
    /** Entries that stand for a network mode and are no networks one can join. */
    private static final Set<String> NO_NETWORKS = Set.of("host", "none");

    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "");

    private Observation() {}

    static ObservedNetwork network(Network network) {
        // Engines before 28 do not tell, and always have it.
        boolean ipv4 = !Optional.of("false")
                .equals(Told.of(network.getRawValues()).at("EnableIPv4").value().map(String::valueOf));
        NetworkOptions options = new NetworkOptions(
                text(network.getDriver()),
                false,
                Boolean.TRUE.equals(network.getInternal()),
                Boolean.TRUE.equals(network.isAttachable()),
                IpFamilies.of(ipv4, Boolean.TRUE.equals(network.getEnableIPv6())),
                orEmpty(network.getOptions()),
                orEmpty(network.getLabels()));
        List<Subnet> subnets = Optional.ofNullable(network.getIpam())
                .flatMap(ipam -> Optional.ofNullable(ipam.getConfig()))
                .map(pools -> subnets(
                        pools, Told.of(network.getRawValues()).at("IPAM").at("Config")))
                .orElse(List.of());
        return new ObservedNetwork(network.getId(), network.getName(), options, subnets);
    }

    private static List<Subnet> subnets(List<Network.Ipam.Config> pools, Told raw) {
        List<Subnet> subnets = new ArrayList<>();
        for (int i = 0; i < pools.size(); i++) {
            Network.Ipam.Config pool = pools.get(i);
            Map<String, String> auxiliary = raw.at(i).at("AuxiliaryAddresses").texts();
            subnets.add(
                    new Subnet(text(pool.getSubnet()), text(pool.getGateway()), text(pool.getIpRange()), auxiliary));
        }
        return subnets;
    }

    static ObservedContainer container(InspectContainerResponse container) {
        String id = container.getId();
        return new ObservedContainer(
                id,
                container.getName().startsWith("/") ? container.getName().substring(1) : container.getName(),
                new ObservedContainer.Made(
                        Optional.ofNullable(container.getConfig().getImage()).orElse(""),
                        Optional.ofNullable(container.getImageId()).orElse(""),
                        orEmpty(container.getConfig().getLabels()),
                        environment(container, id),
                        Optional.ofNullable(container.getHostConfig())
                                .flatMap(h -> text(h.getNetworkMode()))
                                .orElse("default"),
                        Optional.ofNullable(container.getHostConfig())
                                .flatMap(host -> Optional.ofNullable(host.getPortBindings()))
                                .map(Observation::mappings)
                                .orElse(List.of()),
                        text(container.getConfig().getHostName()).filter(hostname -> !hostname.equals(shortId(id)))),
                status(container),
                endpoints(container, id),
                ports(container));
    }

    private static ObservedEnvironment environment(InspectContainerResponse container, String id) {
        Map<String, String> values = new TreeMap<>();
        String[] entries = container.getConfig().getEnv();
        for (String entry : entries == null ? new String[0] : entries) {
            int end = entry.indexOf('=');
            values.put(end < 0 ? entry : entry.substring(0, end), end < 0 ? "" : entry.substring(end + 1));
        }
        return ObservedEnvironment.of(id, values);
    }

    private static Status status(InspectContainerResponse container) {
        InspectContainerResponse.ContainerState state = container.getState();
        String word = Optional.ofNullable(state.getStatus()).orElse("dead").toUpperCase(Locale.ROOT);
        Health health = Optional.ofNullable(state.getHealth())
                .flatMap(h -> text(h.getStatus()))
                .map(Observation::health)
                .orElse(Health.NONE);
        int restarts = Optional.ofNullable(container.getRestartCount()).orElse(0);
        return new Status(RunState.valueOf(word), health, started(state.getStartedAt()), restarts);
    }

    private static Health health(String word) {
        return switch (word) {
            case "starting" -> Health.STARTING;
            case "healthy" -> Health.HEALTHY;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.NONE;
        };
    }

    /** A container that was never started has the engine's zero time, year 1. */
    private static Optional<Instant> started(@Nullable String text) {
        if (text == null || text.startsWith("0001-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<ObservedEndpoint> endpoints(InspectContainerResponse container, String id) {
        Map<String, ContainerNetwork> networks = Optional.ofNullable(
                        container.getNetworkSettings().getNetworks())
                .orElse(Map.of());
        List<ObservedEndpoint> endpoints = new ArrayList<>();
        Told raw = Told.of(container.getRawValues()).at("NetworkSettings").at("Networks");
        networks.forEach((name, endpoint) -> {
            if (!NO_NETWORKS.contains(name)) {
                endpoints.add(endpoint(name, endpoint, raw.at(name), id));
            }
        });
        endpoints.sort(Comparator.comparing(ObservedEndpoint::network));
        return endpoints;
    }

    private static ObservedEndpoint endpoint(String network, ContainerNetwork endpoint, Told raw, String id) {
        Set<String> aliases =
                new LinkedHashSet<>(Optional.ofNullable(endpoint.getAliases()).orElse(List.of()));
        aliases.remove(shortId(id));
        Optional<ContainerNetwork.Ipam> stated = Optional.ofNullable(endpoint.getIpamConfig());
        EndpointSpec asked = new EndpointSpec(
                List.copyOf(aliases),
                stated.flatMap(ipam -> text(ipam.getIpv4Address())),
                stated.flatMap(ipam -> text(ipam.getIpv6Address())),
                raw.at("GwPriority").number());
        return new ObservedEndpoint(
                network,
                text(endpoint.getIpAddress()),
                text(endpoint.getGlobalIPv6Address()),
                text(endpoint.getMacAddress()),
                asked.withDriverOpts(raw.at("DriverOpts").texts()));
    }

    private static String shortId(String id) {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    private static List<PortMapping> ports(InspectContainerResponse container) {
        return Optional.ofNullable(container.getNetworkSettings().getPorts())
                .map(Observation::mappings)
                .orElse(List.of());
    }

    private static List<PortMapping> mappings(Ports ports) {
        Set<PortMapping> mappings = new LinkedHashSet<>();
        ports.getBindings().forEach((port, bindings) -> {
            if (bindings != null) {
                for (Ports.Binding binding : bindings) {
                    mappings.add(mapping(port, binding));
                }
            }
        });
        return mappings.stream()
                .sorted(Comparator.comparingInt(PortMapping::target)
                        .thenComparing(PortMapping::protocol)
                        .thenComparing(PortMapping::text))
                .toList();
    }

    private static PortMapping mapping(ExposedPort port, Ports.Binding binding) {
        return new PortMapping(
                text(binding.getHostIp()).filter(ip -> !ALL_ADDRESSES.contains(ip)),
                text(binding.getHostPortSpec()),
                port.getPort(),
                protocol(port.getProtocol()),
                PortMapping.INGRESS);
    }

    private static Protocol protocol(InternetProtocol protocol) {
        return switch (protocol) {
            case TCP -> Protocol.TCP;
            case UDP -> Protocol.UDP;
            case SCTP -> Protocol.SCTP;
        };
    }

    private static Optional<String> text(@Nullable String value) {
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
