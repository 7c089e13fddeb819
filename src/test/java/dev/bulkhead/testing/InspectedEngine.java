package dev.bulkhead.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What {@code docker inspect} tells of all containers and networks of a private engine. */
public record InspectedEngine(PrivateEngine engine) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ASKED = "IPAMConfig";
    private static final String OPTIONS = "DriverOpts";
    private static final String DEPENDS_ON = "com.docker.compose.depends_on";

    private static final Pattern UNNAMED = Pattern.compile("[0-9a-f]{64}");

    /** What an engine makes up anew for every container or network. */
    private static final List<String> MADE_UP = List.of(
            "Id",
            "Created",
            "StartedAt",
            "FinishedAt",
            "Pid",
            "Log",
            "IPAddress",
            "MacAddress",
            "EndpointID",
            "NetworkID",
            "SandboxID",
            "SandboxKey",
            "ResolvConfPath",
            "HostnamePath",
            "HostsPath",
            "LogPath",
            "GraphDriver",
            "GlobalIPv6Address",
            // what Compose notes about how it made the container, not what the container is
            "com.docker.compose.replace",
            "Containers",
            "DNSNames",
            "RestartCount",
            "Gateway",
            "IPPrefixLen",
            "Hostname",
            "ExecIDs");

    /** Returns network name to its subnet and whether it is internal. */
    public SortedMap<String, String> networks() throws IOException {
        TreeMap<String, String> networks = new TreeMap<>();
        for (JsonNode network : inspect("network", engine.docker("network", "ls", "-q"))) {
            networks.put(
                    network.path("Name").asText(),
                    network.path("IPAM").path("Config").path(0).path("Subnet").asText() + " "
                            + network.path("Internal").asText());
        }
        return networks;
    }

    /** Returns container name to the names of its networks, sorted. */
    public SortedMap<String, String> assignments() throws IOException {
        TreeMap<String, String> assignments = new TreeMap<>();
        for (JsonNode container : containers()) {
            List<String> networks = new ArrayList<>();
            container.path("NetworkSettings").path("Networks").fieldNames().forEachRemaining(networks::add);
            assignments.put(
                    name(container), String.join(" ", networks.stream().sorted().toList()));
        }
        return assignments;
    }

    /** Returns container name to its id, which changes when it is made anew. */
    public SortedMap<String, String> ids() throws IOException {
        TreeMap<String, String> ids = new TreeMap<>();
        for (JsonNode container : containers()) {
            ids.put(name(container), container.path("Id").asText());
        }
        return ids;
    }

    /** Returns container name to a label that Compose gave it, {@code depends_on} in the order of names. */
    public SortedMap<String, String> dependencies() throws IOException {
        TreeMap<String, String> labels = new TreeMap<>();
        for (JsonNode container : containers()) {
            labels.put(
                    name(container),
                    sorted(container
                            .path("Config")
                            .path("Labels")
                            .path(DEPENDS_ON)
                            .asText()));
        }
        return labels;
    }

    /** Returns when a container was started last. */
    public String startedAt(String container) throws IOException {
        return engine.docker("inspect", "--format", "{{.State.StartedAt}}", container);
    }

    /** Returns how many containers are healthy. */
    public int healthy() throws IOException {
        return (int) engine.docker("ps", "--filter", "health=healthy", "--format", "{{.Names}}")
                .lines()
                .count();
    }

    /** Returns all that inspect tells, without ids, times, process numbers and addresses that the engine makes up. */
    public String everything() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        Map<String, String> names = new TreeMap<>();
        JsonNode containers = containers();
        containers.forEach(c -> names.put(c.path("Id").asText(), c.path("Name").asText()));
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        for (JsonNode container : containers) {
            ObjectNode labels = (ObjectNode) container.path("Config").path("Labels");
            if (container.path("HostConfig").path("NetworkMode").asText().startsWith("container:")) {
                // Compose hashes the id of the namespace's owner into it, and a recreated owner has a new id.
                labels.remove("com.docker.compose.config-hash");
            }
            if (labels.has(DEPENDS_ON)) {
                labels.put(DEPENDS_ON, sorted(labels.path(DEPENDS_ON).asText()));
            }
            unnamed(container);
            sorted.put("container " + name(container), normalised(container, names));
        }
        inspect("network", engine.docker("network", "ls", "-q"))
                .forEach(n -> sorted.put("network " + n.path("Name").asText(), normalised(n, names)));
        sorted.forEach(all::set);
        return all.toPrettyString();
    }

    /** A volume without a name is given one by the engine; Compose hands it on to the next container by that name. */
    private static void unnamed(JsonNode container) {
        remove(
                container.path("HostConfig").path("Binds"),
                bind -> UNNAMED.matcher(bind.asText()).lookingAt());
        remove(
                container.path("HostConfig").path("Mounts"),
                mount -> mount.path("Type").asText().equals("volume")
                        && (mount.path("Source").asText().isEmpty()
                                || UNNAMED.matcher(mount.path("Source").asText())
                                        .matches()));
        for (JsonNode mount : container.path("Mounts")) {
            if (mount instanceof ObjectNode object
                    && UNNAMED.matcher(mount.path("Name").asText()).matches()) {
                object.put("Name", "unnamed");
                object.put("Source", "unnamed");
            }
        }
    }

    private static void remove(JsonNode list, Predicate<JsonNode> which) {
        for (Iterator<JsonNode> items = list.elements(); items.hasNext(); ) {
            if (which.test(items.next())) {
                items.remove();
            }
        }
    }

    /** Compose writes the dependencies in no particular order. */
    private static String sorted(String list) {
        return String.join(",", Arrays.stream(list.split(",", -1)).sorted().toList());
    }

    /**
     * Names are a set: where service and container are called alike, Compose asks for the name twice when it makes the
     * container; a membership that is taken up again as it runs has it once, and the engine answers to both alike.
     */
    private static ArrayNode each(ArrayNode names) {
        TreeMap<String, JsonNode> once = new TreeMap<>();
        names.forEach(name -> once.put(name.asText(), name));
        return JSON.createArrayNode().addAll(once.values());
    }

    private JsonNode containers() throws IOException {
        return inspect("container", engine.docker("ps", "-aq"));
    }

    private static String name(JsonNode container) {
        return container.path("Name").asText().substring(1);
    }

    private JsonNode inspect(String kind, String ids) throws IOException {
        if (ids.isBlank()) {
            return JSON.createArrayNode();
        }
        List<String> arguments = new ArrayList<>(List.of(kind, "inspect"));
        ids.lines().forEach(arguments::add);
        return JSON.readTree(engine.docker(arguments.toArray(String[]::new)));
    }

    private static JsonNode normalised(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = JSON.createObjectNode();
            object.properties().stream()
                    .filter(field -> !MADE_UP.contains(field.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> result.set(field.getKey(), normalised(field.getValue(), names)));
            if (result.path(ASKED) instanceof ObjectNode asked && asked.isEmpty()) {
                // No address is asked for: Compose leaves it out or asks for nothing, as it makes a container or joins
                // it.
                result.set(ASKED, JSON.createArrayNode());
            }
            if (result.path(OPTIONS) instanceof ObjectNode options && options.isEmpty()) {
                // The client's connect sends none, which an old engine keeps apart from nothing.
                result.set(OPTIONS, JSON.createArrayNode());
            }
            if (result.path("Aliases") instanceof ArrayNode aliases) {
                result.set("Aliases", each(aliases));
            }
            return result;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(normalised(item, names)));
            items.sort((a, b) -> a.toString().compareTo(b.toString()));
            return JSON.createArrayNode().addAll(items);
        }
        if (node.isNull()) {
            // An engine that was started again has empty lists where it had none.
            return JSON.createArrayNode();
        }
        if (!node.isTextual()) {
            return node;
        }
        String text = node.asText();
        for (Map.Entry<String, String> name : names.entrySet()) {
            // short ids are aliases, long ones name the owner of a shared namespace
            text = text.replace(name.getKey(), name.getValue());
            if (text.equals(name.getKey().substring(0, 12))) {
                text = name.getValue();
            }
        }
        return JSON.getNodeFactory().textNode(text);
    }
}
