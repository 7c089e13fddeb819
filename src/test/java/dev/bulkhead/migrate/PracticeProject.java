package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A project of one Compose file that a test writes, on a practice engine where time costs nothing. */
public final class PracticeProject {

    final Path directory;
    private final ComposeRequest request;
    private final String name;
    final PracticeEngine engine;
    final Migration migration;
    private final CatalogueAndPlaybooks known;

    /** Takes a folder with a Compose file. */
    public PracticeProject(Path directory) throws Exception {
        this(directory, CatalogueAndPlaybooks.bundled());
    }

    /** Takes a folder with a Compose file, and a path of iterations. */
    PracticeProject(Path directory, CatalogueAndPlaybooks known) throws Exception {
        this(ComposeRequest.of(directory), known);
    }

    /** Takes a project as a request names it. */
    PracticeProject(ComposeRequest request) throws Exception {
        this(request, CatalogueAndPlaybooks.bundled());
    }

    private PracticeProject(ComposeRequest request, CatalogueAndPlaybooks known) throws Exception {
        this.directory = request.path();
        this.request = request;
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        Topology topology = loader.load(request).topology();
        name = topology.project();
        engine = PracticeEngine.running(topology, new AtOnce(), new DiskFileTree());
        this.known = known;
        migration = migrationOn(plain -> plain);
    }

    /** Returns migrations as another process has them, with something before the engine. */
    Migration migrationOn(UnaryOperator<Engine> before) throws Exception {
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        return new Migration(
                new MigrationContext(
                        request,
                        new DiskFileTree(),
                        before.apply(Engine.of(engine, new PracticeServiceRunner(engine, loader))),
                        new State(directory.resolve(".bulkhead")),
                        new AtOnce(),
                        () -> false),
                known,
                new InNoTime());
    }

    /** Writes the Compose file of a project into a folder. */
    public static PracticeProject of(Path directory, String compose) throws Exception {
        Files.writeString(directory.resolve("compose.yml"), compose);
        return new PracticeProject(directory);
    }

    /** Returns the migrations of the project. */
    public Migration migration() {
        return migration;
    }

    /** Returns the name of the project. */
    String name() {
        return name;
    }

    /** Returns the engine it runs on. */
    public PracticeEngine engine() {
        return engine;
    }

    /** Returns the engine as commands are given it. */
    public Engine connection() {
        return Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree())));
    }

    /** Returns what a file holds. */
    public String text(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private static final class AtOnce implements PracticeTimer {
        @Override
        public Instant instant() {
            return Instant.parse("2026-01-05T14:02:10Z");
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    }

    private record State(Path path) implements StateDirectory {
        @Override
        public void create() throws IOException {
            Files.createDirectories(path);
        }
    }

    /** Returns the rows of a table that an iteration asks for; none where it is not asked. */
    static List<Question.Row> rows(MigrationSession session, String table) throws Exception {
        return session.questions().stream()
                .flatMap(question ->
                        question instanceof Question.Table asked && asked.id().equals(table)
                                ? asked.rows().stream()
                                : Stream.<Question.Row>of())
                .toList();
    }
}
