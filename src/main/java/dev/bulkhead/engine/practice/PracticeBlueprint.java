package dev.bulkhead.engine.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A practice container as text and back, in the words of {@code docker inspect}. */
final class PracticeBlueprint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PracticeBlueprint() {}

    static ContainerBlueprint of(PracticeContainer container) {
        ObjectNode told = JSON.createObjectNode();
        told.put("Id", container.id());
        told.put("Name", "/" + container.name());
        told.put("Image", container.made().imageId());
        Service origin = container.identity().origin();
        ObjectNode config = told.putObject("Config");
        config.put("Image", container.made().image());
        config.set("Labels", JSON.valueToTree(container.made().labels()));
        config.set("Env", JSON.valueToTree(origin.container().environment()));
        config.put("Healthcheck", origin.container().healthCheck());
        ObjectNode host = told.putObject("HostConfig");
        host.put("NetworkMode", container.made().networkMode());
        origin.ports()
                .forEach(port -> host.withArray("PortBindings")
                        .addObject()
                        .put("HostIp", port.hostIp().orElse(""))
                        .put("HostPort", port.published().orElse(""))
                        .put("Port", port.target())
                        .put("Protocol", port.protocol().text()));
        ObjectNode networks = told.putObject("NetworkSettings").putObject("Networks");
        container.endpoints().forEach(endpoint -> networks.set(endpoint.network(), endpoint(endpoint.asked())));
        return new ContainerBlueprint(
                container.name(), container.made().imageId(), container.networkOwner(), told.toString());
    }

    private static ObjectNode endpoint(EndpointSpec asked) {
        ObjectNode node = JSON.createObjectNode();
        node.set("Aliases", JSON.valueToTree(asked.aliases()));
        node.put("IPv4Address", asked.ipv4().orElse(""));
        node.put("IPv6Address", asked.ipv6().orElse(""));
        node.put("GwPriority", asked.gwPriority());
        node.set("DriverOpts", JSON.valueToTree(asked.driverOpts()));
        return node;
    }

    /** Returns all that is known in the words of {@code docker inspect}: volumes and images are not kept at practice. */
    static EngineDetails details(PracticeState state) {
        return new EngineDetails(
                Told.of(Map.of("ServerVersion", "28.5.2", "LoggingDriver", "json-file")),
                state.containers().values().stream()
                        .map(PracticeBlueprint::inspected)
                        .toList(),
                state.networks().values().stream()
                        .map(PracticeBlueprint::inspected)
                        .toList(),
                List.of(),
                Map.of());
    }

    private static Told inspected(PracticeContainer container) {
        ContainerSpec made = container.identity().origin().container();
        Map<String, Object> bindings = new TreeMap<>();
        container.made().publishes().stream()
                .collect(Collectors.groupingBy(
                        port -> port.target() + "/" + port.protocol().text()))
                .forEach((port, published) -> bindings.put(
                        port,
                        published.stream()
                                .map(each -> Map.of(
                                        "HostIp", each.hostIp().orElse(""),
                                        "HostPort", each.published().orElse("")))
                                .toList()));
        Map<String, Object> endpoints = new TreeMap<>();
        container
                .endpoints()
                .forEach(endpoint -> endpoints.put(
                        endpoint.network(),
                        Map.of(
                                "Aliases", endpoint.asked().aliases(),
                                "IPAMConfig",
                                        Map.of(
                                                "IPv4Address",
                                                        endpoint.asked().ipv4().orElse(""),
                                                "IPv6Address",
                                                        endpoint.asked().ipv6().orElse("")),
                                "GwPriority", endpoint.asked().gwPriority(),
                                "DriverOpts", endpoint.asked().driverOpts())));
        return Told.of(Map.of(
                "Id", container.id(),
                "Name", "/" + container.name(),
                "Image", container.made().imageId(),
                "State", Map.of("Status", container.status().state().name().toLowerCase(Locale.ROOT)),
                "Config",
                        Map.of(
                                "Image", container.made().image(),
                                "Labels", container.made().labels(),
                                "Cmd", made.command(),
                                "Env",
                                        made.environment().entrySet().stream()
                                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                                .toList()),
                "HostConfig",
                        Map.of(
                                "NetworkMode", container.made().networkMode(),
                                "Privileged", made.hostAccess().privileged(),
                                "CapAdd", made.hostAccess().capabilities(),
                                "Binds",
                                        made.hostAccess().mounts().stream()
                                                .filter(mount ->
                                                        !mount.container().isEmpty())
                                                .map(mount -> mount.host() + ":" + mount.container())
                                                .toList(),
                                "PortBindings", bindings),
                "NetworkSettings", Map.of("Networks", endpoints)));
    }

    private static Told inspected(ObservedNetwork network) {
        return Told.of(Map.of(
                "Name", network.name(),
                "Driver", network.options().driver().orElse("bridge"),
                "EnableIPv4", network.options().enableIpv4(),
                "Scope", "local",
                "Internal", network.options().internal(),
                "Attachable", network.options().attachable(),
                "EnableIPv6", network.options().enableIpv6(),
                "Options", network.options().driverOpts(),
                "Labels", network.options().labels(),
                "IPAM",
                        Map.of(
                                "Driver",
                                "default",
                                "Config",
                                network.subnets().stream()
                                        .map(subnet -> Map.of(
                                                "Subnet", subnet.subnet().orElse(""),
                                                "Gateway", subnet.gateway().orElse(""),
                                                "IPRange", subnet.ipRange().orElse(""),
                                                "AuxiliaryAddresses", subnet.auxAddresses()))
                                        .toList())));
    }

    /** What a blueprint says of a container that is to be made again. */
    record Parts(Service origin, Map<String, String> labels, String image, String mode, List<ObservedEndpoint> joined) {
        Parts {
            joined = List.copyOf(joined);
        }
    }

    static Parts read(ContainerBlueprint blueprint) throws EngineException {
        JsonNode told = tree(blueprint);
        JsonNode config = told.path("Config");
        String image = config.path("Image").asText();
        String mode = blueprint
                .networkOwner()
                .map(owner -> "container:" + owner)
                .orElse(told.path("HostConfig").path("NetworkMode").asText());
        List<PortMapping> ports = new ArrayList<>();
        told.path("HostConfig")
                .path("PortBindings")
                .forEach(port -> ports.add(new PortMapping(
                        text(port.path("HostIp")),
                        text(port.path("HostPort")),
                        port.path("Port").asInt(),
                        Protocol.valueOf(port.path("Protocol").asText().toUpperCase(Locale.ROOT)),
                        PortMapping.INGRESS)));
        Service origin = new Service(
                blueprint.name(),
                new NetworkMode.Networks(),
                List.of(),
                ports,
                List.of(),
                List.of(),
                new ContainerSpec(
                        Optional.of(blueprint.name()),
                        Optional.of(image),
                        Optional.empty(),
                        Map.of(),
                        texts(config.path("Env")),
                        config.path("Healthcheck").asBoolean(),
                        ContainerSpec.HostAccess.NONE));
        List<ObservedEndpoint> joined = new ArrayList<>();
        told.path("NetworkSettings")
                .path("Networks")
                .properties()
                .forEach(network ->
                        joined.add(PracticeContainer.membership(network.getKey(), endpoint(network.getValue()))));
        return new Parts(origin, texts(config.path("Labels")), image, mode, joined);
    }

    private static EndpointSpec endpoint(JsonNode node) {
        List<String> aliases = new ArrayList<>();
        node.path("Aliases").forEach(alias -> aliases.add(alias.asText()));
        return new EndpointSpec(
                        aliases,
                        text(node.path("IPv4Address")),
                        text(node.path("IPv6Address")),
                        node.path("GwPriority").asInt())
                .withDriverOpts(texts(node.path("DriverOpts")));
    }

    private static JsonNode tree(ContainerBlueprint blueprint) throws EngineException {
        try {
            return JSON.readTree(blueprint.inspected());
        } catch (JsonProcessingException e) {
            // without its message, which quotes the text
            throw new EngineException(
                    Kind.REFUSED, "What is known of container " + blueprint.name() + " cannot be read.");
        }
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isEmpty());
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
