package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Projects of chance on two engines of one Swarm, joined by a wire: packets and look-ups between all services, against what the
 * command says. {@code -Dbulkhead.hosts.trials} makes more of them, {@code -Dbulkhead.hosts.seed} others.
 */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class HostsTruthIT {

    private static final int SERVICES = 7;
    private static final List<String> ADDRESSES = List.of("10.99.0.1", "10.99.0.2");
    private static final List<String> NETWORKS = List.of("front", "inner", "wide", "deep");
    private static final String DECLARED = """
            networks:
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              inner: {internal: true, ipam: {config: [{subnet: 172.30.2.0/24}]}}
              wide: {external: true, name: wide}
              deep: {external: true, name: deep}
            """;

    private final List<PrivateEngine> engines = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    HostsTruthIT(PrivateEngine atlas) {
        engines.add(atlas);
    }

    /** A service of a project of chance. */
    private record Placed(String key, int host, List<String> networks, Optional<String> port) {

        static Placed of(int number, Random random) {
            List<String> networks = new ArrayList<>(NETWORKS);
            Collections.shuffle(networks, random);
            int port = 8100 + number;
            Optional<String> published = switch (random.nextInt(3)) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(port + ":80");
                default -> Optional.of("127.0.0.1:" + port + ":80");
            };
            return new Placed("s" + number, random.nextInt(2), networks.subList(0, 1 + random.nextInt(2)), published);
        }

        String text() {
            return "  " + key + ": {image: 'stand-in/client:1', init: true, hostname: " + key
                    + ", entrypoint: ['busybox', 'nc', '-ll', '-p', '80', '-e', 'hostname'], networks: " + networks
                    + port.map(one -> ", ports: ['" + one + "']").orElse("") + "}\n";
        }
    }

    @Test
    void packetsAndNamesAcrossHostsAreAsSaid() throws Exception {
        try (PrivateEngine borea = PrivateEngine.start(EngineRelease.CURRENT)) {
            engines.add(borea);
            join();
            long seed = Long.getLong("bulkhead.hosts.seed", 1);
            List<String> wrong = new ArrayList<>();
            for (int trial = 0; trial < Integer.getInteger("bulkhead.hosts.trials", 6); trial++) {
                wrong.addAll(trial(seed + trial));
            }
            assertThat(wrong).isEmpty();
        }
    }

    private void join() throws IOException {
        PrivateEngine atlas = engines.getFirst();
        PrivateEngine borea = engines.getLast();
        in(atlas, "ip", "link", "add", "lan0", "type", "veth", "peer", "name", "lan0", "netns", pid(borea));
        for (int host = 0; host < 2; host++) {
            in(engines.get(host), "ip", "addr", "add", ADDRESSES.get(host) + "/24", "dev", "lan0");
            in(engines.get(host), "ip", "link", "set", "lan0", "up");
            StandInImages.provide(engines.get(host), "stand-in/client:1");
        }
        atlas.docker("swarm", "init", "--advertise-addr", ADDRESSES.getFirst());
        String token = atlas.docker("swarm", "join-token", "-q", "manager").strip();
        borea.docker("swarm", "join", "--token", token, "--advertise-addr", ADDRESSES.getLast(), ADDRESSES.getFirst());
        atlas.docker("network", "create", "-d", "overlay", "--attachable", "wide");
        atlas.docker("network", "create", "-d", "overlay", "--attachable", "--internal", "deep");
    }

    private static String pid(PrivateEngine engine) {
        return engine.enteringNetwork().get(2);
    }

    private static void in(PrivateEngine engine, String... command) throws IOException {
        assertThat(engine.inNetwork(command).exitCode())
                .as(String.join(" ", command))
                .isZero();
    }

    private List<String> trial(long seed) throws Exception {
        Random random = new Random(seed);
        List<Placed> services = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services.add(Placed.of(i, random));
        }
        String name = "chance" + seed;
        Path all = write(name, "all", services);
        List<Path> parts = new ArrayList<>();
        for (int host = 0; host < 2; host++) {
            int here = host;
            parts.add(write(
                    name,
                    "on" + host,
                    services.stream().filter(s -> s.host() == here).toList()));
        }
        try {
            for (int host = 0; host < 2; host++) {
                up(engines.get(host), parts.get(host));
            }
            return compare(seed, name, services, matrix(all));
        } finally {
            for (int host = 0; host < 2; host++) {
                engines.get(host).compose(parts.get(host), Map.of(), "down", "-t", "0");
            }
        }
    }

    /** An overlay comes to a host with the first container there, when the managers have agreed; who is early is refused. */
    private static void up(PrivateEngine engine, Path directory) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                engine.compose(directory, Map.of(), "up", "-d");
                return;
            } catch (IOException early) {
                String said = String.valueOf(early.getMessage());
                boolean swarm = said.contains("not found") || said.contains("attaching to network failed");
                if (attempt == 5 || !swarm) {
                    throw early;
                }
            }
        }
    }

    private Path write(String project, String part, List<Placed> services) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(project).resolve(part));
        StringBuilder text = new StringBuilder("name: " + project + "\nservices:\n");
        services.forEach(service -> text.append(service.text()));
        Files.writeString(directory.resolve("compose.yaml"), text + (services.isEmpty() ? "  {}\n" : "") + DECLARED);
        return directory;
    }

    private Map<String, JsonNode> matrix(Path all) throws Exception {
        CommandLineRun run = CommandLineRun.on(
                (url, read) -> {
                    EngineAddress address = EngineAddress.of(url.orElseThrow());
                    return Engine.of(
                            new DockerGateway(address),
                            new ComposeCliRunner(
                                    Optional.of(EnginePrograms.compose()), System.getenv(), address.environment()));
                },
                "reach",
                all.toString(),
                "--matrix",
                "--format",
                "json",
                "--engine",
                engines.getFirst().address(),
                "--engine",
                engines.getLast().address());
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, JsonNode> cells = new HashMap<>();
        new ObjectMapper()
                .readTree(run.out())
                .path("cells")
                .forEach(cell -> cells.put(
                        cell.path("from").asText() + " " + cell.path("to").asText(), cell));
        return cells;
    }

    private List<String> compare(long seed, String project, List<Placed> services, Map<String, JsonNode> said)
            throws Exception {
        Map<String, List<String>> addresses = new HashMap<>();
        for (Placed service : services) {
            addresses.put(
                    service.key(),
                    List.of(engines.get(service.host())
                            .docker(
                                    "inspect",
                                    "-f",
                                    "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}",
                                    container(project, service))
                            .strip()
                            .split(" ", -1)));
        }
        try (ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<String>>> found = new ArrayList<>();
            for (Placed from : services) {
                for (Placed to : services) {
                    if (!from.equals(to)) {
                        JsonNode cell = said.get(from.key() + " " + to.key());
                        found.add(CompletableFuture.supplyAsync(
                                () -> wrong(project, from, to, cell, addresses.get(to.key())), probes));
                    }
                }
            }
            return found.stream()
                    .flatMap(one -> one.join().stream())
                    .map(sentence -> "seed " + seed + ": " + sentence)
                    .toList();
        }
    }

    private static String container(String project, Placed service) {
        return project + "-" + service.key() + "-1";
    }

    private Optional<String> wrong(String project, Placed from, Placed to, JsonNode cell, List<String> addresses) {
        try {
            boolean reached = reaches(project, from, to, addresses);
            boolean named = from.networks().stream().anyMatch(to.networks()::contains) && finds(project, from, to);
            boolean asSaid = cell.path("verdict").asText().equals(reached ? "reachable" : "blocked")
                    && (!reached || cell.path("names").asBoolean() == named);
            return asSaid
                    ? Optional.empty()
                    : Optional.of(from + " to " + to + ": said " + cell + ", packets " + reached + ", name " + named);
        } catch (IOException e) {
            return Optional.of(from + " to " + to + " cannot be tried: " + e.getMessage());
        }
    }

    /** Everybody answers with its own name, since one address may be that of another container on another host. */
    private boolean reaches(String project, Placed from, Placed to, List<String> addresses) throws IOException {
        List<String> sockets = new ArrayList<>();
        addresses.stream().filter(address -> !address.isEmpty()).forEach(address -> sockets.add(address + " 80"));
        to.port().ifPresent(port -> {
            String[] parts = port.split(":", -1);
            ADDRESSES.forEach(host -> sockets.add(host + " " + parts[parts.length - 2]));
        });
        StringBuilder script = new StringBuilder();
        sockets.forEach(
                socket -> script.append("busybox nc -w 3 ").append(socket).append(" </dev/null & "));
        List<String> command = new ArrayList<>(engines.get(from.host()).enteringNetworkOf(container(project, from)));
        command.addAll(List.of("sh", "-c", script + "wait"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.inputReader()) {
            return out.lines().anyMatch(to.key()::equals);
        }
    }

    private boolean finds(String project, Placed from, Placed to) {
        try {
            return engines.get(from.host())
                    .docker("exec", container(project, from), "busybox", "nslookup", to.key(), "127.0.0.11")
                    .contains("Name:");
        } catch (IOException | AssertionError nobody) {
            return false;
        }
    }
}
