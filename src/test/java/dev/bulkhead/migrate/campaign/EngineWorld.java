package dev.bulkhead.migrate.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.proxied.LabelReader;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.topology.PortMapping;
import java.io.File;
import java.io.IOException;
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
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The project on a real engine, applied by a real process of the program that is really killed. The point is found by watching
 * the journal from outside; inside a call it is a moment of chance after its line was written.
 */
final class EngineWorld extends World {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final long LOOK_NANOS = 200_000;
    /** How a process ends that is killed. */
    private static final int KILLED = 128 + 9;

    private static final Pattern SUBNET = Pattern.compile("(\"Subnet\") : \"[^\"]*\"");

    private final PrivateEngine engine;
    private final DockerGateway gateway;
    private final VoyageProject project;
    private final Path sick;
    private final Random random;
    private final LabelReader proxy;

    private EngineWorld(PrivateEngine engine, DockerGateway gateway, VoyageProject project, Path sick, long seed) {
        super(project.stack().directory(), Engine.of(gateway, project.services()));
        this.engine = engine;
        this.gateway = gateway;
        this.project = project;
        this.sick = sick;
        this.random = new Random(seed);
        this.proxy = new LabelReader(gateway, Harbour.NETWORK);
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
                .forEach(field -> all.put(field.getKey(), text(field.getKey(), field.getValue())));
        return all;
    }

    private String text(String name, JsonNode told) {
        String text = told.toPrettyString()
                .replace(directory().toString(), "DIRECTORY")
                // where it stood before it was moved
                .replace(project.stack().directory().toString(), "DIRECTORY");
        // 20.10 goes on choosing where it ended last
        return name.equals("network " + Harbour.QUIET) ? SUBNET.matcher(text).replaceAll("$1 : chosen") : text;
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
        if (destination == Destination.ROTATION) {
            Path answers = Files.writeString(
                    directory().resolveSibling("answers.yml"),
                    "iteration: rotate\nanswers:\n  rotate.wiki_app_key: given\n");
            words.addAll(List.of("--answers", answers.toString()));
        }
        return killed(words, point);
    }

    @Override
    boolean killOnTheWayBack(String restorePoint, Point point) throws Exception {
        return killed(List.of("rollback", "--to", restorePoint), point);
    }

    private boolean killed(List<String> words, Point point) throws Exception {
        Journals journals = new Journals(directory());
        // a process that goes back writes on in the journal of the run; one that applies begins one
        int known = journals.runs().size();
        boolean back = words.contains("rollback");
        int lines = back ? journals.newest().size() : 0;
        Process process = start(words, directory().resolveSibling("said"));
        while (process.isAlive()) {
            List<String> journal = back || journals.runs().size() > known ? journals.newest() : List.of();
            List<String> fresh = journal.subList(Math.min(lines, journal.size()), journal.size());
            if (Journals.come(fresh, point)) {
                // what is written is cut off afterwards, by what the process would have written
                if (point.moment() == Moment.IN && point.write().isEmpty()) {
                    process.waitFor(random.nextInt(journals.longest(point, fresh)), TimeUnit.MILLISECONDS);
                }
                boolean killed = process.destroyForcibly().waitFor() == KILLED;
                return killed && Journals.stillThere(journals.newest(), point);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return false;
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
        environment.put("BULKHEAD_SECRET_WIKI_APP_KEY", Destination.GIVEN);
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    void sick(String service, boolean isSick) throws Exception {
        if (isSick) {
            Files.writeString(sick.resolve(service), "");
            // one that is well by now is found sick before the run goes on, which otherwise could be over sooner
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> container(service)
                            .filter(c -> c.status().health() == ObservedContainer.Health.HEALTHY)
                            .isEmpty());
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
        proxy.close();
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
