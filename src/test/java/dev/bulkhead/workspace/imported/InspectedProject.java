package dev.bulkhead.workspace.imported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that an engine tells of the containers, networks and volumes it has, field by field, without what it makes up itself:
 * ids, times, addresses that nobody asked for, and where the files of Compose stand.
 *
 * @param fields path to value
 */
record InspectedProject(SortedMap<String, String> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> MADE_UP = Set.of(
            "Id",
            "Created",
            "CreatedAt",
            "State",
            "Path",
            "Args",
            "LogPath",
            "ResolvConfPath",
            "HostnamePath",
            "HostsPath",
            "GraphDriver",
            "ExecIDs",
            "RestartCount",
            "Mountpoint",
            "NetworkID",
            "EndpointID",
            "SandboxID",
            "SandboxKey",
            "Gateway",
            "IPAddress",
            "IPPrefixLen",
            "IPv6Gateway",
            "GlobalIPv6Address",
            "GlobalIPv6PrefixLen",
            "DNSNames",
            "com.docker.network.driver.overlay.vxlanid_list",
            "com.docker.compose.config-hash",
            "com.docker.compose.project.config_files",
            "com.docker.compose.project.working_dir",
            "com.docker.compose.project.environment_file",
            "com.docker.compose.replace");

    private static final Set<String> MADE_UP_WITHIN_NETWORKS = Set.of("Containers", "Peers");

    /** Returns what an engine has; subnets are compared where somebody declares them. */
    static InspectedProject of(PrivateEngine engine, Set<String> withSubnets) throws IOException {
        TreeMap<String, String> fields = new TreeMap<>();
        JsonNode containers = inspect(engine, "container", engine.docker("ps", "-aq"));
        Map<String, String> names = new TreeMap<>();
        containers.forEach(c -> names.put(c.path("Id").asText(), c.path("Name").asText()));
        for (JsonNode container : containers) {
            ObjectNode copy = container.deepCopy();
            // what is bound at this moment, of which HostConfig has what was asked for
            ((ObjectNode) copy.path("NetworkSettings")).retain("Networks");
            copy.path("NetworkSettings").path("Networks").forEach(e -> ((ObjectNode) e).remove("MacAddress"));
            String mode = copy.path("HostConfig").path("NetworkMode").asText();
            ObjectNode config = (ObjectNode) copy.path("Config");
            if (mode.startsWith("container:")
                    || copy.path("Id")
                            .asText()
                            .startsWith(config.path("Hostname").asText())) {
                config.remove("Hostname");
            }
            flatten("container " + container.path("Name").asText(), copy, names, fields);
        }
        for (JsonNode network : inspect(engine, "network", engine.docker("network", "ls", "-q"))) {
            ObjectNode copy = network.deepCopy();
            copy.remove(MADE_UP_WITHIN_NETWORKS);
            if (!withSubnets.contains(network.path("Name").asText())) {
                ((ObjectNode) copy.path("IPAM")).remove("Config");
            }
            flatten("network " + network.path("Name").asText(), copy, names, fields);
        }
        for (JsonNode volume : inspect(engine, "volume", engine.docker("volume", "ls", "-q"))) {
            if (!nameless(volume.path("Name").asText())) {
                flatten("volume " + volume.path("Name").asText(), volume, names, fields);
            }
        }
        return new InspectedProject(fields);
    }

    /** Returns the names of the networks for which Compose reads subnets from a project's files. */
    static Set<String> declaredSubnets(JsonNode config) {
        Set<String> names = new TreeSet<>();
        config.path("networks").forEach(network -> {
            if (!network.path("ipam").path("config").isEmpty()) {
                names.add(network.path("name").asText());
            }
        });
        return names;
    }

    /** Returns each field in which another differs, with both values. */
    List<String> differencesTo(InspectedProject other) {
        Set<String> paths = new TreeSet<>(fields.keySet());
        paths.addAll(other.fields.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            String was = fields.getOrDefault(path, "nothing");
            String is = other.fields.getOrDefault(path, "nothing");
            if (!was.equals(is)) {
                differences.add(path + ": " + was + " -> " + is);
            }
        }
        return differences;
    }

    private static JsonNode inspect(PrivateEngine engine, String kind, String ids) throws IOException {
        if (ids.isBlank()) {
            return JSON.createArrayNode();
        }
        List<String> arguments = new ArrayList<>(List.of(kind, "inspect"));
        ids.lines().forEach(arguments::add);
        return JSON.readTree(engine.docker(arguments.toArray(String[]::new)));
    }

    private static boolean nameless(String volume) {
        return volume.matches("[0-9a-f]{64}");
    }

    /** An empty list or mapping is the same as none. */
    private static void flatten(String path, JsonNode node, Map<String, String> names, Map<String, String> fields) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!MADE_UP.contains(field.getKey())) {
                    flatten(path + "/" + field.getKey(), field.getValue(), names, fields);
                }
            });
            if (object.isEmpty() && path.contains("/ExposedPorts/")) {
                fields.put(path, "{}");
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty()) {
                fields.put(path, list(path, array, names));
            }
        } else if (!node.isNull()) {
            fields.put(path, text(path, node.asText(), names));
        }
    }

    /** What has no order is compared without one: of the lists only those of words on a command line have. */
    private static String list(String path, ArrayNode array, Map<String, String> names) {
        boolean ordered = path.endsWith("/Cmd") || path.endsWith("/Entrypoint") || path.endsWith("/Test");
        List<String> items = new ArrayList<>();
        array.forEach(item -> {
            if (item.isValueNode()) {
                items.add(text(path, item.asText(), names));
            } else {
                TreeMap<String, String> inner = new TreeMap<>();
                flatten("", item, names, inner);
                inner.replaceAll((field, value) -> value.replaceAll("/volumes/[0-9a-f]{64}/", "/volumes/nameless/")
                        .replaceAll("^[0-9a-f]{64}$", "nameless")
                        // each engine has a folder of its own
                        .replaceAll("^/.*/data/volumes/", "/volumes/"));
                items.add(inner.toString());
            }
        });
        // a container has names of the network as a set
        return path.endsWith("/Aliases")
                ? new TreeSet<>(items).toString()
                : (ordered ? items : items.stream().sorted().toList()).toString();
    }

    private static String text(String path, String text, Map<String, String> names) {
        if (path.endsWith("depends_on")) {
            return Arrays.stream(text.split(",", -1)).sorted().toList().toString();
        }
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
            if (named.equals(name.getKey().substring(0, 12))) {
                named = name.getValue();
            }
        }
        return named;
    }
}
