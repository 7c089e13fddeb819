package dev.bulkhead.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.LiveFacts;
import dev.bulkhead.surroundings.host.ProjectLook;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Projects with and without a mistake, brought up on a real engine: where one is refused, the checks have an error, and only
 * there.
 */
abstract class EngineRefusals {

    private static final String SINCE_28 = " (since 28)";

    @Test
    void whatTheEngineRefusesIsAnErrorAndNothingElseIs(PrivateEngine engine) throws Exception {
        StandInImages.provide(engine, "x:1");
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String part : text().split("(?m)^=== ", -1)) {
            String title = part.lines().findFirst().orElse("");
            if (title.isEmpty() || (title.endsWith(SINCE_28) && engine.release() == EngineRelease.DEBIAN_12)) {
                continue;
            }
            Path directory = Files.createTempDirectory(engine.folder("refusals"), "p");
            Files.writeString(directory.resolve("compose.yml"), part.substring(title.length() + 1));
            expected.add(title + (refusal(engine, directory).isEmpty() ? ": starts" : ": is refused"));
            told.add(title + (hasError(engine, directory) ? ": is refused" : ": starts"));
        }
        assertThat(told).hasSizeGreaterThan(30).containsExactlyElementsOf(expected);
    }

    /** {@code -Dbulkhead.refusals=200} tries more, {@code -Dbulkhead.refusals.seed=N} others. */
    @Test
    void ofProjectsOfChanceTheRefusedOnesHaveAnErrorAndNoOther(PrivateEngine engine) throws Exception {
        StandInImages.provide(engine, RandomProject.IMAGE);
        int wanted = Integer.getInteger("bulkhead.refusals", 10);
        Random random = new Random(Long.getLong("bulkhead.refusals.seed", 1));
        Process holder = engine.listenOnHost(Mistake.HELD);
        Map<String, Integer> refused = new TreeMap<>();
        List<String> apart = new ArrayList<>();
        try {
            for (int i = 0; i < wanted; i++) {
                RandomProject project = new RandomProject(random);
                Mistake mistake = Mistake.KINDS.get(random.nextInt(Mistake.KINDS.size()));
                String kind = i % 2 == 0 || !mistake.into(project, random) ? "none" : mistake.name();
                Path directory = Files.createTempDirectory(engine.folder("refusals"), "p");
                Files.writeString(directory.resolve("compose.yml"), project.text());
                engine.docker("run", "-d", "--name", Mistake.TAKEN, RandomProject.IMAGE);
                boolean error = hasError(engine, directory);
                Optional<String> refusal = refusal(engine, directory);
                if (refusal.isPresent()) {
                    refused.merge(kind, 1, Integer::sum);
                }
                if (error == refusal.isEmpty()) {
                    apart.add(kind + ": "
                            + refusal.map(why -> "nothing is said, and it is refused: " + why)
                                    .orElse("it starts, and is said to be refused")
                            + "\n" + project.text());
                }
            }
        } finally {
            holder.destroy();
        }
        System.err.println("Projects of chance on " + engine.release() + ": " + wanted + ", refused " + refused
                + ", apart " + apart.size());
        assertThat(apart).isEmpty();
        assertThat(refused).isNotEmpty();
    }

    private static Optional<String> refusal(PrivateEngine engine, Path directory) throws IOException {
        try {
            engine.compose(directory, Map.of(), "up", "-d");
            String ended = engine.docker("ps", "-a", "--filter", "status=created", "--filter", "status=exited");
            return ended.lines().count() > 1 ? Optional.of(ended) : Optional.empty();
        } catch (IOException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } finally {
            down(engine, directory);
            // a start that was refused half-way may have left a container that Compose does not see yet
            List<String> line = new ArrayList<>(List.of("rm", "-f"));
            engine.docker("ps", "-aq").lines().forEach(line::add);
            if (line.size() > 2) {
                engine.docker(line.toArray(String[]::new));
                engine.docker("network", "prune", "-f");
            }
        }
    }

    /** Engine 20.10 has now and then an endpoint of a container that is gone already, for a moment. */
    private static void down(PrivateEngine engine, Path directory) throws IOException {
        try {
            engine.compose(directory, Map.of(), "down", "-t", "0");
        } catch (IOException endpoint) {
            if (!String.valueOf(endpoint.getMessage()).contains("has active endpoints")) {
                throw endpoint;
            }
            engine.compose(directory, Map.of(), "down", "-t", "0");
        }
    }

    /** Looks as {@code check --live} does, which asks the engine what it has. */
    private static boolean hasError(PrivateEngine engine, Path directory) throws Exception {
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        Topology topology = project.topology();
        try (DockerGateway gateway = new DockerGateway(EngineAddress.of(engine.address()))) {
            ObservedState state = gateway.observe();
            List<Lack> lacks = Lack.of(topology, Set.of(), gateway.info(), state, DriftFacts.images(gateway, topology));
            EngineHost host = new EngineHost(new HostRoutes(machine(engine)));
            List<LiveFact> facts = new ArrayList<>(LiveFacts.of(topology, Drift.between(topology, state), lacks));
            facts.addAll(host.taken(topology, Set.of(), gateway.info(), state));
            LiveAnswers answers = new LiveAnswers(gateway.info(), state, Optional.empty());
            Surroundings around = new ProjectLook(host)
                    .around(project, new DiskFileTree(), answers)
                    .withLive(facts);
            return Checks.run(CheckInput.of(project).withAround(around)).stream()
                    .anyMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /** What the engine's own machine tells of its network; it is another one than that of the tests. */
    private static FileTree machine(PrivateEngine engine) throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6", "route", "ipv6_route", "fib_trie")) {
            Path file = Path.of("/proc/net", table);
            files.put(file, engine.inNetwork("cat", file.toString()).output().getBytes(StandardCharsets.US_ASCII));
        }
        return new OverlayFileTree(new DiskFileTree(), files);
    }

    private static String text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EngineRefusals.class.getResourceAsStream("/check/engine-refusals.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
