package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The whole voyage on a real engine: the media server comes up flat, is segmented, and is put back. */
@WithEngine(EngineRelease.DEBIAN_12)
class MediaServerVoyageIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SEED = Map.ofEntries(
            Map.entry("traefik", "backend-net dmz-net frontend-net media-network security-net"),
            Map.entry("cloudflared", "dmz-net media-network"),
            Map.entry("jellyfin", "frontend-net media-network"),
            Map.entry("jellyseerr", "backend-net frontend-net media-network"),
            Map.entry("web-ui", "frontend-net media-network"),
            Map.entry("sonarr", "backend-net download-net media-network"),
            Map.entry("radarr", "backend-net download-net media-network"),
            Map.entry("prowlarr", "backend-net download-net media-network"),
            Map.entry("bazarr", "backend-net media-network"),
            Map.entry("gluetun", "download-net media-network"),
            Map.entry("qbittorrent", ""),
            Map.entry("autoheal", "download-net media-network mgmt-net"),
            Map.entry("prometheus", "backend-net download-net frontend-net media-network mgmt-net"),
            Map.entry("grafana", "frontend-net media-network mgmt-net"),
            Map.entry("cadvisor", "media-network mgmt-net"),
            Map.entry("node-exporter", "media-network mgmt-net"),
            Map.entry("alertmanager", "media-network mgmt-net"),
            Map.entry("dozzle", "media-network mgmt-net"),
            Map.entry("fail2ban", "host"));

    @Test
    void iterationOneIsAppliedVerifiedAndRolledBackWithoutATrace(PrivateEngine engine) throws Exception {
        SampleStack stack = SampleStack.prepare(engine, SampleFiles.MEDIASERVER);
        stack.compose("up", "-d", "--quiet-pull");
        awaitHealthy(engine);
        Map<String, String> files = files(stack.directory());
        JsonNode before = inspectAll(engine);

        try (DockerGateway gateway = gateway(engine)) {
            Migration migration = migration(stack, engine, gateway);
            MigrationSession session = migration.session("foundation");
            assertThat(session.preflight())
                    .allSatisfy(item -> assertThat(item.status())
                            .as(item.title() + ": " + item.seen())
                            .isEqualTo(CheckStatus.PASSED));

            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(networks(engine))
                    .containsAllEntriesOf(Map.of(
                            "dmz-net", "172.20.0.0/24 false",
                            "frontend-net", "172.20.1.0/24 true",
                            "backend-net", "172.20.2.0/24 true",
                            "download-net", "172.20.3.0/24 false",
                            "mgmt-net", "172.20.4.0/24 true",
                            "security-net", "172.20.5.0/24 false"));
            assertThat(assignments(engine)).isEqualTo(new TreeMap<>(SEED));
            assertThat(healthy(engine)).isEqualTo(17);
            assertThat(outcome.report().orElseThrow().checks())
                    .filteredOn(check ->
                            check.group() == CheckResult.Group.FLOWS || check.group() == CheckResult.Group.ROUTES)
                    .filteredOn(check -> check.status() == CheckStatus.PASSED)
                    .hasSizeGreaterThan(40);
            assertThat(outcome.report().orElseThrow().checks())
                    .filteredOn(check -> check.status() == CheckStatus.FAILED)
                    .isEmpty();

            RunOutcome back = migration.rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        }
        assertThat(files(stack.directory())).isEqualTo(files);
        assertThat(inspectAll(engine).toPrettyString()).isEqualTo(before.toPrettyString());
    }

    private static DockerGateway gateway(PrivateEngine engine) throws Exception {
        return new DockerGateway(EngineAddress.of(engine.address()));
    }

    private static Migration migration(SampleStack stack, PrivateEngine engine, EngineGateway gateway)
            throws Exception {
        ComposeRequest request = new ComposeRequest(
                stack.directory(), List.of(), Optional.empty(), List.of(), List.of(), stack.environment());
        Path state = stack.directory().resolve(".bulkhead");
        MigrationContext context = new MigrationContext(
                request,
                new DiskFileTree(),
                gateway,
                new ComposeCliRunner(
                        Optional.of(EnginePrograms.compose()),
                        System.getenv(),
                        Map.of("DOCKER_HOST", engine.address())),
                new StateDirectory() {
                    @Override
                    public Path path() {
                        return state;
                    }

                    @Override
                    public void create() throws IOException {
                        Files.createDirectories(state);
                    }
                },
                InstantSource.system(),
                () -> false);
        return new Migration(context, Knowledge.bundled());
    }

    private static void awaitHealthy(PrivateEngine engine) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(healthy(engine)).isEqualTo(17));
    }

    private static int healthy(PrivateEngine engine) throws IOException {
        return (int) engine.docker("ps", "--filter", "health=healthy", "--format", "{{.Names}}")
                .lines()
                .count();
    }

    private static Map<String, String> networks(PrivateEngine engine) throws IOException {
        TreeMap<String, String> networks = new TreeMap<>();
        for (JsonNode network : inspect(engine, "network", engine.docker("network", "ls", "-q"))) {
            networks.put(
                    network.path("Name").asText(),
                    network.path("IPAM").path("Config").path(0).path("Subnet").asText() + " "
                            + network.path("Internal").asText());
        }
        return networks;
    }

    private static Map<String, String> assignments(PrivateEngine engine) throws IOException {
        TreeMap<String, String> assignments = new TreeMap<>();
        for (JsonNode container : inspect(engine, "container", engine.docker("ps", "-aq"))) {
            List<String> networks = new ArrayList<>();
            container.path("NetworkSettings").path("Networks").fieldNames().forEachRemaining(networks::add);
            assignments.put(
                    container.path("Name").asText().substring(1),
                    String.join(" ", networks.stream().sorted().toList()));
        }
        return assignments;
    }

    private static JsonNode inspect(PrivateEngine engine, String kind, String ids) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(kind, "inspect"));
        ids.lines().forEach(arguments::add);
        return JSON.readTree(engine.docker(arguments.toArray(String[]::new)));
    }

    /** Everything that inspect tells, without ids, times, process numbers and addresses that the engine makes up. */
    private static JsonNode inspectAll(PrivateEngine engine) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        Map<String, String> names = new TreeMap<>();
        JsonNode containers = inspect(engine, "container", engine.docker("ps", "-aq"));
        containers.forEach(c -> names.put(c.path("Id").asText(), c.path("Name").asText()));
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        for (JsonNode container : containers) {
            if (container.path("HostConfig").path("NetworkMode").asText().startsWith("container:")) {
                // Compose hashes the id of the namespace's owner into it, and a recreated owner has a new id.
                ((ObjectNode) container.path("Config").path("Labels")).remove("com.docker.compose.config-hash");
            }
            sorted.put("container " + container.path("Name").asText(), normalised(container, names));
        }
        inspect(engine, "network", engine.docker("network", "ls", "-q"))
                .forEach(n -> sorted.put("network " + n.path("Name").asText(), normalised(n, names)));
        sorted.forEach(all::set);
        return all;
    }

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
            "com.docker.compose.depends_on",
            // what Compose notes about how it made the container, not what the container is
            "com.docker.compose.replace",
            "Containers",
            "DNSNames",
            "RestartCount",
            "Gateway",
            "IPPrefixLen",
            "Hostname",
            "ExecIDs");

    private static JsonNode normalised(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = JSON.createObjectNode();
            object.properties().stream()
                    .filter(field -> !MADE_UP.contains(field.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> result.set(field.getKey(), normalised(field.getValue(), names)));
            return result;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(normalised(item, names)));
            items.sort((a, b) -> a.toString().compareTo(b.toString()));
            return JSON.createArrayNode().addAll(items);
        }
        String text = node.asText();
        for (Map.Entry<String, String> name : names.entrySet()) {
            // short ids are aliases, long ones name the owner of a shared namespace
            text = text.replace(name.getKey(), name.getValue());
            if (text.equals(name.getKey().substring(0, 12))) {
                text = name.getValue();
            }
        }
        return node.isTextual() ? JSON.getNodeFactory().textNode(text) : node;
    }

    private static Map<String, String> files(Path directory) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (name.endsWith(".yml") && !name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file) + Files.getPosixFilePermissions(file));
                }
            }
        }
        return texts;
    }
}
