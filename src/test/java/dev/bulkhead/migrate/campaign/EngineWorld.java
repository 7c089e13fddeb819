package dev.bulkhead.migrate.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.VoyageProject;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.topology.PortMapping;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The project on a real engine, applied by a real process of the program that is really killed. The point is found by watching
 * the journal from outside; inside a call it is a moment of chance after its line was written.
 */
final class EngineWorld extends World {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final long LOOK_NANOS = 200_000;
    private static final int LONGEST_CALL_MILLIS = 2500;

    private final PrivateEngine engine;
    private final DockerGateway gateway;
    private final VoyageProject project;
    private final Path sick;
    private final Random random;

    private EngineWorld(PrivateEngine engine, DockerGateway gateway, VoyageProject project, Path sick, long seed) {
        super(project.stack().directory(), Engine.of(gateway, project.services()));
        this.engine = engine;
        this.gateway = gateway;
        this.project = project;
        this.sick = sick;
        this.random = new Random(seed);
    }

    /** Brings the project up. */
    static EngineWorld start(PrivateEngine engine, long seed) throws Exception {
        StandInImages.provide(engine, Harbour.IMAGES);
        Path parent = Files.createTempDirectory(engine.folder("campaign"), "world");
        Path directory = Files.createDirectory(parent.resolve("harbour"));
        Path sick = Files.createDirectory(parent.resolve("sick"));
        Harbour.write(directory);
        VoyageProject project = new VoyageProject(new SampleStack(engine, directory, Map.of("SICK", sick.toString())));
        project.start(Harbour.HEALTHY);
        return new EngineWorld(engine, project.gateway(), project, sick, seed);
    }

    @Override
    Migration migration(MigrationContext context) throws MigrationException {
        return new Migration(context, CatalogueAndPlaybooks.bundled());
    }

    @Override
    ComposeRequest request() {
        return new ComposeRequest(
                directory(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                project.stack().environment());
    }

    @Override
    InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    SortedMap<String, String> inspected() throws Exception {
        Awaitility.await()
                .atMost(LONG)
                .until(() ->
                        engine.docker("ps", "--filter", "health=starting", "-q").isBlank());
        TreeMap<String, String> all = new TreeMap<>();
        new ObjectMapper()
                .readTree(project.inspected().everything())
                .properties()
                .forEach(field -> all.put(
                        field.getKey(),
                        field.getValue()
                                .toPrettyString()
                                .replace(directory().toString(), "DIRECTORY")
                                // where it stood before it was moved
                                .replace(project.stack().directory().toString(), "DIRECTORY")));
        return all;
    }

    @Override
    boolean kill(Destination destination, Point point) throws Exception {
        List<String> words = new ArrayList<>(List.of("apply"));
        words.addAll(destination.command());
        if (destination == Destination.RECREATION) {
            Path answers = Files.writeString(
                    directory().resolveSibling("answers.yml"), "iteration: \"1\"\nanswers:\n  apply: recreate\n");
            words.addAll(List.of("--answers", answers.toString()));
        }
        return killed(words, point);
    }

    @Override
    boolean killOnTheWayBack(String restorePoint, Point point) throws Exception {
        return killed(List.of("rollback", "--to", restorePoint), point);
    }

    private boolean killed(List<String> words, Point point) throws Exception {
        Path said = directory().resolveSibling("said");
        int known = runs().size();
        int lines = journal().size();
        Process process = start(words, said);
        boolean back = words.contains("rollback");
        while (process.isAlive()) {
            List<String> journal = journal();
            List<String> fresh = back ? journal.subList(Math.min(lines, journal.size()), journal.size()) : journal;
            if ((back || runs().size() > known) && come(fresh, point)) {
                if (point.moment() == Moment.IN) {
                    process.waitFor(random.nextInt(LONGEST_CALL_MILLIS), TimeUnit.MILLISECONDS);
                }
                boolean alive = process.isAlive();
                process.destroyForcibly().waitFor();
                return alive;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return false;
    }

    /** Returns whether the journal has the line after which a point comes. */
    private static boolean come(List<String> journal, Point point) {
        return journal.stream()
                .anyMatch(line -> point.step()
                        .map(step -> line.contains(
                                        point.moment() == Moment.BEFORE || point.moment() == Moment.IN
                                                ? "\"kind\":\"Began\""
                                                : "\"kind\":\"Done\"")
                                && line.contains("\"step\":" + step.number() + ","))
                        .orElseGet(() ->
                                line.contains("\"kind\":\"Entered\"") && line.contains("\"" + stage(point) + "\"")));
    }

    private static String stage(Point point) {
        return point.key()
                .replaceAll(",.*", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replace(' ', '_');
    }

    private Process start(List<String> what, Path said) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.app.Main",
                what.getFirst(),
                directory().toString(),
                "--engine",
                engine.address(),
                "--yes"));
        words.addAll(what.subList(1, what.size()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile());
        Map<String, String> environment = new HashMap<>(project.stack().environment());
        environment.put("BULKHEAD_COMPOSE", EnginePrograms.compose().toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<Path> runs() throws IOException {
        Path runs = directory().resolve(".bulkhead/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted().toList();
        }
    }

    private List<String> journal() throws IOException {
        List<Path> runs = runs();
        Path journal = runs.isEmpty() ? directory() : runs.getLast().resolve("journal.jsonl");
        return Files.isRegularFile(journal)
                ? new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    @Override
    void sick(String service, boolean isSick) throws Exception {
        if (isSick) {
            Files.writeString(sick.resolve(service), "");
        } else {
            Files.deleteIfExists(sick.resolve(service));
        }
    }

    @Override
    void engineAway() {
        engine.cutPower();
    }

    @Override
    void engineBack() throws Exception {
        engine.restart();
    }

    @Override
    void occupy(PortMapping port) throws Exception {
        engine.docker(
                "run",
                "-d",
                "--name",
                "squatter",
                "-p",
                port.published().orElseThrow() + ":80",
                Harbour.IMAGES.getLast());
    }

    @Override
    void vacate() throws Exception {
        engine.docker("rm", "-f", "squatter");
    }

    @Override
    void end() throws IOException {
        gateway.close();
        for (String container : engine.docker("ps", "-aq").lines().toList()) {
            engine.docker("rm", "-f", container);
        }
        for (String network : engine.docker("network", "ls", "-q", "--filter", "type=custom")
                .lines()
                .toList()) {
            engine.docker("network", "rm", network);
        }
    }
}
