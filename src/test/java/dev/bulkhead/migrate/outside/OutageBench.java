package dev.bulkhead.migrate.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Benchmark of the outage that iteration 1 of the media server means to its users, by different ways to get there, each
 * with its way back: 18 services with a published port each, asked fifty times a second from the machine beside.
 */
final class OutageBench {

    /** Service to the port that its stand-in listens on and the port of the host that it is published at. */
    private static final Map<String, int[]> ADDED = Map.ofEntries(
            Map.entry("cloudflared", new int[] {80, 20001}),
            Map.entry("jellyseerr", new int[] {5055, 20002}),
            Map.entry("web-ui", new int[] {3000, 20003}),
            Map.entry("sonarr", new int[] {8989, 20004}),
            Map.entry("radarr", new int[] {7878, 20005}),
            Map.entry("prowlarr", new int[] {9696, 20006}),
            Map.entry("bazarr", new int[] {6767, 20007}),
            Map.entry("autoheal", new int[] {80, 20008}),
            Map.entry("gluetun", new int[] {8000, 20009}));

    private static final Map<String, int[]> PUBLISHED = Map.ofEntries(
            Map.entry("traefik", new int[] {80, 80}),
            Map.entry("jellyfin", new int[] {8096, 8096}),
            Map.entry("qbittorrent", new int[] {8080, 8080}),
            Map.entry("prometheus", new int[] {9090, 9090}),
            Map.entry("grafana", new int[] {3000, 3001}),
            Map.entry("cadvisor", new int[] {8080, 8081}),
            Map.entry("node-exporter", new int[] {9100, 9100}),
            Map.entry("alertmanager", new int[] {9093, 9093}),
            Map.entry("dozzle", new int[] {8080, 9999}));

    private static final Set<String> OF_THE_VPN = Set.of("gluetun", "qbittorrent");
    private static final int SIDE_BY_SIDE = 4;
    private static final int WITH_HEALTH_CHECK = 19;
    private static final String LINE = "%-44s %8s %10s %10s %10s %10s %12s%n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VoyageProject project;
    private final SortedMap<String, String> old;
    private final SortedMap<String, String> wanted = new TreeMap<>();

    private OutageBench(VoyageProject project) throws IOException {
        this.project = project;
        this.old = texts();
    }

    private interface Course {
        void go() throws Exception;
    }

    /**
     * Prints a table.
     *
     * @param arguments which engine, {@code CURRENT} when none is named; then parts of the names of the ways to try
     */
    public static void main(String[] arguments) throws Exception {
        EngineRelease release = arguments.length == 0 ? EngineRelease.CURRENT : EngineRelease.valueOf(arguments[0]);
        List<String> only = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try (PrivateEngine engine = PrivateEngine.start(release)) {
            SampleStack stack = SampleStack.prepare(engine, SampleFiles.MEDIASERVER);
            publishAll(stack.directory());
            new OutageBench(new VoyageProject(stack)).run(only);
        }
    }

    private void run(List<String> only) throws Exception {
        project.start(WITH_HEALTH_CHECK);
        System.out.printf(Locale.ROOT, LINE, "way", "took", "hit", "failed", "mean gap", "worst gap", "VPN worst");
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            if (only.isEmpty() || only.stream().anyMatch("live"::contains)) {
                measured("Bulkhead, live", () -> apply(migration, "live", 1));
                wanted.putAll(texts());
                measured("  way back", () -> back(migration));
            } else {
                apply(migration, "live", 1);
                wanted.putAll(texts());
                back(migration);
            }
            way(only, "Bulkhead, rolling", () -> apply(migration, "recreate", 1), () -> back(migration));
            way(
                    only,
                    "Bulkhead, rolling, side by side",
                    () -> apply(migration, "recreate", SIDE_BY_SIDE),
                    () -> back(migration));
            way(only, "docker network connect, one by one", this::connectAll, this::disconnectAll);
            way(only, "docker restart, one by one", this::restartAll, () -> {});
            way(only, "docker compose up -d SERVICE, one by one", () -> oneByOne(wanted), () -> oneByOne(old));
            way(only, "docker compose up -d", () -> up(wanted), () -> up(old));
        }
    }

    private void way(List<String> only, String name, Course there, Course back) throws Exception {
        if (!only.isEmpty() && only.stream().noneMatch(name::contains)) {
            return;
        }
        measured(name, there);
        measured("  way back", back);
    }

    private void measured(String name, Course course) throws Exception {
        SortedMap<String, Integer> ports = new TreeMap<>();
        PUBLISHED.forEach((service, port) -> ports.put(service, port[1]));
        ADDED.forEach((service, port) -> ports.put(service, port[1]));
        try (MeterBeside meter = new MeterBeside(project.stack().engine(), ports)) {
            long began = System.nanoTime();
            course.go();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            awaitHealthy();
            TimeUnit.SECONDS.sleep(1);
            print(name, took, meter.end());
        }
    }

    private static void print(String name, Duration took, SeenFromOutside seen) {
        SortedMap<String, Duration> hit = seen.interrupted();
        Duration vpn = hit.entrySet().stream()
                .filter(service -> OF_THE_VPN.contains(service.getKey()))
                .map(Map.Entry::getValue)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        System.out.printf(
                Locale.ROOT,
                LINE,
                name,
                seconds(took),
                hit.size() + " of " + seen.services().size(),
                seen.failed() + "/" + seen.asked(),
                seconds(seen.mean()),
                seconds(seen.longest()),
                seconds(vpn));
        if (!seen.unasked().isEmpty()) {
            System.out.println("    not asked: " + seen.unasked());
        }
        System.out.println("    " + hit);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }

    private static void apply(Migration migration, String joining, int lanes) throws Exception {
        MigrationSession session = migration.session("foundation");
        session.answer(session.answers().withValue("apply", joining));
        session.control().sideBySide(lanes);
        // the stand-ins listen on one port each, so not every flow can be asked
        expect(session.apply(event -> {}), RunState.SUCCEEDED, RunState.UNVERIFIED);
    }

    private static void back(Migration migration) throws Exception {
        expect(migration.rollback(Optional.empty(), event -> {}), RunState.ROLLED_BACK);
    }

    private static void expect(RunOutcome outcome, RunState... states) {
        if (!List.of(states).contains(outcome.state())) {
            throw new IllegalStateException(outcome.sentence() + " "
                    + outcome.report().map(report -> report.result().issues()).orElse(List.of()));
        }
    }

    private void up(SortedMap<String, String> files) throws IOException {
        write(files);
        project.stack().compose("up", "-d", "--quiet-pull", "--remove-orphans");
    }

    /** As an operator does by hand: write all files, then one service after the other. */
    private void oneByOne(SortedMap<String, String> files) throws IOException {
        write(files);
        for (String service : services()) {
            project.stack().compose("up", "-d", "--quiet-pull", "--no-deps", service);
        }
    }

    /** What shares the network of another waits for that to be healthy, as its file says. */
    private void restartAll() throws Exception {
        for (String service : services()) {
            if (service.equals("qbittorrent")) {
                continue;
            }
            project.stack().engine().docker("restart", service);
            if (service.equals("gluetun")) {
                awaitHealthy();
                project.stack().engine().docker("restart", "qbittorrent");
            }
        }
    }

    private void connectAll() throws IOException {
        for (Map.Entry<String, Set<String>> network : memberships().entrySet()) {
            project.stack().engine().docker("network", "create", network.getKey());
            for (String container : network.getValue()) {
                project.stack().engine().docker("network", "connect", network.getKey(), container);
            }
        }
    }

    private void disconnectAll() throws IOException {
        for (Map.Entry<String, Set<String>> network : memberships().entrySet()) {
            for (String container : network.getValue()) {
                project.stack().engine().docker("network", "disconnect", network.getKey(), container);
            }
            project.stack().engine().docker("network", "rm", network.getKey());
        }
    }

    /** The new networks with who joins them, from the files that are wanted. */
    private SortedMap<String, Set<String>> memberships() throws IOException {
        write(wanted);
        JsonNode resolved = JSON.readTree(project.stack().compose("config", "--format", "json"));
        write(old);
        SortedMap<String, Set<String>> members = new TreeMap<>();
        resolved.path("services")
                .properties()
                .forEach(service -> service.getValue()
                        .path("networks")
                        .properties()
                        .forEach(network -> {
                            if (!network.getKey().equals("media-network")) {
                                members.computeIfAbsent(network.getKey(), key -> new TreeSet<>())
                                        .add(service.getKey());
                            }
                        }));
        return members;
    }

    private List<String> services() throws IOException {
        List<String> services = new ArrayList<>(
                project.stack().compose("config", "--services").lines().toList());
        services.remove("fail2ban");
        return services;
    }

    private SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : project.files().keySet()) {
            texts.put(name, Files.readString(project.stack().directory().resolve(name)));
        }
        return texts;
    }

    private void write(SortedMap<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(project.stack().directory().resolve(file.getKey()), file.getValue());
        }
    }

    private void awaitHealthy() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (project.inspected().healthy() < WITH_HEALTH_CHECK && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /**
     * Publishes a port of each service, and gives each a real web server that starts at once and ends when it is told to, so
     * that what is measured is the change and not a program.
     */
    private static void publishAll(Path directory) throws IOException {
        List<Path> server = ProgramImages.files("caddy");
        StringBuilder text = new StringBuilder("services:\n");
        Map<String, int[]> all = new TreeMap<>(ADDED);
        all.putAll(PUBLISHED);
        all.forEach((service, port) -> {
            text.append("  ").append(service).append(":\n");
            // by a shell, which does not mind what the service's own command adds
            text.append("    entrypoint: [/bin/sh, -c, 'exec /usr/bin/caddy respond --listen :")
                    .append(port[0])
                    .append(" ok']\n");
            text.append("    volumes:\n");
            server.forEach(file -> text.append("      - ")
                    .append(file)
                    .append(':')
                    .append(file.equals(server.getFirst()) ? "/usr/bin/caddy" : file)
                    .append(":ro\n"));
            text.append("    healthcheck: {test: [CMD, 'true'], interval: 3s, timeout: 5s}\n");
            if (ADDED.containsKey(service)) {
                text.append("    ports: ['")
                        .append(port[1])
                        .append(':')
                        .append(port[0])
                        .append("']\n");
            }
        });
        Files.writeString(directory.resolve("docker-compose.override.yml"), text);
    }
}
