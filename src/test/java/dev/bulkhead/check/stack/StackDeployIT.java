package dev.bulkhead.check.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is told of a stack is what a real {@code docker stack deploy} does: the cases one by one, and projects of the corpus. A few of
 * both; {@code installers/stacks.sh} tries all.
 */
@WithEngine
class StackDeployIT {

    private static final int CASES = Integer.getInteger("bulkhead.stacks.cases", 14);
    private static final int PROJECTS = Integer.getInteger("bulkhead.stacks.projects", 5);
    private static final long SEED = Long.getLong("bulkhead.stacks.seed", 1);

    private static final Pattern IGNORED = Pattern.compile("Ignoring unsupported options: (.*)");
    private static final Pattern DEPRECATED = Pattern.compile("(?m)^(container_name|expose):");
    private static final Pattern DROPPED = Pattern.compile("A stack drops (\\w+) of the service");

    /** Passed over without a word, or, of restart, named and taken all the same. */
    private static final Set<String> UNTOLD = Set.of("tmpfs", "depends_on", "restart");

    private static int deployed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeASwarm(PrivateEngine engine) throws IOException {
        engine.docker("swarm", "init", "--advertise-addr", "198.18.0.1");
    }

    /**
     * A deployment that was tried and taken away again.
     *
     * @param shown what was asked of its service web
     * @param services networks and ports of its services, a line each, in order
     */
    private record Deployment(int code, String said, String shown, List<String> services) {}

    private static Deployment deploy(
            PrivateEngine engine, Path directory, List<String> files, Map<String, String> variables, String template)
            throws IOException {
        String name = "s" + ++deployed;
        List<String> command = new ArrayList<>(List.of(
                EnginePrograms.docker().toString(),
                "-H",
                engine.address(),
                "stack",
                "deploy",
                "--resolve-image",
                "never",
                "--detach=true"));
        files.forEach(file -> command.addAll(List.of("-c", file)));
        command.add(name);
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("DOCKER_CONFIG", engine.folder("client").toString());
        Commands.Output done = Commands.run(environment, directory, command);
        String shown = template.isEmpty() || done.exitCode() != 0
                ? ""
                : engine.docker("service", "inspect", name + "_web", "--format", template);
        List<String> services = done.exitCode() == 0 ? services(engine, name) : List.of();
        remove(engine, name);
        return new Deployment(done.exitCode(), done.output(), shown, services);
    }

    /** A network stays in use until the last task of its services has ended, and cannot be removed until then. */
    private static void remove(PrivateEngine engine, String stack) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                engine.docker("stack", "rm", stack);
                return;
            } catch (IOException inUse) {
                if (attempt == 50) {
                    throw inUse;
                }
            }
        }
    }

    private static List<String> services(PrivateEngine engine, String stack) throws IOException {
        String filter = "label=com.docker.stack.namespace=" + stack;
        List<String> asked = new ArrayList<>(List.of("service", "inspect"));
        asked.addAll(List.of(
                engine.docker("service", "ls", "-q", "--filter", filter).strip().split("\\s+")));
        Map<String, String> names = engine.docker("network", "ls", "--no-trunc", "--format", "{{.ID}} {{.Name}}")
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        List<String> lines = new ArrayList<>();
        for (JsonNode service : new ObjectMapper().readTree(engine.docker(asked.toArray(String[]::new)))) {
            JsonNode spec = service.get("Spec");
            Set<String> parts = new TreeSet<>();
            spec.at("/TaskTemplate/Networks").forEach(network -> {
                String target = network.get("Target").asText();
                parts.add(names.getOrDefault(target, target).replaceFirst("^" + stack + "_", "STACK_"));
            });
            spec.at("/EndpointSpec/Ports")
                    .forEach(port -> parts.add(port.path("PublishedPort").asText("0") + ":"
                            + port.get("TargetPort").asText() + "/"
                            + port.get("Protocol").asText()));
            lines.add(spec.get("Name").asText().substring(stack.length() + 1) + " " + parts);
        }
        Collections.sort(lines);
        return lines;
    }

    /** The same of the topology that reach is worked out from. */
    private static List<String> services(Topology topology) {
        String own = topology.project() + "_";
        List<String> lines = new ArrayList<>();
        for (Service service : AsStack.all(topology).services().values()) {
            Set<String> parts = new TreeSet<>();
            service.attachments().stream()
                    .flatMap(joined -> topology
                            .network(joined.network())
                            .map(Network::name)
                            .or(() -> Optional.of(own + joined.network()))
                            .filter(_ -> !joined.network().startsWith("ingress of "))
                            .stream())
                    .forEach(name -> parts.add(name.startsWith(own) ? "STACK_" + name.substring(own.length()) : name));
            service.ports()
                    .forEach(port -> parts.add(port.published().orElse("0") + ":" + port.target() + "/"
                            + port.protocol().text()));
            lines.add(service.key() + " " + parts);
        }
        return lines;
    }

    @Test
    void eachCaseEndsAsItIsTold(PrivateEngine engine) throws Exception {
        List<StackCase> cases = new ArrayList<>(StackCase.all());
        Collections.shuffle(cases, new Random(SEED));
        List<String> apart = new ArrayList<>();
        for (StackCase one : cases.subList(0, Math.min(CASES, cases.size()))) {
            Path directory = Files.createDirectory(folder.resolve("case" + apart.size() + "-" + deployed));
            StackCheckTest.findings(directory, one.files());
            String template = one.proof() instanceof StackCase.Proof.Shows(String asked, var _) ? asked : "";
            Deployment done = deploy(engine, directory, List.of("compose.yaml"), Map.of(), template);
            boolean holds = switch (one.proof()) {
                case StackCase.Proof.Fails(String says) ->
                    done.code() != 0 && done.said().contains(says);
                case StackCase.Proof.Named(String key) ->
                    done.code() == 0 && ignored(done.said()).contains(key);
                case StackCase.Proof.Shows(var _, String text) ->
                    done.code() == 0
                            && (text.startsWith("!")
                                    ? !done.shown().contains(text.substring(1))
                                    : done.shown().contains(text));
            };
            if (!holds) {
                apart.add(one + ": " + done);
            }
        }
        System.err.println(
                "Keys compared with docker stack deploy: " + Math.min(CASES, cases.size()) + ", apart " + apart.size());

        assertThat(apart).isEmpty();
    }

    private static Set<String> ignored(String said) {
        Set<String> keys = new TreeSet<>();
        Matcher unsupported = IGNORED.matcher(said);
        if (unsupported.find()) {
            keys.addAll(List.of(unsupported.group(1).strip().split(", ")));
        }
        Matcher deprecated = DEPRECATED.matcher(said);
        while (deprecated.find()) {
            keys.add(deprecated.group(1));
        }
        return keys;
    }

    @Test
    void projectsThatNobodyMadeForItEndAsTheyAreTold(PrivateEngine engine) throws Exception {
        Optional<Path> corpus = CorpusCases.corpus();
        Assumptions.assumeTrue(corpus.isPresent(), "there is no corpus here");
        List<CorpusCases.Case> cases = CorpusCases.of(corpus.orElseThrow()).stream()
                .filter(one -> !one.label().contains(".md.block"))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(cases, new Random(SEED));
        List<String> apart = new ArrayList<>();
        int tried = 0;
        int refused = 0;
        for (CorpusCases.Case one : cases) {
            Optional<ComposeProject> project = tried < PROJECTS ? sound(one) : Optional.empty();
            if (project.isPresent()) {
                tried++;
                List<Finding> findings = StackCheckTest.findings(project.get());
                List<String> files = project
                        .get()
                        .files()
                        .subList(0, project.get().mainFiles())
                        .stream()
                        .map(file -> file.path().toString())
                        .toList();
                Deployment done = deploy(engine, one.directory(), files, one.variables(), "");
                refused += done.code() == 0 ? 0 : 1;
                compare(one.label(), findings, done)
                        .or(() -> compareTopology(one.label(), project.get().topology(), findings, done))
                        .ifPresent(apart::add);
            }
        }
        System.err.println("Projects compared with docker stack deploy: " + tried + ", of which it refuses " + refused
                + "; apart on " + apart.size());

        assertThat(apart).isEmpty();
        assertThat(tried).isEqualTo(PROJECTS);
    }

    private static Optional<ComposeProject> sound(CorpusCases.Case one) {
        try {
            return Optional.of(new ComposeLoader(new DiskFileTree()).load(one.request(System.getenv())))
                    .filter(project -> project.problems().isEmpty());
        } catch (ComposeException refusedByCompose) {
            return Optional.empty();
        }
    }

    private static Optional<String> compare(String label, List<Finding> findings, Deployment done) {
        List<String> refusals = findings.stream()
                .filter(finding -> finding.rule().equals("swarm-refused"))
                .map(Finding::message)
                .toList();
        if (refusals.isEmpty() != (done.code() == 0)) {
            return Optional.of(label + ": told " + refusals + ", and it said " + done.said());
        }
        Set<String> told = findings.stream()
                .map(finding -> DROPPED.matcher(finding.message()))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> said = ignored(done.said());
        told.removeAll(UNTOLD);
        said.removeAll(UNTOLD);
        return done.code() != 0 || told.equals(said)
                ? Optional.empty()
                : Optional.of(label + ": told that it drops " + told + ", and it said " + said);
    }

    private static Optional<String> compareTopology(
            String label, Topology topology, List<Finding> findings, Deployment done) {
        // Without .env, and of a range, the ports are others than the files say to Compose.
        boolean others = findings.stream()
                .anyMatch(finding ->
                        finding.message().contains(".env") || finding.message().contains("of the range"));
        List<String> told = services(topology);
        return done.code() != 0 || others || told.equals(done.services())
                ? Optional.empty()
                : Optional.of(label + ": told " + told + ", and there is " + done.services());
    }
}
