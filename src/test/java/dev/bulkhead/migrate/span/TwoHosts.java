package dev.bulkhead.migrate.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Two hosts on one wire, with a shop whose services run on both: web and db on atlas, cache and jobs on borea. */
final class TwoHosts {

    static final List<String> ADDRESSES = List.of("10.99.0.1", "10.99.0.2");
    static final List<String> SERVICES = List.of("web", "db", "cache", "jobs");

    private static final String ANSWERS =
            "image: 'stand-in/client:1', init: true, entrypoint: ['busybox', 'nc', '-ll', '-p', '80', '-e', 'hostname']";

    private final List<PrivateEngine> engines;
    private final Path project;

    private TwoHosts(List<PrivateEngine> engines, Path project) {
        this.engines = engines;
        this.project = project;
    }

    /** Joins two engines by a wire and brings the shop up, each service on its host. */
    static TwoHosts with(PrivateEngine atlas, PrivateEngine borea, Path project, boolean internal) throws IOException {
        TwoHosts hosts = new TwoHosts(List.of(atlas, borea), project);
        in(atlas, "ip", "link", "add", "lan0", "type", "veth", "peer", "name", "lan0", "netns", pid(borea));
        for (int host = 0; host < 2; host++) {
            hosts.connect(host);
            StandInImages.provide(hosts.engines.get(host), "stand-in/client:1");
        }
        Files.createDirectories(project);
        Files.writeString(project.resolve("compose.yaml"), """
            name: shop
            services:
              web: {%1$s, environment: {DB_URL: 'http://db:80', CACHE_URL: 'http://cache:80'}, depends_on: [db], hostname: web, ports: ['8080:80'], networks: [front, back]}
              db: {%1$s, hostname: db, ports: ['127.0.0.1:8081:80'], networks: [back]}
              cache: {%1$s, depends_on: [jobs], hostname: cache, ports: ['8082:80'], networks: [front, back]}
              jobs: {%1$s, hostname: jobs, networks: [back]}
            networks:
              # where people come in
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              back: # where work is done
                internal: %2$s
                ipam:
                  config:
                    - subnet: 172.30.2.0/24
            """.formatted(ANSWERS, internal));
        Files.writeString(
                project.resolve("bulkhead.yml"),
                "version: 1\nhosts:\n  atlas: " + atlas.address() + "\n  borea: " + borea.address() + "\n");
        Files.writeString(
                project.resolveSibling("answers.yml"),
                "iteration: span\nanswers:\n  network: back\n  address-atlas: " + ADDRESSES.getFirst()
                        + "\n  address-borea: " + ADDRESSES.getLast() + "\n");
        atlas.compose(project, Map.of(), "up", "-d", "--no-deps", "web", "db");
        borea.compose(project, Map.of(), "up", "-d", "--no-deps", "cache", "jobs");
        return hosts;
    }

    void connect(int host) throws IOException {
        in(engines.get(host), "ip", "addr", "add", ADDRESSES.get(host) + "/24", "dev", "lan0");
        in(engines.get(host), "ip", "link", "set", "lan0", "up");
    }

    static String pid(PrivateEngine engine) {
        return engine.enteringNetwork().get(2);
    }

    static void in(PrivateEngine engine, String... command) throws IOException {
        assertThat(engine.inNetwork(command).exitCode())
                .as(String.join(" ", command))
                .isZero();
    }

    Path project() {
        return project;
    }

    PrivateEngine atlas() {
        return engines.getFirst();
    }

    PrivateEngine borea() {
        return engines.getLast();
    }

    /** Runs a command of the program on both. */
    CommandLineRun run(String command, String... more) throws Exception {
        return run((address, engine) -> engine, command, more);
    }

    /**
     * Runs a command of the program on both.
     *
     * @param before what stands before the engine of an address
     */
    CommandLineRun run(BiFunction<String, Engine, Engine> before, String command, String... more) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(command, project.toString(), "--engine", "borea", "--engine", "atlas"));
        words.addAll(List.of(more));
        return CommandLineRun.on(
                (url, read) -> {
                    EngineAddress address = EngineAddress.of(url.orElseThrow());
                    return before.apply(
                            address.url(),
                            Engine.of(
                                    new DockerGateway(address),
                                    new ComposeCliRunner(
                                            Optional.of(EnginePrograms.compose()),
                                            System.getenv(),
                                            address.environment())));
                },
                words.toArray(String[]::new));
    }

    String answers() {
        return project.resolveSibling("answers.yml").toString();
    }

    PrivateEngine engineOf(String service) {
        return SERVICES.indexOf(service) < 2 ? engines.getFirst() : engines.getLast();
    }

    static String container(String service) {
        return "shop-" + service + "-1";
    }

    /** Returns service to when its container was started, and which it is. */
    Map<String, String> starts() throws IOException {
        Map<String, String> starts = new TreeMap<>();
        for (String service : SERVICES) {
            starts.put(
                    service,
                    engineOf(service)
                            .docker(
                                    "inspect",
                                    "-f",
                                    "{{.Id}} {{.State.StartedAt}} {{.RestartCount}}",
                                    container(service))
                            .strip());
        }
        return starts;
    }

    /** Returns everything of both hosts that a way back has to restore; a Swarm stays. */
    String state() throws IOException {
        StringBuilder all = new StringBuilder();
        for (PrivateEngine engine : engines) {
            all.append(engine.docker("network", "ls", "--format", "{{.Name}} {{.Driver}}")
                    .lines()
                    .filter(line -> !line.startsWith("docker_gwbridge") && !line.startsWith("ingress"))
                    .sorted()
                    .toList());
        }
        for (String service : SERVICES) {
            all.append('\n')
                    .append(service)
                    .append(' ')
                    .append(engineOf(service)
                            .docker(
                                    "inspect",
                                    "-f",
                                    "{{.Id}} {{.State.StartedAt}} {{range $n, $e := .NetworkSettings.Networks}}{{$n}} {{$e.IPAddress}} {{end}}",
                                    container(service))
                            .strip());
        }
        return all.append('\n')
                .append(Files.readString(project.resolve("compose.yaml")))
                .toString();
    }

    /** Returns everything that is kept of runs. */
    String records() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(project.resolve(".bulkhead"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Returns whether one service reaches another by its name within some ten tries; a try takes up to two seconds. */
    boolean comesToReach(String from, String to) {
        for (int tried = 0; tried < 10; tried++) {
            if (reaches(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one service reaches another by its name. */
    boolean reaches(String from, String to) {
        try {
            return engineOf(from)
                    .docker("exec", container(from), "busybox", "sh", "-c", "busybox nc -w 2 " + to + " 80 </dev/null")
                    .strip()
                    .equals(to);
        } catch (IOException | AssertionError no) {
            return false;
        }
    }
}
