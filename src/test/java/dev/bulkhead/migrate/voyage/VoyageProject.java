package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.workspace.ProjectDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A project on a private engine, to be migrated there. */
public record VoyageProject(SampleStack stack) {

    /** Returns a connection to its engine, to be closed. */
    public DockerGateway gateway() throws EngineException {
        return new DockerGateway(EngineAddress.of(engine().address()));
    }

    /** Returns what runs its services. */
    public EngineServices services() {
        return new ComposeCliRunner(
                Optional.of(EnginePrograms.compose()), System.getenv(), Map.of("DOCKER_HOST", engine().address()));
    }

    /** Returns its migrations. */
    public Migration migration(DockerGateway gateway) throws MigrationException {
        return migration(gateway, InstantSource.system());
    }

    /** Returns its migrations by another clock. */
    public Migration migration(DockerGateway gateway, InstantSource clock) throws MigrationException {
        ComposeRequest request = new ComposeRequest(
                stack.directory(), List.of(), Optional.empty(), List.of(), List.of(), stack.environment());
        return new Migration(
                new MigrationContext(
                        request,
                        new DiskFileTree(),
                        Engine.of(gateway, services()),
                        ProjectDirectory.of(stack.directory()),
                        clock,
                        () -> false),
                CatalogueAndPlaybooks.bundled());
    }

    /** Returns the name of each file of the project to its text and permissions. */
    public SortedMap<String, String> files() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        Path directory = stack.directory();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if ((name.endsWith(".yml") || name.endsWith(".yaml")) && !name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file) + Files.getPosixFilePermissions(file));
                }
            }
        }
        return texts;
    }

    /** Returns what inspect tells of its engine. */
    public InspectedEngine inspected() {
        return new InspectedEngine(engine());
    }

    /** Starts it with Compose and waits until as many containers are healthy. */
    public void start(int healthy) throws IOException {
        stack.compose("up", "-d", "--quiet-pull");
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(inspected().healthy()).isEqualTo(healthy));
    }

    /** Does what an operator does next, and expects Compose to find everything as it should be. */
    public void expectComposeContent() throws IOException {
        SortedMap<String, String> ids = inspected().ids();
        stack.compose("up", "-d", "--quiet-pull");
        assertThat(inspected().ids())
                .as("containers before and after docker compose up -d")
                .isEqualTo(ids);
    }

    private PrivateEngine engine() {
        return stack.engine();
    }
}
