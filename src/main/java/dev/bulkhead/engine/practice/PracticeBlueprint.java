package dev.bulkhead.engine.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedEndpoint;
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
