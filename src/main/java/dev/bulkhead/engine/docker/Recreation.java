package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.observed.EndpointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Recreation of a container from what the engine told of it. */
final class Recreation {

    private static final String SHARED = "container:";
    private static final int SHORT_ID = 12;

    /** Modes that are no user-defined networks: the engine refuses names and addresses on them. */
    private static final Set<String> OWN_MODES = Set.of("", "default", "bridge", "host", "none");

    private final Session session;
    private final ContainerBlueprint blueprint;
    private final JsonNode was;
    private final String id;

    Recreation(Session session, ContainerBlueprint blueprint) {
        this.session = session;
        this.blueprint = blueprint;
        this.was = RawCreation.read(blueprint.inspected());
        this.id = was.path("Id").asText();
    }

    String run() {
        ObjectNode body = was.path("Config").deepCopy();
        ObjectNode host = was.path("HostConfig").deepCopy();
        body.put("Image", image());
        links(host);
        volumes(host);
        Map<String, ObjectNode> endpoints = endpoints();
        String mode = mode(host, endpoints);
        host.put("NetworkMode", mode);
        hostname(body, mode);
        body.set("HostConfig", host);
        if (endpoints.containsKey(mode)) {
            body.putObject("NetworkingConfig").putObject("EndpointsConfig").set(mode, endpoints.remove(mode));
        }
        String made = session.creation().create(blueprint.name(), body);
        endpoints.forEach((network, endpoint) -> session.calls()
                .connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(made)
                .withContainerNetwork(JoiningEndpoint.of(spec(endpoint)))
                .exec());
        return made;
    }

    /** The reference while it still means the same image, so that Compose knows the container again; else the id. */
    private String image() {
        String reference = was.path("Config").path("Image").asText();
        boolean same = new ContainerCalls(session)
                .image(reference)
                .filter(image -> image.id().equals(blueprint.imageId()))
                .isPresent();
        return same ? reference : blueprint.imageId();
    }

    /** Inspect shows links as paths (/db:/web/store), create wants them as db:store. */
    private static void links(ObjectNode host) {
        if (host.path("Links") instanceof ArrayNode links) {
            ArrayNode wanted = host.putArray("Links");
            for (JsonNode link : links) {
                String[] ends = link.asText().split(":", 2);
                wanted.add(ends[0].substring(ends[0].lastIndexOf('/') + 1) + ":"
                        + ends[1].substring(ends[1].lastIndexOf('/') + 1));
            }
        }
    }

    /** Volumes without a name would be new and empty ones: those that it had are named instead. */
    private void volumes(ObjectNode host) {
        List<String> binds = new ArrayList<>();
        host.path("Binds").forEach(bind -> binds.add(bind.asText()));
        List<String> targets = new ArrayList<>();
        host.path("Mounts").forEach(mount -> targets.add(mount.path("Target").asText()));
        int stated = binds.size();
        for (JsonNode mount : was.path("Mounts")) {
            String target = mount.path("Destination").asText();
            boolean known = targets.contains(target) || binds.stream().anyMatch(bind -> mounts(bind, target));
            if (mount.path("Type").asText().equals("volume") && !known) {
                binds.add(mount.path("Name").asText() + ":" + target
                        + (mount.path("RW").asBoolean(true) ? "" : ":ro"));
            }
        }
        if (binds.size() > stated) {
            ArrayNode all = host.putArray("Binds");
            binds.forEach(all::add);
        }
    }

    private static boolean mounts(String bind, String target) {
        String[] parts = bind.split(":", -1);
        return parts.length > 1 && parts[1].equals(target);
    }

    private Map<String, ObjectNode> endpoints() {
        Map<String, ObjectNode> endpoints = new LinkedHashMap<>();
        was.path("NetworkSettings").path("Networks").properties().forEach(network -> {
            if (!OWN_MODES.contains(network.getKey())) {
                endpoints.put(network.getKey(), endpoint(network.getValue()));
            } else if (network.getKey().equals("bridge")) {
                endpoints.put("bridge", RawCreation.JSON.createObjectNode());
            }
        });
        return endpoints;
    }

    /** Keeps what was asked for and leaves what the engine gave. */
    private ObjectNode endpoint(JsonNode told) {
        ObjectNode asked = RawCreation.JSON.createObjectNode();
        for (String field : List.of("IPAMConfig", "DriverOpts", "GwPriority")) {
            if (told.hasNonNull(field)) {
                asked.set(field, told.get(field));
            }
        }
        ArrayNode aliases = asked.putArray("Aliases");
        for (JsonNode alias : told.path("Aliases")) {
            // engines before 25 list the id among the names
            if (!alias.asText().equals(shortId())) {
                aliases.add(alias);
            }
        }
        return asked;
    }

    private static EndpointSpec spec(ObjectNode endpoint) {
        List<String> aliases = new ArrayList<>();
        endpoint.path("Aliases").forEach(alias -> aliases.add(alias.asText()));
        Map<String, String> options = new TreeMap<>();
        endpoint.path("DriverOpts")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new EndpointSpec(
                        aliases,
                        address(endpoint, "IPv4Address"),
                        address(endpoint, "IPv6Address"),
                        endpoint.path("GwPriority").asInt())
                .withDriverOpts(options);
    }

    private static Optional<String> address(ObjectNode endpoint, String family) {
        return Optional.of(endpoint.path("IPAMConfig").path(family).asText()).filter(text -> !text.isEmpty());
    }

    private String mode(ObjectNode host, Map<String, ObjectNode> endpoints) {
        String mode = host.path("NetworkMode").asText();
        if (mode.startsWith(SHARED)) {
            return blueprint.networkOwner().map(owner -> SHARED + owner).orElse(mode);
        }
        if (mode.equals("default") && endpoints.containsKey("bridge")) {
            return "bridge";
        }
        // it has left the network it was made on: the engine would put it there again
        boolean left = !OWN_MODES.contains(mode) && !endpoints.containsKey(mode);
        return left && !endpoints.isEmpty() ? endpoints.keySet().iterator().next() : mode;
    }

    /** A name that is the id is the engine's; one that shares a network has the owner's name and ports. */
    private void hostname(ObjectNode body, String mode) {
        if (mode.startsWith(SHARED)) {
            body.remove(List.of("Hostname", "Domainname", "ExposedPorts"));
        } else if (body.path("Hostname").asText().equals(shortId())) {
            body.remove("Hostname");
        }
    }

    private String shortId() {
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }
}
