package dev.bulkhead.reach.truth;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.explain.Assumptions;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a project on an engine, sends packets from everybody to everybody and compares with the prediction. */
final class Trial {

    /** What a trial found out. */
    record Outcome(int pairs, int unknown, List<String> disagreements) {}

    private final PrivateEngine engine;
    private final RandomProject project;
    private final Map<String, List<String>> addresses = new HashMap<>();

    private Trial(PrivateEngine engine, RandomProject project) {
        this.engine = engine;
        this.project = project;
    }

    static Outcome run(PrivateEngine engine, EngineSettings settings, long seed) throws IOException, ComposeException {
        return run(engine, settings, "seed " + seed, RandomProject.of(seed, engine.release() == EngineRelease.CURRENT));
    }

    static Outcome run(PrivateEngine engine, EngineSettings settings, String title, RandomProject project)
            throws IOException, ComposeException {
        Path folder = engine.folder("truth-" + title.replace(' ', '-'));
        Files.writeString(folder.resolve("compose.yaml"), project.text());
        Trial trial = new Trial(engine, project);
        try {
            engine.compose(folder, Map.of(), "up", "-d", "--quiet-pull");
            Topology topology = new ComposeLoader(new DiskFileTree())
                    .load(ComposeRequest.of(folder))
                    .requireSound()
                    .topology();
            trial.awaitAddresses();
            return trial.compare(title, settings, topology);
        } finally {
            engine.compose(folder, Map.of(), "down", "-t", "0", "--remove-orphans");
            SampleFiles.deleteTree(folder);
        }
    }

    /** New IPv6 addresses of the host carry nothing while it looks whether somebody else has them. */
    private void awaitAddresses() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!engine.inNetwork("ip", "-6", "addr", "show", "tentative")
                .output()
                .isBlank()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the host's IPv6 addresses stay tentative");
            }
        }
    }

    private Outcome compare(String title, EngineSettings settings, Topology topology) throws IOException {
        readAddresses();
        ReachMatrix matrix = Reach.compute(
                topology,
                ReachOptions.defaults()
                        .withEngineMajor(engine.release() == EngineRelease.CURRENT ? 28 : 20)
                        .withSettings(settings));
        Map<String, String> heard = new ConcurrentHashMap<>();
        List<Subject> subjects = matrix.subjects().stream()
                .filter(s -> !(s instanceof Subject.Internet))
                .toList();
        // Mostly waiting for packets that are dropped: as many at once as there are subjects, not processors.
        try (ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(subjects.stream()
                            .map(from -> CompletableFuture.runAsync(
                                    () -> heard.put(from.text(), probe(from, topology)), probes))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        // On a machine with much to do an answer may come too late: what should have come is asked for once more.
        for (Subject from : subjects) {
            if (missesSomething(matrix, from, heard.getOrDefault(from.text(), ""))) {
                heard.merge(from.text(), probe(from, topology), String::concat);
            }
        }
        LookUps lookUps = new LookUps(addresses);
        int pairs = 0;
        int unknown = 0;
        List<String> disagreements = new ArrayList<>();
        for (int from = 0; from < matrix.size(); from++) {
            for (int to = 0; to < matrix.size(); to++) {
                if (from == to) {
                    continue;
                }
                ReachAnswer answer = matrix.answer(from, to);
                String said = heard.get(answer.from().text());
                if (said == null || answer.to() instanceof Subject.Internet) {
                    continue;
                }
                pairs++;
                boolean reached = said.lines()
                        .anyMatch(l -> l.equals("reached " + answer.to().text()));
                if (answer.verdict() == Verdict.UNKNOWN) {
                    // Nobody here has a route back; elsewhere somebody may.
                    boolean byRoute = answer.reason() == ReachReason.ROUTE_UNKNOWN
                            || answer.reason() == ReachReason.BRIDGE_ADDRESS;
                    unknown += byRoute && !reached ? 0 : 1;
                } else if (reached != (answer.verdict() == Verdict.REACHABLE)) {
                    disagreements.add(title + ": predicted " + answer + ", packets "
                            + (reached ? "arrived" : "did not arrive") + "\n" + project.text());
                }
                matrix.named(from, to)
                        .flatMap(predicted ->
                                lookUps.fault(predicted, answer.to().text(), said))
                        .ifPresent(fault ->
                                disagreements.add(title + ": " + answer.from().text() + " asks for "
                                        + answer.to().text() + ": " + fault + "\n" + project.text()));
            }
        }
        topology.networks().values().stream()
                .filter(network -> !topology.members(network.key()).isEmpty())
                .findFirst()
                .ifPresent(network -> disagreements.addAll(notTold(title, network, matrix, heard)));
        return new Outcome(pairs, unknown, disagreements);
    }

    private static boolean missesSomething(ReachMatrix matrix, Subject from, String said) {
        int index = matrix.indexOf(from).orElseThrow();
        return matrix.reachableFrom(index).stream()
                .filter(to -> to != ReachMatrix.INTERNET)
                .mapToObj(to -> "reached " + matrix.subjects().get(to).text())
                .anyMatch(line -> said.lines().noneMatch(line::equals));
    }

    /** Were a network external and nobody told of it, a wrong verdict would name what it was taken for. */
    private List<String> notTold(String title, Network network, ReachMatrix told, Map<String, String> heard) {
        Topology topology = told.topology()
                .withNetwork(new Network(
                        network.key(), network.name(), NetworkOptions.defaults().withExternal(true), List.of()));
        ReachMatrix matrix = Reach.compute(topology, told.options());
        Assumptions assumptions = Assumptions.of(matrix);
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < matrix.size(); from++) {
            for (int to = 0; to < matrix.size(); to++) {
                String said = heard.get(matrix.subjects().get(from).text());
                if (from == to || said == null || to == ReachMatrix.INTERNET) {
                    continue;
                }
                ReachAnswer answer = matrix.answer(from, to);
                boolean reached = said.lines()
                        .anyMatch(l -> l.equals("reached " + answer.to().text()));
                if (answer.verdict() != Verdict.UNKNOWN
                        && reached != (answer.verdict() == Verdict.REACHABLE)
                        && assumptions.of(from, to).stream()
                                .noneMatch(assumption -> assumption.key().equals("network:" + network.name()))) {
                    wrong.add(title + ": without a word on network " + network.key() + " predicted " + answer
                            + ", packets " + (reached ? "arrived" : "did not arrive") + "\n" + project.text());
                }
            }
        }
        return wrong;
    }

    private void readAddresses() throws IOException {
        String format = "{{index .Config.Labels \"com.docker.compose.service\"}}"
                + "{{range .NetworkSettings.Networks}} {{.IPAddress}} {{.GlobalIPv6Address}}{{end}}";
        List<String> command = new ArrayList<>(List.of("inspect", "-f", format));
        command.addAll(engine.docker("ps", "-q").lines().toList());
        for (String line : engine.docker(command.toArray(String[]::new)).lines().toList()) {
            List<String> words = List.of(line.strip().split("\\s+", -1));
            addresses.put(words.getFirst(), words.subList(1, words.size()));
        }
    }

    /** Returns what a subject could reach and resolve, one line each. */
    private String probe(Subject from, Topology topology) {
        Map<String, List<String>> targets = new Sockets(project, topology, addresses).of(from);
        Set<String> sockets =
                targets.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        try {
            Set<String> heard = SocketProbe.heard(
                    switch (from) {
                        case Subject.OfService(String key) -> engine.enteringNetworkOf(container(key));
                        case Subject.Host() -> engine.enteringNetwork();
                        case Subject.Lan() -> engine.enteringWorld();
                        case Subject.Internet(), Subject.Foreign _ -> throw new IllegalArgumentException(from.text());
                    },
                    sockets);
            String reached = targets.entrySet().stream()
                    .filter(target -> target.getValue().stream().anyMatch(heard::contains))
                    .map(target -> "reached " + target.getKey() + "\n")
                    .collect(Collectors.joining());
            return from instanceof Subject.OfService(String key)
                    ? reached + engine.docker("exec", container(key), "sh", "-c", LookUps.program(topology))
                    : reached;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String container(String service) {
        return "truth-" + service + "-1";
    }
}
