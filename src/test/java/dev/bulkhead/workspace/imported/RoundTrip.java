package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Way of a project from one engine to another: brought up, imported, the import brought up on an engine that never saw it, and
 * what both tell compared.
 *
 * @param first where it runs
 * @param fresh where the import runs
 */
record RoundTrip(PrivateEngine first, PrivateEngine fresh) {

    /** Prepares an engine: images, and what has to be there beforehand. */
    interface Preparation {
        void on(PrivateEngine engine) throws Exception;
    }

    /**
     * A project as it is opened.
     *
     * @param name what it is called among those that make the way
     * @param directory where it stands
     * @param environment variables that Compose sees
     * @param files files named with {@code -f}; none for discovery
     */
    record Original(String name, Path directory, Map<String, String> environment, List<String> files) {

        Original {
            environment = Map.copyOf(environment);
            files = List.copyOf(files);
        }

        /** Returns what Compose reads, as JSON; warnings stand before it. */
        JsonNode config(PrivateEngine engine) throws IOException {
            String said = compose(engine, "config", "--format", "json");
            return new ObjectMapper().readTree(said.substring(said.startsWith("{") ? 0 : said.indexOf("\n{") + 1));
        }

        String compose(PrivateEngine engine, String... words) throws IOException {
            List<String> all = new ArrayList<>();
            files.forEach(file -> all.addAll(List.of("-f", file)));
            all.addAll(List.of(words));
            return engine.compose(directory, environment, all.toArray(String[]::new));
        }
    }

    /** Returns in how many fields the import is not what the original is, each with both values; neither is left running. */
    List<String> differences(Original original, Preparation preparation, String... options) throws Exception {
        preparation.on(first);
        preparation.on(fresh);
        Path imported = fresh.folder("imported").resolve(original.name() + options.length + String.join("", options));
        try {
            original.compose(first, "up", "-d", "--quiet-pull");
            return compared(original, imported, options);
        } finally {
            original.compose(first, "down", "-v", "-t", "0", "--remove-orphans");
            if (Files.exists(imported.resolve("compose.yaml"))) {
                fresh.compose(imported, Map.of(), "down", "-v", "-t", "0", "--remove-orphans");
            }
        }
    }

    /** Whatever goes wrong from here on is the import's fault, and no reason to leave the project out. */
    private List<String> compared(Original original, Path imported, String... options) throws Exception {
        Set<String> declared = InspectedProject.declaredSubnets(original.config(first));
        InspectedProject was = InspectedProject.of(first, declared);
        assertThat(imports(imported, options).code()).isZero();
        show(imported);
        try {
            fresh.compose(imported, Map.of(), "up", "-d", "--quiet-pull");
        } catch (IOException e) {
            throw new AssertionError("The import of " + original.name() + " does not come up", e);
        }
        Original again = new Original("again", imported, Map.of(), List.of());
        assertThat(InspectedProject.declaredSubnets(again.config(fresh)))
                .as("subnets that are declared")
                .isEqualTo(declared);
        return was.differencesTo(InspectedProject.of(fresh, declared));
    }

    /** Gives an engine the very images of another, since a label of Compose names them by their digests. */
    static void share(PrivateEngine from, PrivateEngine to, Collection<String> images) throws IOException {
        if (!to.equals(from)) {
            String archive = to.folder("images").resolve("images.tar").toString();
            List<String> save = new ArrayList<>(List.of("save", "-o", archive));
            save.addAll(images);
            from.docker(save.toArray(String[]::new));
            to.docker("load", "-i", archive);
        }
    }

    /** Removes the containers, networks and volumes of an engine. */
    static void empty(PrivateEngine engine) throws IOException {
        List<String> all = new ArrayList<>(List.of("rm", "-f", "-v"));
        engine.docker("ps", "-aq").lines().forEach(all::add);
        if (all.size() > 3) {
            engine.docker(all.toArray(String[]::new));
        }
        engine.docker("network", "prune", "-f");
        for (String volume : engine.docker("volume", "ls", "-q").lines().toList()) {
            engine.docker("volume", "rm", volume);
        }
    }

    /** Prints what was written where {@code -Dbulkhead.imports.show=true} asks for it. */
    private static void show(Path directory) throws IOException {
        if (Boolean.getBoolean("bulkhead.imports.show")) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    System.err.println("== " + file + "\n" + Files.readString(file));
                }
            }
        }
    }

    /** Runs the command against the first engine. */
    CommandLineRun imports(Path directory, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("import", "--to", directory.toString()));
        words.addAll(List.of(options));
        EngineAddress address = EngineAddress.of(first.address());
        CommandLineRun run = CommandLineRun.on(
                (url, project) -> Engine.of(
                        new DockerGateway(address),
                        new ComposeCliRunner(
                                Optional.of(EnginePrograms.compose()), System.getenv(), address.environment())),
                words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run;
    }
}
